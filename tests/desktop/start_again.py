"""A start of the program as far as its place goes: says whether it was the first, and ends.

    start_again.py FOLDER WISH [killed]

WISH is the line that is sent; one that is to be killed takes the place and dies with it.
"""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from longstride.desktop.instance import Instance, address_for, wish_from


def main() -> None:
    folder = Path(sys.argv[1])
    application = QCoreApplication([])
    instance = Instance(folder, address_for(folder, {}), application)
    print("claims", flush=True)
    print("first" if instance.claim(wish_from(sys.argv[2].encode())) else "later", flush=True)
    if sys.argv[3:]:
        instance.listen()
        os.kill(os.getpid(), signal.SIGKILL)
    instance.leave()


if __name__ == "__main__":
    main()
