import subprocess
import sys

import PySide6

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


ALONE = """
import builtins
own = builtins.__import__
import PySide6.QtCore
print(own is builtins.__import__)
"""


def test_qt_alone_still_puts_another_import_in_place() -> None:
    done = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=True)
    mended = f"PySide6 {PySide6.__version__} keeps Python's import: desktop/qt.py can go"
    assert done.stdout == "False\n", mended
