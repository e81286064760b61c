"""Does what the athlete wants of a plan: asks about it, and has the answer written."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal

from longstride.core.errors import LongstrideError
from longstride.core.history.plan.following import Following, TurnMove
from longstride.core.history.plan.place import first_week
from longstride.core.history.week import Rhythm
from longstride.records.following import end_plan, follow, going, take_back
from longstride.ui.intentions import plan as wants
from longstride.ui.shell.writing_part import WritingPart
from longstride.ui.shown.plan_words import begins_text, weekday
from longstride.ui.shown.plans import Plans, find_plans

if TYPE_CHECKING:
    from datetime import date

    from longstride.core.flow.plan import Plan
    from longstride.core.history.plan.turn import Turn
    from longstride.journal.journal import Journal
    from longstride.records.following import PlanNow
    from longstride.ui.plan.calendar_desk import CalendarDesk
    from longstride.ui.plan.days_desk import DaysDesk

_NOTICE = "plan"


class PlanDesk(WritingPart):
    """``refused`` comes where there was no change, which is told.

    ``timed`` comes with a change of the athlete's days, before it is written of.
    """

    refused = Signal()
    timed = Signal()

    def take(self, wish: wants.PlanWish) -> None:
        """Do what is wanted."""
        match wish:
            case wants.ChoosePlan():
                self._background.run(self._plans, self._ask_plan, self._refuse)
            case wants.FollowPlan(plan, from_week):
                self._follow(plan, from_week)
            case wants.EndPlan():
                self._end()
            case wants.SaveCalendar():
                self._calendar.ask()
            case wants.ChooseDay(now, turn):
                self._ask_day(now, turn)
            case wants.MoveTurn(now, turn, day):
                self._move(now, turn, now.moved(turn, day))
            case wants.NotToday(now, turn):
                self._move(now, turn, now.put_off(turn))
            case wants.PutBack(now, turn):
                self._put_back(now, turn)
            case wants.LightenWeek():
                self._lighten()
            case wants.RestoreWeek(days):
                self._restore_week(days)
            case wants.DayWish():
                self._days.take(wish)

    @cached_property
    def _calendar(self) -> CalendarDesk:
        from longstride.ui.plan.calendar_desk import CalendarDesk

        return CalendarDesk(self._front)

    @cached_property
    def _days(self) -> DaysDesk:
        from longstride.ui.plan.days_desk import DaysDesk

        days = DaysDesk(self._front)
        days.written.connect(self.timed)
        days.written.connect(self.written)
        days.refused.connect(self.refused)
        return days

    # -- what is asked --------------------------------------------------------------------------

    def _plans(self) -> tuple[Plans, bool]:
        engine = self._engine
        return find_plans(engine), bool(going(engine.records.journal, engine.today()))

    def _ask_plan(self, found: tuple[Plans, bool]) -> None:
        from longstride.ui.plan.choose_plan_dialog import ChoosePlanDialog

        dialog = ChoosePlanDialog(self._theme, self._window, *found)
        dialog.chosen.connect(lambda plan: self._window.wants.emit(wants.FollowPlan(plan)))
        dialog.ended.connect(self._end)
        dialog.open()

    def _ask_day(self, now: PlanNow, turn: Turn) -> None:
        from longstride.ui.plan.move_turn_dialog import MoveTurnDialog

        title, today = self._title(turn), self._engine.today()
        dialog = MoveTurnDialog(self._theme, self._window, now, turn, title, today)
        dialog.wants.connect(self._window.wants)
        dialog.open()

    # -- what is written ------------------------------------------------------------------------

    def _follow(self, plan: Plan, from_week: int) -> None:
        engine, today = self._engine, self._engine.today()
        rhythm = Rhythm(week_start=engine.week_start())
        begun = Following(uuid4(), plan, first_week(rhythm, today), from_week)

        def work() -> tuple[Following, ...]:
            journal = engine.records.journal
            before = going(journal, today)
            follow(journal, begun, today)
            return before

        def tell(before: tuple[Following, ...]) -> None:
            when = "this week" if begun.first <= today else f"on {begins_text(begun.first)}"
            self._offer_undo(
                _NOTICE,
                f"You follow {plan.title}; it begins {when}.",
                lambda: take_back(engine.records.journal, begun.id, before),
            )

        self._write(work, tell)

    def _end(self) -> None:
        engine, today = self._engine, self._engine.today()

        def work() -> tuple[tuple[Following, ...], bool]:
            from longstride.records.calendar import is_in_a_calendar

            before = going(engine.records.journal, today)
            end_plan(engine.records.journal, today)
            return before, is_in_a_calendar(engine.paths, today)

        def tell(ended: tuple[tuple[Following, ...], bool]) -> None:
            before, is_written = ended
            if before:
                words = f"{before[-1].plan.title} has ended. Everything you did is kept."
                self._offer_undo(_NOTICE, words, lambda: engine.records.journal.follow(*before))
            if before and is_written:
                self._calendar.offer_to_clear()

        self._write(work, tell)

    def _move(self, now: PlanNow, turn: Turn, move: TurnMove) -> None:
        engine, before = self._engine, now.move_of(turn)

        def tell(_: None) -> None:
            self._offer_undo(
                _NOTICE,
                moved_text(self._title(turn), move),
                lambda: _restore(engine.records.journal, move, before),
            )

        self._write(lambda: engine.records.journal.move_turn(move), tell)

    def _put_back(self, now: PlanNow, turn: Turn) -> None:
        engine, before = self._engine, now.move_of(turn)
        if before is None:
            return

        def tell(_: None) -> None:
            self._offer_undo(
                _NOTICE,
                f"{self._title(turn)} is back on its own day.",
                lambda: engine.records.journal.move_turn(before),
            )

        self._write(lambda: engine.records.journal.unmove_turn(before), tell)

    def _lighten(self) -> None:
        """Freeze what a lighter week asks nothing of: from those days it is read that it is one."""
        from longstride.core.history.load import loaded_among
        from longstride.records import lighter_week

        engine = self._engine

        def work() -> tuple[date, ...]:
            journal, loaded = engine.records.journal, loaded_among(engine.library.flows.values())
            rhythm = Rhythm(journal.weeks(), journal.freezes(), week_start=engine.week_start())
            days = lighter_week.days_to_ease(journal, loaded, rhythm, engine.today())
            lighter_week.ease(journal, days)
            return days

        def tell(days: tuple[date, ...]) -> None:
            if days:
                words = lighter_week.eased_words(days)
                undo = partial(lighter_week.ease_no_more, engine.records.journal, days)
                self._offer_undo(_NOTICE, words, undo)
            else:
                self._front.done(_NOTICE, lighter_week.FROZEN_ALREADY)

        self._write(work, tell)

    def _restore_week(self, days: tuple[date, ...]) -> None:
        from longstride.records import lighter_week

        engine = self._engine

        def tell(_: None) -> None:
            undo = partial(lighter_week.ease, engine.records.journal, days)
            self._offer_undo(_NOTICE, lighter_week.FULL_AGAIN, undo)

        self._write(lambda: lighter_week.ease_no_more(engine.records.journal, days), tell)

    def _title(self, turn: Turn) -> str:
        flow = self._engine.library.flows.get(turn.flow)
        return flow.title if flow else turn.flow

    def _refuse(self, error: LongstrideError) -> None:
        super()._refuse(error)
        self.refused.emit()


def moved_text(title: str, move: TurnMove) -> str:
    """Return where a turn is now, in a sentence."""
    if move.day is None:
        return f"{title} is left out. The rest of the week stays as it is."
    return f"{title} waits until {weekday(move.day)}."


def _restore(journal: Journal, move: TurnMove, before: TurnMove | None) -> None:
    """Put a turn where it was before a move."""
    if before is None:
        journal.unmove_turn(move)
    else:
        journal.move_turn(before)
