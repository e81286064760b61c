"""The colours, in a dark and a light palette."""

from dataclasses import dataclass

from PySide6.QtCore import Qt


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one look, each ``#rrggbb``.

    ``ground`` < ``surface`` < ``raised`` lie one on another, ``sunken`` below them (the
    navigation). ``text`` and ``quiet`` are for reading, ``faint`` only for large or decorative
    marks and the edges of what can be pressed. ``coral`` is work and the main action, ``sea`` ease
    and done, ``amber`` stillness; each reads as text on ``ground`` and ``surface``, and
    ``on_coral`` reads on ``coral``.
    """

    name: str
    sunken: str
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    quiet: str
    faint: str
    coral: str
    on_coral: str
    sea: str
    amber: str


DARK = Palette(
    name="dark",
    sunken="#0E131A",
    ground="#12171E",
    surface="#1A222C",
    raised="#26313E",
    line="#2A3543",
    text="#F4EFE6",
    quiet="#9AA6B5",
    faint="#6F7B8C",
    coral="#FF7A59",
    on_coral="#1D0E08",
    sea="#4FB3A5",
    amber="#F2B84B",
)

LIGHT = Palette(
    name="light",
    sunken="#EBE5DA",
    ground="#F5F1EA",
    surface="#FFFDF9",
    raised="#EAE4D8",
    line="#D9D1C3",
    text="#1B222B",
    quiet="#525C69",
    faint="#7A838E",
    coral="#BF4320",
    on_coral="#FFFFFF",
    sea="#1B7064",
    amber="#946000",
)


def palette_for(choice: str, color_scheme: Qt.ColorScheme) -> Palette:
    """Return the palette for the athlete's choice: "dark", "light", or "system" by its scheme."""
    if choice == "light":
        return LIGHT
    if choice == "dark" or color_scheme is not Qt.ColorScheme.Light:
        return DARK
    return LIGHT
