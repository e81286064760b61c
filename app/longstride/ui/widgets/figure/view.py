"""How a picture of a figure is seen."""

from typing import NamedTuple


class View(NamedTuple):
    """How far its camera is turned by hand, in degrees; ``outlined`` what is to be got into."""

    turn: float = 0.0
    tilt: float = 0.0
    outlined: bool = False


STRAIGHT = View()
"""As the drill is seen by its own camera."""
