"""Numbers of things, as they are written."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, such as ``1 session`` or ``2 sessions``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
