"""After a run in which something hurt: where, how, and what is advised."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from longstride.command.terminal import ask, say, somebody_sits
from longstride.core.history.bounds import LONGEST_PLACE
from longstride.core.history.pain import advice_on
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.core.letters import typed_line

if TYPE_CHECKING:
    from longstride.core.flow.body import BodyPlace
    from longstride.leading.run import Run

    Places = tuple[BodyPlace, ...]

WHERE = "Where does it hurt? For example: front of the left hip. "
NAMED = "         Where? Press its figure, if you like: drills that work on it are left out too."
HOW = "Is it sharp or dull? Type sharp or dull. "


def offer_places(run: Run, offered: Places) -> Places:
    """Print the places that may be named by a figure, once each time, and return them."""
    places = run.nameable
    if places and places != offered:
        say(NAMED)
        say("         " + "  ".join(f"{n} {place.value}" for n, place in enumerate(places, 1)))
    return places


def names_place(run: Run, key: str) -> bool:
    """Name the place that a key stands for; return whether it does for one."""
    number = "123456789".find(key) if key else -1
    if not 0 <= number < len(run.nameable):
        return False
    run.hurt(run.nameable[number])
    return True


def ask_about_pain(run: Run) -> None:
    """Ask where and how it hurt, if it did, write that down, and say what is advised.

    What is left out stays as it was known; so does all of it where nobody can be asked.
    """
    if run.pain is None:
        return
    pain = _answered(run.pain) if somebody_sits() else run.pain
    if pain != run.pain:
        run.rate(replace(run.session.after or AfterRating(), pain=pain))
    say(advice_on(pain.kind))


def _answered(pain: Pain) -> Pain:
    with suppress(KeyboardInterrupt):
        where = typed_line(ask(WHERE) or "")[:LONGEST_PLACE]
        pain = replace(pain, where=where or pain.where)
        pain = replace(pain, kind=_kind(ask(HOW) or "") or pain.kind)
    return pain


def _kind(answer: str) -> PainKind | None:
    """Return the kind of pain that a word, or the beginning of it, names."""
    word = answer.strip().lower()
    kinds = (PainKind.DULL, PainKind.SHARP)
    return next((kind for kind in kinds if word and kind.value.startswith(word)), None)
