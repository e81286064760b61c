"""Plans for looking at pages: followed in its third week, not begun, over, none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from longstride.content import load_plans
from longstride.core.flow.flow import Flow
from longstride.core.flow.plan import After, Plan
from longstride.core.history.counsel_words import EARNED
from longstride.core.history.dose_change import Answer, DoseChange, Rung
from longstride.core.history.plan.following import Anchor, Following, PlanPlace
from longstride.core.history.plan.turn import Turn, TurnState
from longstride.core.history.streak import WeekReport, WeekState
from longstride.records.following import PlanNow
from longstride.settings import Settings
from longstride.ui.look.theme import Theme
from longstride.ui.plan.changes import plan_changes
from longstride.ui.plan.choose_plan_dialog import ChoosePlanDialog
from longstride.ui.plan.move_turn_dialog import MoveTurnDialog
from longstride.ui.plan.page import PlanPage
from longstride.ui.plan.times_dialog import TimesDialog
from longstride.ui.plan.view import PlanView, plan_view
from longstride.ui.shown.cards import FlowCard
from longstride.ui.shown.plans import Plans
from longstride.ui.shown.reminders import untold_text
from longstride.ui.today.plan_turn import with_plan
from longstride.ui.today.state import as_it_stands
from longstride.ui.today.view import TodayView, today_view
from longstride.ui.widgets.overlay import Overlay
from ui import page_samples as samples

FRIDAY = samples.FRIDAY  # 20 November 2026
MONDAY = FRIDAY - timedelta(days=4)
_PLANS = Path(__file__).parents[2] / "assets/plans"
TITLES = {
    "post-run-five": "Post-run five",
    "mobility-a": "Mobility A",
    "mobility-b": "Mobility B",
    "range-check": "Range check",
}
ANCHORS = tuple(
    Anchor(UUID(int=n + 1), day, after)
    for n, (after, day) in enumerate(
        [*((After.RUN, day) for day in (0, 2, 6)), *((After.OWN, day) for day in (1, 4, 5))]
    )
)

TIMED = tuple(  # runs at half past seven, told but on Sundays; the other days without a time
    replace(each, at=time(7, 30), remind=each.weekday != 6) if each.after else each
    for each in ANCHORS
)


@cache
def plans() -> Plans:
    """Return the plans that are shipped."""
    flows = ["unlock-the-desk", "sprint-primer"]
    names = {line.split(" = ")[0].strip() for file in _PLANS.iterdir() for line in _do(file)}
    return Plans(tuple(load_plans(_PLANS, {*flows, *names}).values()))


def _do(file: Path) -> Iterator[str]:
    for line in file.read_text().splitlines():
        if line.startswith("do = {"):
            yield from line.removeprefix("do = {").removesuffix("}").split(", ")


def runner() -> Plan:
    """Return the plan Runner."""
    return next(plan for plan in plans().offered if plan.id == "runner")


def cards() -> tuple[FlowCard, ...]:
    """Return the flows of Runner as cards."""
    return tuple(
        replace(samples.card(samples.flow(title, (0, 1, 6, 3)[: 3 + n % 2])), id=flow)
        for n, (flow, title) in enumerate(TITLES.items())
    )


def _turn(flow: str, day: int, now: int | None, state: TurnState = TurnState.PLANNED) -> Turn:
    after = After.RUN if flow == "post-run-five" else After.OWN
    number = 1 + sum(each < day for each in (0, 2, 6)) if after else 1
    there = None if now is None else MONDAY + timedelta(days=now)
    return Turn(flow, number, MONDAY + timedelta(days=day), there, after, state=state)


def now(week: int = 3, **changes: object) -> PlanNow:
    """Return Runner in one of its weeks on a Friday: two turns done, one carried, one let go."""
    following = Following(UUID(int=9), runner(), MONDAY - timedelta(weeks=week - 1))
    turns = (
        _turn("post-run-five", 0, 0, TurnState.DONE),
        _turn("mobility-a", 1, 4),
        _turn("post-run-five", 2, None, TurnState.LET_GO),
        _turn("mobility-b", 5, 5),
        _turn("post-run-five", 6, 6),
    )
    past = {n: _report(MONDAY - timedelta(weeks=week - n), 3 * (n != 2)) for n in range(1, week)}
    place = PlanPlace(week, lighter=runner().weeks[week - 1].lighter)
    made = PlanNow(
        following, place, MONDAY, runner().weeks[week - 1], turns, ANCHORS, turns, (), past
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def _report(start: date, days: int) -> WeekReport:
    return WeekReport(start, 3, days, 0, WeekState.KEPT if days else WeekState.OPEN)


def view(made: PlanNow | None = None, there: Plans | None = None) -> PlanView:
    """Return what the page shows of a plan on FRIDAY."""
    return plan_view(made or now(), cards(), there or plans(), FRIDAY)


def flows() -> list[Flow]:
    """Return the flows of Runner."""
    return [samples.flow(title, (0, 1, 6), id=flow) for flow, title in TITLES.items()]


def today() -> TodayView:
    """Return Today with the turn that was carried to it."""
    shown = samples.today(samples.sessions(9)[1:], cards(), plan=now())
    return with_plan(shown, cards(), flows(), FRIDAY)


def slower(flow: str, made: datetime) -> DoseChange:
    """Return a change that was taken: a second more of lowering in the split squat."""
    rung, answer = Rung.LOWERING, Answer.TAKEN
    return DoseChange(
        UUID(int=7), flow, "split-squat", 1, rung, "4120", "5120", "Steady.", made, answer, made
    )


def done_today() -> TodayView:
    """Return Today once the turn that was carried to it is done, a slower drill for the first."""
    newest, *older = samples.sessions(9)
    shown = replace(newest, flow="mobility-a", title="Mobility A")
    carried = replace(now().turns[1], state=TurnState.DONE)
    made = now(turns=(now().turns[0], carried, *now().turns[2:4], now().turns[4]))
    change = slower("mobility-a", shown.started - timedelta(days=3))
    doses = dict.fromkeys(TITLES, samples.STEADY)
    known = samples.recent((shown, *older), plan=made, changes=(change,), doses=doses)
    view = with_plan(today_view(FRIDAY, cards(), known), cards(), flows(), FRIDAY)
    return as_it_stands(view, flows(), FRIDAY)


def states(page: PlanPage) -> Iterator[str]:
    """Bring the page into one state after another; yield the name of each."""
    yield "plan_blank"
    page.show_none(plans())
    yield "plan_none"
    page.show_none(Plans((), "runner.toml, line 3: there is no flow “mobility-a”; name another."))
    yield "plan_unreadable"
    page.reminder.show_words("17:30 on run days")
    page.show_plan(view(), 0, 4)
    yield "plan"
    page.show_plan(changed(), 0, 4)
    yield "plan_changed"
    timed = tuple(replace(each, at=time(7, 30)) if each.after else each for each in now().turns)
    page.show_plan(view(now(anchors=TIMED, turns=timed)), 0, 4)
    page.days.times.show_untold(untold_text(TIMED, Settings()))
    yield "plan_timed"
    page.days.times.show_untold("")
    page.show_plan(view(now(4), Plans(plans().offered[:2])), 6, 2)
    yield "plan_lighter_gone"
    without = now(1, anchors=(), turns=now().turns[3:4])
    page.show_plan(view(without), 0, 3)
    yield "plan_no_days"
    later = Following(UUID(int=9), runner(), MONDAY + timedelta(days=7))
    page.show_plan(view(now(1, following=later, turns=())), 0, 3)
    yield "plan_to_begin"
    page.show_plan(view(now(8, place=PlanPlace(8, over=True), turns=())), 0, 3)
    yield "plan_over"
    page.show_plan(long_view(), 0, 4)
    yield "plan_long"
    page.show_plan(view(), 0, 4)


def changed() -> PlanView:
    """Return a plan whose week was made lighter, with turns moved and doses taken."""
    made = now(
        place=PlanPlace(3, lighter=True), eased=(MONDAY + timedelta(1), MONDAY + timedelta(3))
    )
    moves = (made.moved(made.turns[3], FRIDAY + timedelta(1)), made.moved(made.turns[2], None))
    turns = (*made.turns[:3], replace(made.turns[3], planned=MONDAY + timedelta(1)), made.turns[4])
    made = replace(made, moves=moves, turns=turns)
    taken = [
        change(1, rung=Rung.LOWERING, before="4120", after="5120"),
        change(2),
    ]
    return plan_view(
        made, cards(), plans(), FRIDAY, (), plan_changes(made, TITLES, taken, {}, (), UTC)
    )


def change(n: int, **values: object) -> DoseChange:
    """Return a dose that was taken in Mobility A."""
    when = datetime(2026, 11, 10 + n, 9, tzinfo=UTC)
    given = {
        "id": UUID(int=n),
        "flow": "mobility-a",
        "drill": "standing-hip-hinge",
        "place": 1,
        "rung": Rung.REPS,
        "before": "8",
        "after": "10",
        "reason": EARNED,
        "made": when,
        "answer": Answer.TAKEN,
        "edited": when,
        **values,
    }
    return DoseChange(**given)  # type: ignore[arg-type]


def long_view() -> PlanView:
    """Return a plan of sixteen weeks with very long words."""
    title = "Exzentrische Hüftbeugerverlängerung nach Donaudampfschifffahrtsgesellschaftslauf"
    week = replace(runner().weeks[2], focus=f"{title}, noch einmal und noch einmal langsamer")
    plan = replace(runner(), title=title, weeks=(week,) * 16)
    shown = [replace(card, title=title) for card in cards()]
    made = replace(now(), following=replace(now().following, plan=plan), week=week)
    made = replace(made, place=PlanPlace(3, lighter=True), eased=(FRIDAY,))
    titles, taken = (
        dict.fromkeys(TITLES, title),
        [change(1)],
    )
    return plan_view(
        made, shown, plans(), FRIDAY, (), plan_changes(made, titles, taken, {}, (), UTC)
    )


def overlays(theme: Theme, window: QWidget) -> Iterator[tuple[str, Overlay]]:
    """Yield the dialogs, each with its name."""
    yield "choose_plan", ChoosePlanDialog(theme, window, plans(), following=True)
    made = now()
    yield "times", TimesDialog(theme, window, TIMED, 0, Settings())
    yield "move_turn", MoveTurnDialog(theme, window, made, made.turns[1], "Mobility A", FRIDAY)
