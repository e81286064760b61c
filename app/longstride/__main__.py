"""``python -m longstride``."""

import sys

from longstride.command.main import main

if __name__ == "__main__":
    sys.exit(main())
