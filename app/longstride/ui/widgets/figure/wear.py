"""What a body wears: which material each part is of, from where to where along it."""

from collections.abc import Mapping
from types import MappingProxyType

Run = tuple[str, float | None, float | None]
"""A material, and from where to where along a part; None is the part's end."""

SHORTS, SLEEVE, WAIST, COLLAR = 0.34, 0.28, 0.18, 1.10
"""How far they reach: along the thigh, the upper arm and the trunk."""
LAP = 0.06  # by how much cloth covers what is under it
CLOTH = 0.0035  # body heights cloth stands off the skin

RUNS: Mapping[str, tuple[Run, ...]] = MappingProxyType({
    "thigh": (("skin", SHORTS - LAP, None), ("shorts", None, SHORTS)),
    "upper_arm": (("skin", SLEEVE - LAP, None), ("top", None, SLEEVE)),
    "trunk": (("shorts", None, WAIST + LAP), ("skin", COLLAR - LAP, None),
              ("top", WAIST - 0.02, COLLAR)),
    "head": (("hairline", None, None),),
})  # fmt: skip
"""What is worn on a part, the undermost first; any other part is bare."""
BARE: tuple[Run, ...] = (("skin", None, None),)
WORN = frozenset({"top", "shorts"})
