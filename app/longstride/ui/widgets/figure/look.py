"""The colours of a figure: its skin, its kit, the things around it, in a dark and a light look."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from PySide6.QtGui import QColor

from longstride.ui.look.palette import Palette

SHADES, TINTS = 48, 14
PAD = 4  # shades more at both ends of a ramp, so that a shade may be shifted
FOGS = 4  # steps by which what is farther away fades
WORN = ("skin", "top", "shorts", "hair", "hairline")
MIDDLE = 0.55  # the shade at which a tone shows its middle colour

Color = tuple[int, int, int]
"""Red, green and blue."""

Tone = tuple[str, str, str]
"""A colour in shadow, in its middle and in full light."""

Ramp = tuple[tuple[int, ...], ...]
"""Colours as 0xffrrggbb, by how hard the muscle works and by PAD and shade."""

SKINS: Mapping[str, tuple[Tone, Tone]] = MappingProxyType({
    "light": (("#3E4755", "#A9A39B", "#FBF5EA"), ("#776E69", "#C8BBAE", "#F6ECE1")),
    "tan": (("#44362F", "#B08560", "#F0CBA2"), ("#6B4A36", "#BE9069", "#EBC6A0")),
    "deep": (("#33241D", "#8D6248", "#CE9C77"), ("#3B261B", "#7F553C", "#B98A68")),
})  # fmt: skip
"""Skin tones by name, each on a dark and on a light ground."""

Kit = tuple[Tone, Tone]

KITS: Mapping[str, tuple[Kit, Kit]] = MappingProxyType({
    "slate": (
        (("#26384A", "#5C7A99", "#93AEC8"), ("#242E3A", "#637384", "#98A8B8")),
        (("#2B3A49", "#5A7086", "#9DB2C6"), ("#1C2733", "#3B4C5E", "#74899C")),
    ),
    "fern": (
        (("#1E3B34", "#4B8074", "#9ACBBB"), ("#242E3A", "#637384", "#98A8B8")),
        (("#1F4138", "#47796B", "#8FBDAE"), ("#1C2733", "#3B4C5E", "#74899C")),
    ),
    "plum": (
        (("#38294A", "#7F679A", "#C3ADD9"), ("#2C2C3C", "#6E6E8A", "#9E9EB8")),
        (("#3A2A47", "#705A86", "#B29DC7"), ("#232233", "#47465E", "#807F99")),
    ),
})  # fmt: skip
"""Kits by name: top and shorts, each on a dark and on a light ground."""

_THINGS: Mapping[str, tuple[Tone, Tone]] = MappingProxyType({
    "hair": (("#2A211C", "#7E6757", "#A58F7D"), ("#2A2019", "#4F3E32", "#8C7563")),
    "work": (("#7A1F12", "#F0502C", "#FFA184"), ("#A02D18", "#F0512E", "#FF9C7E")),
    "thing": (("#222C37", "#3A4756", "#5B6B7D"), ("#9C9486", "#CFC7B8", "#EFE9DD")),
    "mat": (("#20363D", "#2A474E", "#3A6068"), ("#7FA8A2", "#A9CBC5", "#CBE3DF")),
    "tie": (("#1E6057", "#4FB3A5", "#9BE3D6"), ("#0E5A50", "#1F8A7B", "#63C3B5")),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one figure on one ground; ``simple`` is painted flat, for slow machines."""

    dark: bool
    ground: str
    kit: str = "slate"
    skin: str = "light"
    simple: bool = False

    @classmethod
    def of(
        cls,
        palette: Palette,
        ground: str = "ground",
        *,
        kit: str = "slate",
        skin: str = "light",
        simple: bool = False,
    ) -> "Look":
        """Return the look on one of a palette's grounds, such as "surface".

        ``kit`` is a name in KITS and ``skin`` one in SKINS.
        """
        return cls(palette.name == "dark", getattr(palette, ground), kit, skin, simple)

    def tone(self, material: str) -> Tone:
        """Return the colours of skin, top, shorts, hair, work, mat, thing or tie."""
        turn = 0 if self.dark else 1
        if material == "skin":
            return SKINS[self.skin][turn]
        if material in {"top", "shorts"}:
            return KITS[self.kit][turn][0 if material == "top" else 1]
        return _THINGS[material][turn]

    def ramp(self, material: str, fog: int = 0) -> Ramp:
        """Return the colours of a material so many steps away; hairline is skin to hair."""
        hairline = material == "hairline"
        first = self.tone("skin" if hairline else material)
        second = self.tone("hair" if hairline else "work")
        fade = fog / FOGS * (0.30 if self.dark else 0.20)
        return _ramp(first, second, self.ground, fade, hairline)

    def prepare(self) -> None:
        """Make its colours, for which the first frame would wait; in any thread."""
        for material in WORN:
            for fog in range(FOGS + 1):
                self.ramp(material, fog)

    def color(self, material: str, shade: float, fog: int = 0) -> QColor:
        """Return one colour of a material; the shade is from 0 to 1."""
        place = min(max(int(shade * SHADES), 0), SHADES - 1)
        return QColor.fromRgb(self.ramp(material, fog)[0][PAD + place])

    @property
    def halo(self) -> QColor:
        """What darkens a body where another part of it passes before."""
        return QColor(6, 9, 13) if self.dark else QColor(48, 40, 38)

    @property
    def rim(self) -> QColor:
        """The line round a body: whatever it wears, it stands off its ground."""
        return QColor("#8593A6" if self.dark else "#746B64")

    def needs_rim(self, material: str) -> bool:
        """Return whether a material would be lost on the ground without a line round it."""
        return not self.dark and material not in {"top", "shorts"}

    @property
    def shadow(self) -> QColor:
        """What lies under a body on the floor, at its darkest."""
        return QColor(3, 5, 9, 185) if self.dark else QColor(70, 60, 50, 125)

    @property
    def pool(self) -> QColor:
        """The lighter ground behind and under a body."""
        return QColor(mixed(self.ground, "#FFFFFF", 0.085) if self.dark else
                      mixed(self.ground, "#8A7A60", 0.10))  # fmt: skip

    @property
    def ghost(self) -> QColor:
        """Where the movement ends."""
        tone = self.tone("thing")
        return QColor(mixed(self.ground, tone[2] if self.dark else tone[1], 0.42))

    @property
    def line(self) -> QColor:
        """The outline of the position to get into."""
        return QColor(mixed(self.ground, self.tone("skin")[1 if self.dark else 0], 0.62))

    @property
    def seam(self) -> QColor:
        """What sets flat shapes off from each other."""
        return QColor(mixed(self.ground, self.tone("skin")[0], 0.35))

    @property
    def work(self) -> QColor:
        """A working muscle at its brightest."""
        return QColor(self.tone("work")[1])


def mixed(one: str, other: str, share: float) -> str:
    """Return a colour ``share`` of the way from one to another."""
    return "#%06X" % (_blend(_parted(one), _parted(other), share) & 0xFFFFFF)


def _parted(color: str) -> Color:
    return (int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16))


def _parts_of(color: int) -> Color:
    return (color >> 16 & 255, color >> 8 & 255, color & 255)


def _blend(one: Color, other: Color, share: float) -> int:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return 0xFF000000 | red << 16 | green << 8 | blue


@lru_cache(maxsize=128)
def _ramp(tone: Tone, second: Tone, ground: str, fade: float, hairline: bool) -> Ramp:
    steps = [min(max(n / (SHADES - 1), 0.0), 1.0) for n in range(-PAD, SHADES + PAD)]
    first = [_shaded(tone, shade) for shade in steps]
    lit = [shade if hairline else min(1.0, 0.12 + 0.95 * shade) for shade in steps]
    other = [_shaded(second, shade) for shade in lit]
    return tuple(
        _tinted(first, other, _parted(ground), tint / (TINTS - 1), fade) for tint in range(TINTS)
    )


def _tinted(
    first: list[Color], other: list[Color], ground: Color, share: float, fade: float
) -> tuple[int, ...]:
    """Return colours so far on the way to others, and so far to the ground: work stays bright."""
    far = fade * (1 - 0.55 * share)
    one, two = (1 - far) * (1 - share), (1 - far) * share
    red, green, blue = (far * part + 0.5 for part in ground)
    return tuple(
        0xFF000000
        | int(a * one + d * two + red) << 16
        | int(b * one + e * two + green) << 8
        | int(c * one + f * two + blue)
        for (a, b, c), (d, e, f) in zip(first, other, strict=True)
    )


def _shaded(tone: Tone, shade: float) -> Color:
    low, middle, high = map(_parted, tone)
    if shade < MIDDLE:
        return _parts_of(_blend(low, middle, shade / MIDDLE))
    return _parts_of(_blend(middle, high, (shade - MIDDLE) / (1 - MIDDLE)))
