"""The look a figure has in a theme: its colours, and what the athlete dressed it in."""

from dataclasses import replace

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.figure.figure import Look


def worn(theme: Theme, ground: str = "ground") -> Look:
    """Return the look on one of a theme's grounds, such as "surface"."""
    wears = theme.figure
    look = Look.of(theme.palette, ground)
    return replace(look, kit=wears.kit, skin=wears.skin, simple=wears.simple)
