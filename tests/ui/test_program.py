"""The program in its process, before it has a window."""

import os
import subprocess
import sys
from pathlib import Path

STYLE = """
import sys
from pathlib import Path
from longstride.bootstrap import open_engine
from longstride.desktop.qt import load_qt
load_qt()
from longstride.ui.program import Program
program = Program(open_engine(Path(sys.argv[1]), {}))
print(program.style().name(), *program.arguments()[1:])
"""


def test_it_is_drawn_on_fusion_whatever_the_desktop_wears(tmp_path: Path) -> None:
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"}
    command = [sys.executable, "-c", STYLE, str(tmp_path)]
    told = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["fusion"]
