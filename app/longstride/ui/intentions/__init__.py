"""What the athlete wants: pages and the window emit it, the application decides on it."""


class Intention:
    """One thing to be done; each kind of it is a frozen dataclass in a module of this package.

    The kinds are apart because the window needs no more than this before its first paint.
    """

    __slots__ = ()
