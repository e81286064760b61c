"""How long the natural voice takes for a sentence: a small model, so that no voice is needed.

Fitted by least squares to 851 sentences of the shipped flows, rendered with the natural voice at
rate 140. One or two words (114 of them): ms = 275 + 51 a letter + 252 a comma, the rest with a
standard deviation of 55 ms. Longer ones (737): ms = 321 + 67 a letter + 226 a comma, colon or
semicolon + 1010 a full stop inside, the rest 183 ms; nine in ten lie within 0.3 s. The beat of a
word is heard 86 ms after its sound begins (median). Other rates are scaled by 140 / rate.
"""

import json
import re
from pathlib import Path

from longstride.core.timeline.lengths import Length

RATES = (110, 140, 190)
FITTED = 140
# ms of a sentence, a letter, a comma, a full stop inside
SHORT = (275, 51, 252, 0)  # of one or two words
LONG = (321, 67, 226, 1010)
ONSET = 86


class ModelLengths(dict[str, Length]):
    """The length of any sentence at a rate; ``known`` ones are as they were measured."""

    def __init__(self, rate: int = FITTED, known: dict[str, Length] | None = None) -> None:
        super().__init__(known or {})
        self.rate = rate

    def get(self, text: str, default: object = None) -> Length:  # type: ignore[override]
        del default
        if text not in self:
            self[text] = modelled(text, self.rate)
        return self[text]


def modelled(text: str, rate: int = FITTED) -> Length:
    """Return the length of a sentence by the model."""
    letters = len(re.findall(r"[A-Za-z]", text))
    commas, stops = len(re.findall(r"[,:;]", text)), len(re.findall(r"[.!?]\s", text))
    base, letter, comma, stop = SHORT if len(text.split()) <= 2 else LONG
    ms = base + letter * letters + comma * commas + stop * stops
    return Length(ms * FITTED // rate, ONSET * FITTED // rate)


def measured(path: Path) -> dict[str, Length]:
    """Return the lengths in a file ``{text: [ms, onset]}``."""
    return {text: Length(*both) for text, both in json.loads(path.read_text()).items()}
