"""The plans there are to follow, as the pages have them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from longstride.core.errors import FlowError

if TYPE_CHECKING:
    from longstride.core.flow.plan import Plan
    from longstride.engine import Engine
    from longstride.ui.shown.pages import Fresh


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans there are; ``refusal`` says in a sentence why there are none, "" if all is well."""

    offered: tuple[Plan, ...]
    refusal: str = ""


def find_plans(engine: Engine) -> Plans:
    """Return the plans there are, or why they cannot be read."""
    try:
        return Plans(tuple(engine.plans.values()))
    except FlowError as error:
        return Plans((), str(error))


def read_plans(engine: Engine) -> Fresh:
    """Read the plans there are."""
    plans = find_plans(engine)
    return lambda shown: replace(shown, plans=plans)
