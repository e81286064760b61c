"""Run first in the frozen program: let other programs it starts find their own libraries.

The bundle's start points the system's loader at the bundle and keeps what was asked for before.
A browser or a notifier that we start is to have that again, not our libraries.
"""

import os

before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
