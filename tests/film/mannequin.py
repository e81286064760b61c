"""A runner drawn side on, of known angles and with shaded limbs, for what looks for a body."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from film.clips import UNIT, write
from longstride.core.flow.drill import Side
from longstride.core.picture import Picture

TRUNK, THIGH, SHIN, FOOT, UPPER, LOWER = 0.29, 0.245, 0.25, 0.1, 0.17, 0.16  # of body height


@dataclass(frozen=True)
class Runner:
    """Angles in degrees: thighs behind the vertical, trunk forward; knees as they are bent."""

    near_thigh: float = 18
    far_thigh: float = -45
    near_knee: float = 35
    far_knee: float = 80
    trunk: float = 7
    faces: Side = Side.RIGHT
    skin: str = "#c08a66"
    shirt: str = "#2f7368"
    shorts: str = "#27323f"
    height: float = 0.62  # of the picture
    x: float = 0.5

    def drawn(self, width: int = 640, height: int = 480) -> Picture:
        """Return the picture."""
        image = QImage(width, height, QImage.Format.Format_RGB888)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, width, height)
        _Body(self, painter, width, height).draw()
        painter.end()
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
        return Picture(width, height, rows[:, : width * 3].tobytes())


def runner_film(path: Path, thighs: Sequence[float], size: tuple[int, int] = (480, 270)) -> Path:
    """Write a clip of a runner whose near thigh is so far back on each frame, 30 a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options={"preset": "ultrafast"})
        stream.width, stream.height = size
        stream.pix_fmt, stream.codec_context.time_base = "yuv420p", UNIT
        for number, thigh in enumerate(thighs):
            picture = Runner(near_thigh=thigh).drawn(*size)
            pixels = np.frombuffer(picture.rgb, np.uint8).reshape(size[1], size[0], 3)
            frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
            frame.pts, frame.time_base = number * 3000, UNIT
            write(container, stream.encode(frame), 0)
        write(container, stream.encode(None), 0)
    return path


def _ground(painter: QPainter, width: int, height: int) -> None:
    sky = QLinearGradient(0, 0, 0, height)
    for at, color in ((0, "#6d8094"), (0.55, "#93a3ad"), (0.56, "#5d7a55"), (0.74, "#4c6647")):
        sky.setColorAt(at, QColor(color))
    for at, color in ((0.75, "#8a5341"), (1, "#6d3f31")):
        sky.setColorAt(at, QColor(color))
    painter.fillRect(0, 0, width, height, sky)


class _Body:
    def __init__(self, runner: Runner, painter: QPainter, width: int, height: int) -> None:
        self.r, self.p = runner, painter
        self.size = runner.height * height
        self.forth = 1 if runner.faces is Side.RIGHT else -1
        self.hip = QPointF(runner.x * width, height * 0.5)

    def out(self, start: QPointF, behind_deg: float, length: float) -> QPointF:
        """Return the end of a limb hanging so far behind the vertical."""
        angle, long = radians(behind_deg), length * self.size
        return start + QPointF(-self.forth * long * sin(angle), long * cos(angle))

    def limb(self, a: QPointF, b: QPointF, thick: float, thin: float, color: str) -> None:
        """Draw a limb that tapers, lighter on one side."""
        along = b - a
        length = max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1)
        across = QPointF(-along.y(), along.x()) / length
        wide, narrow = thick * self.size / 2, thin * self.size / 2
        shade = QLinearGradient(a + across * wide, a - across * wide)
        shade.setColorAt(0, QColor(color).darker(125))
        shade.setColorAt(0.6, QColor(color).lighter(108))
        shade.setColorAt(1, QColor(color).darker(110))
        path = QPainterPath(a + across * wide)
        path.cubicTo(
            a + along * 0.35 + across * wide * 1.1, b + across * narrow, b + across * narrow
        )
        path.lineTo(b - across * narrow)
        path.cubicTo(b - across * narrow, a + along * 0.35 - across * wide * 1.1, a - across * wide)
        for middle, size in ((a, wide), (b, narrow)):
            ends = QPainterPath()
            ends.addEllipse(middle, size, size)
            path = path.united(ends)
        self.p.fillPath(path, shade)

    def draw(self) -> None:
        r = self.r
        shoulder = self.out(self.hip, 180 + r.trunk, TRUNK)
        dark = QColor(r.skin).darker(135).name()
        self.arm(shoulder, -40, dark)
        self.leg(r.far_thigh, r.far_knee, dark, QColor(r.shorts).darker(130).name())
        self.leg(r.near_thigh, r.near_knee, r.skin, r.shorts)
        self.limb(shoulder, self.hip, 0.135, 0.125, r.shirt)
        self.limb(self.out(self.hip, 180 + r.trunk, 0.04), self.hip, 0.13, 0.14, r.shorts)
        self.head(self.out(shoulder, 180 + r.trunk, 0.13))
        self.arm(shoulder, 45, r.skin)

    def leg(self, thigh: float, knee: float, skin: str, shorts: str) -> None:
        at_knee = self.out(self.hip, thigh, THIGH)
        ankle = self.out(at_knee, thigh + knee, SHIN)
        self.limb(at_knee, ankle, 0.068, 0.038, skin)
        self.limb(self.hip, at_knee, 0.115, 0.07, skin)
        self.limb(self.hip, self.out(self.hip, thigh, THIGH * 0.6), 0.125, 0.1, shorts)
        toe = self.out(ankle, thigh + knee - 85, FOOT)
        heel = self.out(ankle, thigh + knee + 60, 0.025)
        self.limb(heel, toe, 0.045, 0.03, "#e8e4da")

    def arm(self, shoulder: QPointF, back: float, skin: str) -> None:
        elbow = self.out(shoulder, back, UPPER)
        hand = self.out(elbow, back - 95, LOWER)
        self.limb(elbow, hand, 0.042, 0.03, skin)
        self.limb(shoulder, elbow, 0.055, 0.045, skin)
        self.limb(shoulder, self.out(shoulder, back, 0.06), 0.075, 0.06, self.r.shirt)
        self.limb(hand, self.out(hand, back - 95, 0.03), 0.038, 0.03, skin)

    def head(self, middle: QPointF) -> None:
        r, size = self.r, self.size
        neck = self.out(middle, self.r.trunk, 0.1)
        self.limb(middle, neck, 0.06, 0.06, QColor(r.skin).darker(112).name())
        self.p.setPen(Qt.PenStyle.NoPen)
        self.p.setBrush(QColor("#33251f"))
        back = QPointF(-self.forth * 0.014 * size, -0.012 * size)
        self.p.drawEllipse(middle + back, 0.062 * size, 0.066 * size)
        self.p.setBrush(QColor(r.skin))
        face = middle + QPointF(self.forth * 0.012 * size, 0.008 * size)
        self.p.drawEllipse(face, 0.048 * size, 0.06 * size)
        nose = face + QPointF(self.forth * 0.05 * size, 0.004 * size)
        self.p.drawEllipse(nose, 0.012 * size, 0.012 * size)
        self.p.setBrush(QColor(r.skin).darker(120))
        self.p.drawEllipse(face - QPointF(self.forth * 0.026 * size, 0), 0.01 * size, 0.017 * size)
        self.p.setBrush(QColor("#222222"))
        eye = face + QPointF(self.forth * 0.03 * size, -0.012 * size)
        self.p.drawEllipse(eye, 0.006 * size, 0.006 * size)
        mouth = face + QPointF(self.forth * 0.03 * size, 0.03 * size)
        self.p.setPen(QPen(QColor("#7a4a3a"), max(1.0, 0.006 * size)))
        self.p.drawLine(mouth, mouth + QPointF(self.forth * 0.014 * size, 0))
