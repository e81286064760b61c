"""Run first in the frozen program: let what it starts find its own libraries.

The bundle's start points the system's loader at the bundle and keeps what was asked for before.
A browser or a notifier that we start is to have that again, not our libraries. A child of our own
kind would take itself for set up already, and is told to point the loader anew.
"""

import os

os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
