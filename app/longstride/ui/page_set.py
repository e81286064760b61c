"""The set of pages: each made when it is first shown, and given fresh values when it is again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from longstride.ui.intentions import Intention
from longstride.ui.look.theme import Theme
from longstride.ui.shell.window import PageEntry
from longstride.ui.shown.pages import Shown

if TYPE_CHECKING:
    from longstride.ui.drills.page import DrillsPage
    from longstride.ui.editor.page import EditorPage
    from longstride.ui.flows.page import FlowsPage
    from longstride.ui.measure.page import MeasurePage
    from longstride.ui.plan.page import PlanPage
    from longstride.ui.review.page import ReviewPage
    from longstride.ui.settings.page import SettingsPage
    from longstride.ui.today.page import TodayPage
    from longstride.ui.widgets.card import ScrollPage

Fill = Callable[[Shown], None]  # gives one page its values, if all that it needs has been read


class PageSet(QObject):
    """Makes and fills Today, Plan, Flows, Drills, Measure, Review, Settings and the editor.

    ``wants`` carries what the athlete wants on any of them.
    """

    wants = Signal(Intention)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fills: dict[str, Fill] = {}
        self._flows: FlowsPage | None = None
        self._today: TodayPage | None = None
        self._editor: EditorPage | None = None
        self._parts: dict[tuple[str, str], Callable[[], object]] = {}

    def entries(self) -> tuple[PageEntry, ...]:
        """Return what the window offers in its navigation."""
        return (
            PageEntry("today", "today", "Today", self._make_today),
            PageEntry("plan", "plan", "Plan", self._make_plan),
            PageEntry("flows", "flows", "Flows", self._make_flows),
            PageEntry("drills", "drills", "Drills", self._make_drills),
            PageEntry("measure", "measure", "Measure", self._make_measure),
            PageEntry("review", "review", "Review", self._make_review),
            PageEntry("settings", "settings", "Settings", self._make_settings),
            PageEntry("editor", "flows", "Editor", self._make_editor, under="flows"),
        )

    def fill(self, name: str, shown: Shown) -> None:
        """Give a page its values; KeyError where it was not made yet."""
        self._fills[name](shown)

    def open_flow(self, flow: str) -> None:
        """Open a flow on the page Flows, which has been shown."""
        assert self._flows is not None, "the page is shown first"
        self._flows.open_card(flow)

    def focus_start(self, flow: str) -> bool:
        """Bring the keyboard to Start on Today, which was shown; False if it has another flow."""
        assert self._today is not None, "the page is shown first"
        return self._today.next_flow.focus_start(flow)

    def show_part(self, name: str, part: str) -> None:
        """Bring a part of a page that has been shown into sight, "" for none."""
        if part:
            self._parts[name, part]()

    def editor(self) -> EditorPage:
        """Return the editor, which has been shown."""
        assert self._editor is not None, "the page is shown first"
        return self._editor

    def _make_today(self) -> QWidget:
        from longstride.ui.today.page import TodayPage

        page = self._today = TodayPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["today"] = self._of_the_journal(page, partial(_fill_today, page))
        return page

    def _make_plan(self) -> QWidget:
        from longstride.ui.plan.page import PlanPage

        page = PlanPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["plan"] = self._of_the_journal(page, partial(_fill_plan, page))
        return page

    def _make_flows(self) -> QWidget:
        from longstride.ui.flows.page import FlowsPage

        page = self._flows = FlowsPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["flows"] = partial(_fill_flows, page)
        return page

    def _make_drills(self) -> QWidget:
        from longstride.ui.drills.page import DrillsPage

        page = DrillsPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["drills"] = partial(_fill_drills, page)
        return page

    def _make_measure(self) -> QWidget:
        from longstride.ui.measure.page import MeasurePage

        page = MeasurePage(self._theme)
        page.wants.connect(self.wants)
        fill = partial(_fill_measure, page)
        self._fills["measure"] = self._of_the_journal(page.overview, fill)
        return page

    def _make_review(self) -> QWidget:
        from longstride.ui.review.page import ReviewPage

        page = ReviewPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["review"] = self._of_the_journal(page, partial(_fill_review, page))
        return page

    def _make_settings(self) -> QWidget:
        from longstride.ui.settings.page import SettingsPage

        page = SettingsPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["settings"] = partial(_fill_settings, page)
        self._parts["settings", "reminders"] = page.show_reminders
        return page

    def _make_editor(self) -> QWidget:
        from longstride.ui.editor.page import EditorPage

        page = self._editor = EditorPage(self._theme)
        page.wants.connect(self.wants)
        self._fills["editor"] = lambda shown: page.show_figures(shown.figures)
        return page

    def _of_the_journal(self, page: ScrollPage, fill: Fill) -> Fill:
        """Return how to fill a page that shows trouble with the journal in its own place."""

        def fill_or_cover(shown: Shown) -> None:
            if shown.trouble is None:
                fill(shown)
                return
            from longstride.ui.records.trouble_view import cover

            cover(page, shown.trouble, self.wants.emit)

        return fill_or_cover


def _fill_today(page: TodayPage, shown: Shown) -> None:
    from longstride.ui.today.state import as_it_stands
    from longstride.ui.today.suggestions import suggestions
    from longstride.ui.today.view import today_view

    recent = shown.recent
    cards = shown.offered or None if shown.cards is None else shown.cards
    if cards is not None and recent is not None:
        suggested = suggestions(shown.flows, recent.remembered, shown.today, recent.better)
        left, put_off = shown.morning_left, shown.soreness_left
        view = today_view(shown.today, cards, recent, suggested, left, put_off)
        if recent.plan is not None:
            from longstride.ui.today.plan_turn import with_plan

            view = with_plan(view, cards, shown.flows, shown.today)
        page.show_today(as_it_stands(view, shown.flows, shown.today), shown.today)
        page.show_figures(shown.figures)
        page.next_flow.show_shorter(shown.shorter)


def _fill_plan(page: PlanPage, shown: Shown) -> None:
    from longstride.core.flow.plan import After
    from longstride.core.history.reminder import own_times
    from longstride.ui.plan.changes import plan_changes
    from longstride.ui.plan.view import plan_view
    from longstride.ui.shown.left_alone import left_alone, rests
    from longstride.ui.shown.reminders import reminder_text, untold_text

    recent = shown.recent
    if recent is None or not recent.whole or shown.cards is None:
        return
    if recent.plan is not None:
        hurtful = left_alone(recent, shown.flows, shown.today)
        titles = {card.id: card.title for card in shown.cards}
        doses, waiting = recent.changes, recent.waiting
        changes = plan_changes(recent.plan, titles, doses, shown.catalogue, waiting)
        told = shown.today, hurtful, changes, recent.doses
        rest = rests(recent, shown.today)
        view = plan_view(recent.plan, shown.cards, shown.plans, *told, rests=rest)
        page.show_plan(view, recent.rhythm.week_start, recent.regular.streak.running.target)
        runs = [each.weekday for each in recent.plan.anchors if each.after is After.RUN]
        anchors, settings = recent.plan.anchors, shown.settings
        page.reminder.show_words(reminder_text(settings, runs, own=bool(own_times(anchors))))
        page.days.times.show_untold(untold_text(anchors, settings))
    elif shown.plans is not None:
        page.show_none(shown.plans)


def _fill_flows(page: FlowsPage, shown: Shown) -> None:
    page.set_talk(shown.settings.talk)
    page.search.questions.show_missing(shown.settings.missing_gear)
    page.set_known(shown.recent.known if shown.recent else {})
    page.detail.show_shorter(shown.shorter)
    page.detail.show_doses(shown.recent.doses if shown.recent else {}, shown.catalogue)
    if shown.cards is not None:
        from longstride.ui.shown.favourites import done_lately

        sessions = shown.recent.sessions if shown.recent else ()
        page.show_flows(done_lately(shown.cards, sessions), shown.mistakes, shown.notes)
        page.show_figures(shown.figures)


def _fill_drills(page: DrillsPage, shown: Shown) -> None:
    from longstride.ui.drills.cards import drill_cards

    if shown.cards is not None:
        page.show_drills(drill_cards(shown.drills, shown.flows), shown.figures)


def _fill_measure(page: MeasurePage, shown: Shown) -> None:
    if shown.measured is not None:
        page.show_measured(shown.measured)


def _fill_review(page: ReviewPage, shown: Shown) -> None:
    if shown.past is not None and shown.found is not None:
        page.show_past(shown.past)
        page.show_sessions(shown.found)


def _fill_settings(page: SettingsPage, shown: Shown) -> None:
    from longstride.ui.shown.display import display_choices

    devices = [(name, name) for name in shown.devices]
    week_start = shown.recent.rhythm.week_start if shown.recent else 0
    page.show_settings(shown.settings, shown.voices, devices, week_start)
    page.display_row.offer(display_choices(shown.display), shown.display)
    page.figure.show_figures(shown.figures)
    page.reminders.show_reminding(shown.reminding, shown.today)
