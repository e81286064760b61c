"""``python -m longstride``."""

import sys

from longstride.cli import main

if __name__ == "__main__":
    sys.exit(main())
