"""The set of pages: each made when it is first shown, and given fresh values when it is again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from longstride.settings import Settings
from longstride.ui.look.theme import Theme
from longstride.ui.shell.window import PageEntry
from longstride.ui.shown.pages import Shown

if TYPE_CHECKING:
    from longstride.core.flow.talk import Talk
    from longstride.ui.drills.page import DrillsPage
    from longstride.ui.flows.page import FlowsPage
    from longstride.ui.review.page import ReviewPage
    from longstride.ui.settings.page import SettingsPage
    from longstride.ui.today.page import TodayPage
    from longstride.ui.widgets.card import ScrollPage

_OF_THE_JOURNAL = frozenset({"today", "review"})


class PageSet(QObject):
    """Makes and fills Today, Flows, Drills, Review and Settings, and passes on what they ask for.

    ``start_flow`` carries an id, stiffness or None, and a Talk or None; ``preview`` an id, a
    step's number and a Talk; ``wants`` an Intention.
    """

    start_flow = Signal(str, object, object)
    preview = Signal(str, int, object)
    resume = Signal(object)  # a session's id
    discard = Signal(object)
    settings_changed = Signal(Settings)
    hear_voice = Signal()
    hear_tones = Signal()
    page_asked = Signal(str)
    flow_asked = Signal(str)
    keep_flow = Signal(str)
    display_chosen = Signal(object)
    wants = Signal(object)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def entries(self) -> tuple[PageEntry, ...]:
        """Return what the window offers in its navigation."""
        return (
            PageEntry("today", "today", "Today", self._make_today),
            PageEntry("flows", "flows", "Flows", self._make_flows),
            PageEntry("drills", "drills", "Drills", self._make_drills),
            PageEntry("review", "review", "Review", self._make_review),
            PageEntry("settings", "settings", "Settings", self._make_settings),
        )

    def fill(self, name: str, page: QWidget, shown: Shown) -> None:
        """Give a page its values, if all that it needs has been read."""
        if shown.trouble is not None and name in _OF_THE_JOURNAL:
            from longstride.ui.records.trouble_view import cover

            cover(cast("ScrollPage", page), shown.trouble, self.wants.emit)
            return
        {
            "today": _fill_today,
            "flows": _fill_flows,
            "drills": _fill_drills,
            "review": _fill_review,
            "settings": _fill_settings,
        }[name](page, shown)

    def _make_today(self) -> QWidget:
        from longstride.ui.today.page import TodayPage

        page = TodayPage(self._theme)
        page.start_flow.connect(self._start_as_usual)
        page.choose_flow.connect(lambda: self.page_asked.emit("flows"))
        page.resume.connect(self.resume)
        page.discard_interrupted.connect(self.discard)
        page.wants.connect(self.wants)
        return page

    def _make_flows(self) -> QWidget:
        from longstride.ui.flows.page import FlowsPage

        page = FlowsPage(self._theme)
        page.start_flow.connect(self.start_flow)
        page.preview.connect(self.preview)
        page.keep_flow.connect(self.keep_flow)
        return page

    def _make_drills(self) -> QWidget:
        from longstride.ui.drills.page import DrillsPage

        page = DrillsPage(self._theme)
        page.open_flow.connect(self.flow_asked)
        return page

    def _make_review(self) -> QWidget:
        from longstride.ui.review.page import ReviewPage

        page = ReviewPage(self._theme)
        page.choose_flow.connect(lambda: self.page_asked.emit("flows"))
        page.wants.connect(self.wants)
        return page

    def _make_settings(self) -> QWidget:
        from longstride.ui.settings.page import SettingsPage

        page = SettingsPage(self._theme)
        page.changed.connect(self.settings_changed)
        page.display_row.chosen.connect(self.display_chosen)
        page.hear_voice.connect(self.hear_voice)
        page.hear_tones.connect(self.hear_tones)
        page.wants.connect(self.wants)
        return page

    def _start_as_usual(self, flow: str, stiffness: int | None) -> None:
        usual: Talk | None = None
        self.start_flow.emit(flow, stiffness, usual)


def _fill_today(page: QWidget, shown: Shown) -> None:
    from longstride.ui.today.suggestions import suggestions
    from longstride.ui.today.view import today_view

    recent = shown.recent
    if shown.cards is not None and recent is not None:
        suggested = suggestions(shown.flows, recent.sessions, shown.today)
        today = cast("TodayPage", page)
        today.show_today(today_view(shown.today, shown.cards, recent, suggested))
        today.next_flow.show_figures(shown.figures)


def _fill_flows(page: QWidget, shown: Shown) -> None:
    flows = cast("FlowsPage", page)
    flows.set_talk(shown.settings.talk)
    if shown.cards is not None:
        flows.show_flows(shown.cards, shown.mistakes)
        flows.show_figures(shown.figures)


def _fill_drills(page: QWidget, shown: Shown) -> None:
    from longstride.ui.drills.cards import drill_cards

    if shown.cards is not None:
        cards = drill_cards(shown.drills, shown.flows)
        cast("DrillsPage", page).show_drills(cards, shown.figures)


def _fill_review(page: QWidget, shown: Shown) -> None:
    review = cast("ReviewPage", page)
    if shown.past is not None and shown.found is not None:
        review.show_past(shown.past)
        review.show_sessions(shown.found)


def _fill_settings(page: QWidget, shown: Shown) -> None:
    from longstride.ui.shown.display import display_choices

    devices = [(name, name) for name in shown.devices]
    settings = cast("SettingsPage", page)
    settings.show_settings(shown.settings, shown.voices, devices)
    settings.display_row.offer(display_choices(shown.display), shown.display)
