"""Draw every size of the icons from their SVG files, after one of those was changed.

``uv run --with pillow==13.0.0 python packaging/icons/draw.py`` writes the PNG files of
``resources/icons/hicolor``, and the icons of the Windows and macOS installers.
"""

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
HICOLOR = HERE / "resources/icons/hicolor"
SMALL = Path(__file__).resolve().parent
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# A drawing for 128 pixels turns to mud below this: those sizes have one of their own.
PLAIN_BELOW = 32
ICONS = {
    "apps/longstride": SMALL / "longstride-small.svg",
    "mimetypes/application-x-longstride-flow": SMALL / "flow-small.svg",
}
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
MACOS_SIZES = (16, 32, 64, 128, 256, 512, 1024)
# macOS draws its tiles with a margin, so that the icons in a dock are of one weight.
MACOS_TILE = 0.86


def source(icon: str, side: int) -> Path:
    """Return the SVG file that an icon of this size is drawn from."""
    return ICONS[icon] if side < PLAIN_BELOW else HICOLOR / "scalable" / f"{icon}.svg"


def png(svg: Path, side: int, tile: float = 1.0) -> bytes:
    """Return an SVG file as a square PNG; the drawing takes up ``tile`` of each side."""
    from PySide6.QtCore import QBuffer, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    margin = side * (1 - tile) / 2
    QSvgRenderer(str(svg)).render(painter, QRectF(margin, margin, side * tile, side * tile))
    painter.end()
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]
    return bytes(kept.data().data())


def place(icon: str, side: int) -> Path:
    """Return where a size of an icon is kept: a theme's folders, as Linux installs them."""
    return HICOLOR / f"{side}x{side}" / f"{icon}.png"


def draw_theme() -> None:
    """Write every size of both icons."""
    for icon in ICONS:
        for side in SIZES:
            place(icon, side).parent.mkdir(parents=True, exist_ok=True)
            place(icon, side).write_bytes(png(source(icon, side), side))


def bind(target: Path, drawings: Iterable[bytes]) -> None:
    """Write several sizes as one ``.ico`` or ``.icns`` file."""
    from PIL import Image

    images = [Image.open(io.BytesIO(drawing)) for drawing in drawings]
    target.parent.mkdir(parents=True, exist_ok=True)
    sizes = [image.size for image in images]
    images[-1].save(target, sizes=sizes, append_images=images[:-1])


def draw_installers() -> None:
    """Write the icons of the program and its files for Windows and macOS."""
    for icon, name in zip(ICONS, ("longstride", "flow"), strict=True):
        bind(
            HERE / f"packaging/windows/{name}.ico",
            (png(source(icon, side), side) for side in WINDOWS_SIZES),
        )
        bind(
            HERE / f"packaging/macos/{name}.icns",
            (png(source(icon, side), side, MACOS_TILE) for side in MACOS_SIZES),
        )


def main() -> int:
    """Draw everything."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    draw_theme()
    draw_installers()
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
