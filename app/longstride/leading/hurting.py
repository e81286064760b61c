"""What is left out of a run because something hurts, and how the run goes on after that."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from longstride.core.flow.strain import nameable
from longstride.core.timeline.player import Player, PlayState, Progress
from longstride.core.timeline.timeline import SpanPhase
from longstride.leading.left_out import left_out_of
from longstride.leading.trouble import LEFT_OUT, SPARED, UNTOUCHED

if TYPE_CHECKING:
    from longstride.core.flow.body import BodyPlace
    from longstride.core.history.session import Session
    from longstride.leading.coach import Coach
    from longstride.leading.session_writer import SessionWriter


class Hurting:
    """Leaves out the drill that hurts, and where the place is named, all later work on it.

    ``take`` is told what a player's jump has brought. ``nameable`` are the places of which one
    may be named while the step ``at`` lasts. Both ways to leave something out want a player that
    stands still, and return what to show of it in a sentence.
    """

    def __init__(
        self,
        coach: Coach,
        session: Session,
        writer: SessionWriter,
        take: Callable[[Progress], None],
    ) -> None:
        self._coach, self._writer, self._take = coach, writer, take
        self.left_out = left_out_of(session, coach.flow)
        self.nameable: tuple[BodyPlace, ...] = ()
        self.at: int | None = None

    def leave_drill(self, player: Player) -> str:
        """Go on after this drill and have it said; in the closing words nothing is left of one."""
        step = player.step
        closing = player.moment.span.phase is SpanPhase.CLOSE
        drill = self._coach.flow.steps[step].drill
        self._writer.hurt(None if closing else step)
        self.nameable = () if closing else nameable(drill)
        if player.state is not PlayState.FINISHED:  # just now
            if not closing:
                self.left_out.add(self._coach.flow, step)
                self._writer.record(player.retell(step), self.left_out.after(step))
            self._go_past(player, step, self._coach.parts.preparation.coaching.phrases.hurt)
            self.at = player.step
        return LEFT_OUT.format(name=drill.name)

    def leave_place(self, place: BodyPlace, player: Player) -> str:
        """Leave out what is left of the work on a place, and have that said once."""
        step, notice = player.step, self._coach.parts.preparation.coaching.phrases.spared
        self.nameable = ()
        self._writer.hurt_at(place)
        found = self.left_out.spare(self._coach.flow, frozenset({place}), step)
        if self.left_out.holds(step):
            self._writer.record(player.retell(step), self.left_out.after(step))
            self._go_past(player, step, notice)
        elif found and (new := self._coach.say(player.timeline, player.position, notice)):
            self._coach.load(new)
            player.replace(new)
        return (SPARED if found else UNTOUCHED).format(place=place.value)

    def _go_past(self, player: Player, step: int, notice: str) -> None:
        """Go on after a step and what is left out after it, and have something said of that."""
        at = self.left_out.way_on(player.timeline, step)
        timeline = self._coach.leave_out(player.timeline, at, notice)
        if timeline is None:
            self._take(player.seek(at))
        else:
            self._coach.load(timeline)
            self._take(player.come_back(timeline, at))
