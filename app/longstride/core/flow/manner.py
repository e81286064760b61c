"""How one run is told and done, where that is to be otherwise than the settings say."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from longstride.core.flow.breath import Breath
from longstride.core.flow.talk import Talk

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow

# A set-up sentence comes out at about 146 words a minute, pauses in; espeak's own 200 gives 221.
USUAL_RATE = 140
LEAST_RATE, MOST_RATE = 80, 300  # words a minute


@dataclass(frozen=True, slots=True)
class Manner:
    """None leaves what is set; ``rate`` is in words a minute. ValueError for one out of range.

    ``lighter`` makes all of it lighter from its beginning.
    """

    talk: Talk | None = None
    rate: int | None = None
    breath: Breath | None = None
    lighter: bool = False

    def __post_init__(self) -> None:
        if self.rate is not None and not LEAST_RATE <= self.rate <= MOST_RATE:
            raise ValueError(f"a voice speaks {LEAST_RATE} to {MOST_RATE} words a minute")

    def paced(self, flow: Flow) -> Flow:
        """Return a flow at this breath."""
        return flow if self.breath is None else replace(flow, breath=self.breath)

    def as_json(self) -> dict[str, object]:
        """Return it as JSON values, to be sent to the window that stands."""
        breath = self.breath and [self.breath.inhale, self.breath.exhale]
        how: dict[str, object] = {"talk": self.talk, "rate": self.rate, "breath": breath}
        return {**how, "lighter": self.lighter}


def manner_from(found: object) -> Manner | None:
    """Return the manner in JSON values, believing nothing; None where it is none."""
    if not isinstance(found, dict):
        return None
    talk, rate, breath = (found.get(name) for name in ("talk", "rate", "breath"))
    try:
        return Manner(
            None if talk is None else Talk(talk),
            None if rate is None else _whole(rate),
            None if breath is None else Breath(*map(_whole, breath)),
            found.get("lighter") is True,
        )
    except (TypeError, ValueError):
        return None


def _whole(number: object) -> int:
    if type(number) is not int:
        raise TypeError("no whole number")
    return number
