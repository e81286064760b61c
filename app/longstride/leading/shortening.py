"""A flow fitted to the minutes there are, by how long it is as this athlete is told it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from longstride.core.counting import counted
from longstride.core.errors import NoRoomError
from longstride.core.flow.manner import Manner
from longstride.core.timeline.shorten import Short, fit, ladder
from longstride.leading.start import about_to_perform, fresh_preparation

if TYPE_CHECKING:
    from longstride.core.flow.flow import Flow
    from longstride.core.timeline.adapt import Performance
    from longstride.core.timeline.timeline import Timeline
    from longstride.engine import Engine
    from longstride.leading.preparation import Preparation

MINUTE = 60_000
Begin = Callable[["Flow"], "Performance"]


def shortened(engine: Engine, flow: Flow, room: int, manner: Manner = Manner()) -> Short:
    """Return a flow made to last at most ``room`` ms, as far as its speech is measured by now.

    NoRoomError where it cannot. It compiles the flow some dozen times: not for the GUI thread.
    """
    flow = manner.paced(flow)
    return fitted(flow, room, *_recalled(engine, flow, manner))


def all_shortened(
    engine: Engine, flow: Flow, rooms: Iterable[int], manner: Manner = Manner()
) -> Mapping[int, tuple[Short, Timeline]]:
    """Return a flow made to last at most so many ms each, and what becomes of it.

    Rooms that are too small for it are not in it.
    """
    compiled = _compiled_by(*_recalled(engine, flow, manner))
    shorts = {room: fit(flow, room, lambda each: compiled(each).duration) for room in rooms}
    return {room: (short, compiled(short.flow)) for room, short in shorts.items() if short}


def fitted(flow: Flow, room: int, preparation: Preparation, begin: Begin) -> Short:
    """Return a flow made to last at most ``room`` ms by what is measured; else NoRoomError.

    ``begin`` gives a flow as its run begins, which may be lighter.
    """
    length = _length_by(preparation, begin)
    if (short := fit(flow, room, length)) is None:
        raise NoRoomError(_too_long(flow, min(length(rung.flow) for rung in ladder(flow))))
    return short


def fitting(
    flow: Flow, room: int | None, preparation: Preparation, begin: Begin
) -> Iterator[Short]:
    """Yield flows to be rendered, until one fits by its measured speech: the last.

    ``room`` in ms, None for the whole flow; ``begin`` as in ``fitted``. NoRoomError
    where none fits.
    """
    short = Short(flow, tuple(range(len(flow.steps))))
    yield short
    while room is not None and _length_by(preparation, begin)(short.flow) > room:
        short = fitted(flow, room, preparation, begin)
        yield short


def _recalled(engine: Engine, flow: Flow, manner: Manner) -> tuple[Preparation, Begin]:
    prepared = fresh_preparation(engine, flow, manner)

    def begin(flow: Flow) -> Performance:
        return about_to_perform(engine, flow, prepared.coaching, manner)

    prepared.recall(begin(flow))
    return prepared, begin


def _length_by(preparation: Preparation, begin: Begin) -> Callable[[Flow], int]:
    """Return what tells the ms of a flow by what is measured now."""
    compiled = _compiled_by(preparation, begin)
    return lambda flow: compiled(flow).duration


def _compiled_by(preparation: Preparation, begin: Begin) -> Callable[[Flow], Timeline]:
    """Return what compiles a flow, each once, by what is measured now."""

    @cache
    def compiled(flow: Flow) -> Timeline:
        return preparation.compile(begin(flow))

    return compiled


def _too_long(flow: Flow, least: int) -> str:
    time = counted(-(-least // MINUTE), "minute")
    if not flow.shorten:
        return f"{flow.title} is always done whole, in {time}; choose a shorter flow for less."
    return f"{flow.title} takes {time} at least; choose a shorter flow for less."
