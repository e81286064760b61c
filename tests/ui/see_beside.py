"""Draw help, About, opened files and what is dropped, over the real window, to PNG files.

    PYTHONPATH=tests xvfb-run -a -s "-screen 0 1440x900x24" \
        python -m ui.see_beside FOLDER [dark|light] [SCALE] [WIDTHxHEIGHT]
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from longstride.desktop.instance import OpenRequest
from longstride.settings import Settings
from longstride.ui.application import Application
from longstride.ui.intentions.leading import Start
from longstride.ui.intentions.window import ShowAbout
from typeface import bring_typeface
from ui.house import QUIET, SHORT_FLOW, PaperEngine, own_places


def wait(until: Callable[[], object]) -> None:
    """Run the event loop until something is so."""
    loop, look = QEventLoop(), QTimer()
    look.timeout.connect(lambda: loop.quit() if until() else None)
    look.start(20)
    loop.exec()


def settle(ms: int = 250) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def states(application: Application, folder: Path) -> Iterator[str]:
    """Bring the window into one state after another; yield the name of each."""
    window, background = application.window, application.background
    for page in ("today", "plan", "flows", "drills", "measure", "review", "settings"):
        window.show_page(page)
        wait(lambda: not background.busy)
        if page == "today":
            window.ask_for_help()
        settle()
        yield f"help_{page}"
    window.ask_for_help()
    yield from _about(application)
    yield from _dragged(application, folder)
    yield from _opened(application, folder)
    yield from _led(application)


def _about(application: Application) -> Iterator[str]:
    application.window.wants.emit(ShowAbout())
    wait(lambda: application.window.findChild(QDialog))
    settle()
    yield "about"
    dialog: Any = application.window.findChild(QDialog)
    dialog.parts.setCurrentIndex(3)
    dialog.findChild(QScrollArea).verticalScrollBar().setValue(10_000)
    yield "about_below"
    dialog.done(0)


def _dragged(application: Application, folder: Path) -> Iterator[str]:
    for name, file in (("drag", "club.flow.toml"), ("drag_refused", "run.jpg")):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(folder / file))])
        place, copy = QPoint(300, 300), Qt.DropAction.CopyAction
        nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(application.window, QDragEnterEvent(place, copy, mime, *nothing))
        yield name
        QApplication.sendEvent(application.window, QDragLeaveEvent())


def _opened(application: Application, folder: Path) -> Iterator[str]:
    good, bad = folder / "Club night.flow.toml", folder / "half written.flow.toml"
    good.write_text(SHORT_FLOW.replace("Two steps", "Club night"))
    bad.write_text(SHORT_FLOW.replace("couch-stretch", "coach-stretch").replace("12", '"twelve"'))
    application.answer(OpenRequest((str(good),)))
    wait(lambda: application.window.current_page == "flows")
    settle(600)
    yield "opened"
    application.answer(OpenRequest((str(bad), str(folder / "gone.flow.toml"))))
    wait(lambda: application.window.findChild(QDialog))
    settle()
    yield "mistakes"
    application.window.findChild(QDialog).done(0)


def _led(application: Application) -> Iterator[str]:
    window = application.window
    application.want(Start("two-steps", None))
    wait(lambda: not application.background.busy)
    settle()
    yield "player"
    window.ask_for_help()
    settle()
    yield "help_player"
    window.ask_for_help()


def main(folder: str, look: str = "dark", scale: str = "100", size: str = "1440x900") -> None:
    app = QApplication([])
    bring_typeface()
    app.setQuitOnLastWindowClosed(False)
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        own = Path(home)
        changes: dict[str, Any] = {**QUIET, "theme": look, "text_scale": int(scale)}
        application = Application(PaperEngine(own_places(own), Settings(**changes)))
        application.window.resize(*map(int, size.split("x")))
        application.window.show()
        application.load()
        wait(lambda: not application.background.busy)
        settle(500)
        for name in states(application, own):
            application.window.grab().save(str(target / f"{look}_{scale}_{size}_{name}.png"))
        application.close()
        application.window.leave_player()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    main(*sys.argv[1:])
