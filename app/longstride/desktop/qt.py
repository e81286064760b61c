"""Load Qt without the import of its own that it puts in place of Python's."""

import builtins


def load_qt() -> None:
    """Import PySide6 for the first time and keep Python's own ``import``.

    PySide6 puts in another, for a syntax that nobody uses here. It reads and keeps the source of
    every module imported later: SQLAlchemy, pydantic and numpy then take half as long again and
    27 MB more, and pydantic fails now and then, because looking at it half imported imports it.
    """
    own = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.__import__ = own
