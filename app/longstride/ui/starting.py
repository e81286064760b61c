"""How a flow is begun: whole or in fewer minutes, a step of it, or where it was cut off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from longstride.ui.intentions import editing, leading
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from uuid import UUID

    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.core.timeline.shorten import Short
    from longstride.leading.coach import Coach
    from longstride.sound.output import DeviceOutput
    from longstride.ui.showing import Showing

    CoachOn = Callable[[DeviceOutput], Coach]


class Starting(FrontPart):
    """Hands what makes the coach of a run to ``lead``, with stiffness as rated before it."""

    def __init__(
        self, front: Front, showing: Showing, lead: Callable[[CoachOn, int | None], object]
    ) -> None:
        super().__init__(front)
        self._showing = showing
        self._lead = lead

    def take(self, wish: leading.LeadWish) -> None:
        """Begin, try, take up or let go of what is wanted."""
        match wish:
            case leading.Start():
                self._start(wish)
            case leading.Preview(name, step, talk):
                self._preview(lambda: self._showing.flow(name), step, talk, short=True)
            case editing.PreviewFlow(draft, step):
                self._preview(lambda: draft, step)
            case leading.Resume(session):
                self._resume(session)
            case leading.Discard(session):
                self._discard(session)

    def _start(self, wish: leading.Start) -> None:
        from longstride.leading.start import coach_for

        engine, find, manner = self._engine, self._showing.finder(wish.flow), wish.manner
        if wish.room is None:
            self._lead(lambda out: coach_for(engine, find(), out, manner), wish.stiffness)
        else:
            self._start_short(wish, wish.room)

    def _start_short(self, wish: leading.Start, room: int) -> None:
        """Fit a flow to the ms there are, by what is measured now, and lead through that."""
        from longstride.leading.shortening import shortened
        from longstride.leading.start import coach_for

        engine, find, manner = self._engine, self._showing.finder(wish.flow), wish.manner

        def lead(short: Short) -> None:
            had = None if short.is_whole else room
            self._lead(lambda out: coach_for(engine, short.flow, out, manner, had), wish.stiffness)

        refuse = self._front.refuse
        self._background.run(lambda: shortened(engine, find(), room, manner), lead, refuse)

    def _preview(
        self,
        find: Callable[[], Flow],
        step: int | None,
        talk: Talk | None = None,
        *,
        short: bool = False,
    ) -> None:
        from longstride.leading.start import preview

        engine = self._engine
        self._lead(lambda out: preview(engine, find(), step, out, talk, short=short), None)

    def _resume(self, session_id: UUID) -> None:
        session = self._showing.session()
        if session is not None and session.id == session_id:
            from longstride.leading.start import coach_again

            self._lead(lambda out: coach_again(self._engine, session, out), None)

    def _discard(self, session_id: UUID) -> None:
        engine = self._engine
        self._background.run(
            lambda: engine.records.journal.close(session_id, engine.now()),
            lambda _: self._showing.records.read_recent(),
            self._front.refuse,
        )
