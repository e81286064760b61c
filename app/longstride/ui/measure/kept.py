"""How many strides or tries of a day are kept; free of Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longstride.core.flow.drill import Side
    from longstride.ui.shown.film import Use
    from longstride.ui.shown.measured import Measured


def kept_today(measured: Measured, use: Use) -> Mapping[Side, int]:
    """Return how many were kept from pictures today, by side."""
    sides = Counter(
        still.side for still in measured.stills if still.counts_for(use, measured.today)
    )
    return MappingProxyType(dict(sides))
