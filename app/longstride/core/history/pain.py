"""It hurts: which places still do, from what was answered after each session.

A place with sharp pain is left alone until the athlete says that it is better: nothing that loads
or stretches it is suggested or grown. Dull pain asks for no more than that nothing grows there.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType

from longstride.core.flow.body import HIP, BodyPlace, places_named
from longstride.core.history.session import Pain, PainKind, Session

Better = Mapping[BodyPlace, datetime]  # the last time each place was said to be better, aware
NOT_SAID: Better = MappingProxyType({})
SHARP_ADVICE = (
    "Stop here for today. Sharp pain is a sign to leave this area alone: do not load or stretch "
    "it again until a doctor or physiotherapist has looked at it."
)
DULL_ADVICE = (
    "Go easy on it today; nothing is made harder while it is tender. If it stays or turns sharp, "
    "leave it alone and see a doctor or physiotherapist."
)
_ANY = frozenset({PainKind.DULL, PainKind.SHARP})
_SHARP = frozenset({PainKind.SHARP})


def hurting(sessions: Iterable[Session], better: Better) -> dict[BodyPlace, date]:
    """Return the places of sharp pain not said to be better since, each with its last day."""
    return _places(sessions, better, _SHARP)


def tender(sessions: Iterable[Session], better: Better) -> frozenset[BodyPlace]:
    """Return the places of any pain, dull too, not said to be better since."""
    return frozenset(_places(sessions, better, _ANY))


def pain_of(session: Session) -> Pain:
    """Return the pain of a session, none where nothing was answered."""
    return session.after.pain if session.after else Pain()


def advice_on(kind: PainKind) -> str:
    """Return what a kind of pain is answered with, "" where there is none."""
    return {PainKind.SHARP: SHARP_ADVICE, PainKind.DULL: DULL_ADVICE}.get(kind, "")


def places_text(places: Iterable[BodyPlace]) -> str:
    """Return places in words: "front of the hip", "hip" for all of it; "" where one is unknown."""
    found = set(places)
    if BodyPlace.SOMEWHERE in found or not found:
        return ""
    names = ["hip"] if found >= HIP else []
    names += [place.value for place in BodyPlace if place in found - (HIP if names else set())]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _places(
    sessions: Iterable[Session], better: Better, kinds: frozenset[PainKind]
) -> dict[BodyPlace, date]:
    found: dict[BodyPlace, date] = {}
    for session in sorted(sessions, key=lambda each: (each.day, each.started)):
        pain = pain_of(session)
        if pain.kind not in kinds:
            continue
        for place in places_named(pain.where):
            said = better.get(place)
            if said is None or said <= (session.ended or session.started):
                found[place] = session.day
    return found
