"""What a flow needs and a window does not, imported before Start is pressed."""

from importlib import import_module

# No more than this: what it takes of memory is taken from everyone who only looks something up.
_WANTED = ("longstride.leading.coach", "longstride.sound.clips", "longstride.sound.mixer")


def warm() -> None:
    """Import it; takes a while, in any thread.

    numpy alone takes a third of the time from Start to the first sound, where it is not there.
    """
    for name in _WANTED:
        import_module(name)
