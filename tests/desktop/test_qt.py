import subprocess
import sys

PROGRAM = """
import builtins, linecache
own = builtins.__import__
from longstride.desktop.qt import load_qt
load_qt()
import PySide6.QtGui, PySide6.QtWidgets, sqlite3
assert builtins.__import__ is own, builtins.__import__
assert not any("sqlite3" in file for file in linecache.cache), list(linecache.cache)
"""


def test_imports_are_pythons_own_after_qt_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )
    assert not done.returncode, done.stderr
