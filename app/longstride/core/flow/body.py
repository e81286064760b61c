"""Places of the body that can hurt, and how an athlete names them."""

import re
from collections.abc import Mapping
from enum import StrEnum


class BodyPlace(StrEnum):
    """A place that can hurt; SOMEWHERE is one that was not named, or not in words known here."""

    HIP_FRONT = "front of the hip"
    HIP_SIDE = "side of the hip"
    HIP_BACK = "back of the hip"
    GROIN = "groin"
    THIGH_FRONT = "front of the thigh"
    THIGH_BACK = "back of the thigh"
    KNEE = "knee"
    LOWER_LEG = "lower leg or foot"
    LOWER_BACK = "lower back"
    UPPER_BACK = "upper back or neck"
    BELLY = "belly or waist"
    ARM = "shoulder or arm"
    SOMEWHERE = "somewhere"


HIP = frozenset({BodyPlace.HIP_FRONT, BodyPlace.HIP_SIDE, BodyPlace.HIP_BACK, BodyPlace.GROIN})
THIGH = frozenset({BodyPlace.THIGH_FRONT, BodyPlace.THIGH_BACK, BodyPlace.GROIN})
LEG = HIP | THIGH | {BodyPlace.KNEE, BodyPlace.LOWER_LEG}
_SOMEWHERE = frozenset({BodyPlace.SOMEWHERE})


def places_named(text: str) -> frozenset[BodyPlace]:
    """Return the places an athlete's own words name, wide where they are wide; never none.

    "front of the left hip" is one place, "hip" all four of them, and what is not understood is
    SOMEWHERE: better too much left alone than too little.
    """
    backs = frozenset(map(_back, _BACK.findall(text.lower())))
    words = frozenset(re.findall(r"[a-z]+", _BACK.sub(" ", text.lower())))
    found = backs | _sided(words) | _plain(words)
    if "back" in words and not words & _HAS_A_BACK:
        found |= {BodyPlace.LOWER_BACK}
    return found or _SOMEWHERE


def _back(which: str) -> BodyPlace:
    return BodyPlace.LOWER_BACK if which.startswith("low") else BodyPlace.UPPER_BACK


def _sided(words: frozenset[str]) -> frozenset[BodyPlace]:
    """Return the parts of hip and thigh that are meant: those on the sides named, else all."""
    sides = {side for side, names in _SIDES.items() if words & names}
    found: frozenset[BodyPlace] = frozenset()
    for part, places in _PARTS.items():
        if part in words or f"{part}s" in words:
            found |= frozenset(places[side] for side in sides if side in places) or frozenset(
                places.values()
            )
    return found


def _plain(words: frozenset[str]) -> frozenset[BodyPlace]:
    named = {_PLACES[stem] for word in words if (stem := word.removesuffix("s")) in _PLACES}
    return frozenset(named) | (_LEG if words & {"leg", "legs"} else frozenset())


_BACK = re.compile(r"\b(lower|low|upper|mid|middle)[ -]back\b")
_SIDES: Mapping[str, frozenset[str]] = {
    "front": frozenset({"front", "flexor", "flexors", "top"}),
    "side": frozenset({"side", "outer", "outside", "lateral"}),
    "back": frozenset({"back", "behind", "rear"}),
    "inside": frozenset({"inner", "inside"}),
}
_PARTS: Mapping[str, Mapping[str, BodyPlace]] = {
    "hip": {
        "front": BodyPlace.HIP_FRONT,
        "side": BodyPlace.HIP_SIDE,
        "back": BodyPlace.HIP_BACK,
        "inside": BodyPlace.GROIN,
    },
    "thigh": {
        "front": BodyPlace.THIGH_FRONT,
        "back": BodyPlace.THIGH_BACK,
        "inside": BodyPlace.GROIN,
    },
}
_WORDS: Mapping[BodyPlace, str] = {
    BodyPlace.HIP_FRONT: "psoas psoa iliopsoa flexor",
    BodyPlace.HIP_SIDE: "abductor trochanter itb",
    BodyPlace.HIP_BACK: "glute gluteu buttock bum bottom piriformi sacrum tailbone",
    BodyPlace.GROIN: "groin adductor crotch",
    BodyPlace.THIGH_FRONT: "quad quadricep",
    BodyPlace.THIGH_BACK: "hamstring",
    BodyPlace.KNEE: "knee kneecap patella patellar meniscu",
    BodyPlace.LOWER_LEG: "shin calf calve achille ankle foot feet heel toe sole arch",
    BodyPlace.LOWER_BACK: "lumbar spine disc",
    BodyPlace.UPPER_BACK: "neck thoracic",
    BodyPlace.BELLY: "belly stomach abdomen ab waist oblique rib core",
    BodyPlace.ARM: "shoulder arm elbow wrist hand finger",
}
_PLACES = {word: place for place, words in _WORDS.items() for word in words.split()}  # no final s
_LEG = THIGH | {BodyPlace.KNEE, BodyPlace.LOWER_LEG}
# "back of the knee" names a side of it, not the back.
_HAS_A_BACK = frozenset(
    "hip hips thigh thighs knee knees leg legs ankle heel calf foot hand shoulder neck".split()
)
