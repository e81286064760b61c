"""Law 10: the window stands before anything heavy is loaded."""

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from longstride.command import main
from longstride.desktop.qt import load_qt
load_qt()
from longstride.ui import application

def stop(self):
    from PySide6.QtCore import QCoreApplication
    print(*sorted(sys.modules))
    QCoreApplication.exit(0)

application.Application.load = stop
sys.exit(main.main([]))
"""
LATER = {
    "PySide6.QtMultimedia",
    "PySide6.QtNetwork",
    "_hashlib",
    "alembic",
    "longstride.leading.coach",
    "longstride.core.flow.drill",
    "longstride.core.history.session",
    "longstride.core.timeline.compiler",
    "longstride.core.timeline.phrases",
    "longstride.library",
    "longstride.ui.shell.aside",
    "longstride.ui.widgets.overlay",
    "longstride.ui.player.leading",
    "longstride.ui.flows.opening",
    "longstride.ui.intentions.window",
    "longstride.ui.today.page",
    "numpy",
    "pydantic",
    "soundfile",
    "sqlalchemy",
    "uuid",
    "wakepy",
}


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "LONGSTRIDE_DATA_DIR": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert "longstride.ui.shell.window" in loaded
    assert not loaded & LATER
