"""Which poses each phase goes through: as written, and as it follows from what is written."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from longstride.content.pose_forms import PhasesForm
from longstride.content.proof import Proof
from longstride.content.wording import nearest
from longstride.core.flow.drill import Drill, Sides
from longstride.core.flow.tempo import Phase
from longstride.core.timeline.timeline import SpanPhase

Motion = tuple[str, ...]
Motions = dict[SpanPhase, Motion]

_EXAMPLE = 'eccentric = ["tall", "low"]'
_HOLD_EXAMPLE = 'hold = "low"'


def written_motions(form: PhasesForm, drill: Drill, poses: Iterable[str], proof: Proof) -> Motions:
    """Return the pose names of every phase, noting what is missing or does not meet."""
    _check_names(form, tuple(poses), proof)
    work = _work(form, drill, proof)
    if proof.mistakes:
        return {}
    first = SpanPhase.HOLD if drill.unit.is_hold else SpanPhase(drill.starts_with.value)
    home = work[first][0]
    setup = form.setup or (home,)
    ready = form.ready or _plain(setup[-1], home)
    rest = form.rest or _plain(home, setup[-1])
    motions = {
        **work,
        SpanPhase.SETUP: setup,
        SpanPhase.READY: ready,
        SpanPhase.REST: rest,
        SpanPhase.CHANGE: rest,
        SpanPhase.CLOSE: rest,
    }
    _check_meetings(motions, first, drill, proof)
    return motions


def _work(form: PhasesForm, drill: Drill, proof: Proof) -> Motions:
    lower = form.eccentric or (form.concentric and form.concentric[::-1])
    if drill.unit.is_hold:
        if form.hold is None:
            proof.wrong(("phases",), f"this drill is a hold; write {_HOLD_EXAMPLE}")
            return {}
        lower = lower or form.hold[:1]
    elif lower is None:
        proof.wrong(("phases",), f"the lowering is missing; write {_EXAMPLE}")
        return {}
    rise = form.concentric or lower[::-1]
    end = rise[-1:] if drill.starts_with is Phase.CONCENTRIC else lower[-1:]
    return {
        SpanPhase.ECCENTRIC: lower,
        SpanPhase.STRETCHED: form.stretched or lower[-1:],
        SpanPhase.CONCENTRIC: rise,
        SpanPhase.CONTRACTED: form.contracted or rise[-1:],
        SpanPhase.HOLD: form.hold or end,
    }


def _plain(start: str, end: str) -> Motion:
    return (start,) if start == end else (start, end)


def _check_names(form: PhasesForm, poses: tuple[str, ...], proof: Proof) -> None:
    used = set()
    for phase in type(form).model_fields:
        for name in getattr(form, phase) or ():
            used.add(name)
            if name not in poses:
                text = f'{phase}: there is no pose "{name}"{nearest(name, poses)}'
                proof.wrong(("phases", phase), text)
    for name in set(poses) - used:
        proof.unwise(("pose", name), f'no phase uses the pose "{name}"')


def _check_meetings(
    motions: Mapping[SpanPhase, Motion], first: SpanPhase, drill: Drill, proof: Proof
) -> None:
    """Note every phase that does not begin where the one before it ends."""
    ring = [SpanPhase(phase.value) for phase in Phase] * 2
    order = [SpanPhase.SETUP, SpanPhase.READY, first, SpanPhase.REST]
    home = motions[first][0]
    if not drill.unit.is_hold:
        start = ring.index(first)
        order[2:3] = [*ring[start : start + 4], first]
        if drill.sides is Sides.ALTERNATE:  # the other side's start; how it looks is checked later
            home = motions[ring[start + 3]][-1]
    for before, after in pairwise(order):
        ended = motions[before][-1]
        begun = home if after is first else motions[after][0]
        if first is SpanPhase.HOLD and before is first:
            ended = motions[before][0]  # a hold ends as it began, with the chest empty
        if before is first and after is SpanPhase.REST and first is not SpanPhase.HOLD:
            ended = home  # the set ends where its next repetition would begin
        if ended != begun:
            proof.wrong(
                ("phases", after.value),
                f'{after} begins with "{begun}" where {before} ends with "{ended}"; let them meet',
            )
