"""Render every page in every state to PNG files, to be looked at.

    PYTHONPATH=tests xvfb-run -a -s "-screen 0 1440x900x24" \
        python -m ui.see_pages FOLDER [dark|light] [SCALE] [WIDTHxHEIGHT]
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

from longstride.settings import Settings
from longstride.ui.drills.cards import drill_cards
from longstride.ui.drills.page import DrillsPage
from longstride.ui.editor.page import EditorPage
from longstride.ui.flows.page import FlowsPage
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.measure.page import MeasurePage
from longstride.ui.plan.page import PlanPage
from longstride.ui.records.files_desk import what_was_left
from longstride.ui.records.trouble_view import cover
from longstride.ui.review.page import ReviewPage
from longstride.ui.settings.page import SettingsPage
from longstride.ui.shell.window import MainWindow, PageEntry
from longstride.ui.shown.trouble import Trouble
from longstride.ui.today.page import TodayPage
from longstride.ui.widgets.notice import Kind, Notice, Offer
from typeface import bring_typeface
from ui import (
    editor_samples,
    plan_samples,
    rest_samples,
    see_doses,
    see_film,
    see_flows,
    see_reminders,
)
from ui import page_samples as samples
from ui.see_catalogue import CATALOGUE, FIGURES
from ui.see_overlays import overlays
from ui.see_review import review
from ui.see_samples import BACKUPS, DAMAGED, DEVICES, EMPTY, LEFT, VOICES
from ui.shorter_samples import fits

Page = TypeVar("Page", bound=QWidget)


def states(window: MainWindow, theme: Theme) -> Iterator[str]:
    """Bring the window into one state after another; yield the name of each."""
    yield from _today(window)
    yield from plan_samples.states(_page(window, "plan", PlanPage))
    yield from _flows(window)
    yield from _drills(window)
    yield from see_film.states(_page(window, "measure", MeasurePage))
    yield from review(_page(window, "review", ReviewPage))
    yield from editor_samples.states(_page(window, "editor", EditorPage))
    yield from _settings(window)
    yield from _trouble(window)
    _page(window, "today", TodayPage).show_today(samples.today(samples.sessions(9)))
    for name, overlay in overlays(theme, window):
        overlay.open()
        yield name
        overlay.done(0)


def _today(window: MainWindow) -> Iterator[str]:
    page = _page(window, "today", TodayPage)
    yield "today_blank"
    page.show_figures(FIGURES)
    few = samples.sessions(9)
    page.show_today(samples.today(few[1:]))
    yield "today"
    page.next_flow.stiffness.choose(8)
    yield "today_stiff"
    page.next_flow.stiffness.choose(4)
    window.show_notice("voice", Notice("No voice was found: tones and captions carry the flow."))
    silent = "No sound device was found: the flow runs silently on the clock."
    window.show_notice("sound", Notice(silent))
    page.show_today(samples.today(few[1:], interrupted=samples.interrupted(), unrated=few[0]))
    yield "today_notices_interrupted"
    window.drop_notice("voice")
    window.drop_notice("sound")
    offer = Offer("Put it in the journal", lambda: None)
    window.show_notice("left", Notice(what_was_left((LEFT,)), Kind.NEWS, offer))
    yield "today_left"
    window.drop_notice("left")
    window.show_notice("kept", Notice("A backup is in /home/anna/backups.", Kind.DONE))
    yield "today_done"
    window.drop_notice("kept")
    page.show_today(samples.today(()))
    yield "today_first"
    page.next_flow.minutes.chips[6].click()
    page.next_flow.show_shorter({(samples.base().id, None): fits(samples.base())})
    yield "today_six_minutes"
    page.show_today(samples.today(samples.sessions(1)))
    yield "today_one"
    page.show_today(samples.today(samples.sessions(180)))
    yield "today_year"
    page.show_today(samples.today(samples.sessions(1800)[40:]))
    yield "today_broken"
    page.show_today(plan_samples.today(), samples.FRIDAY)
    yield "today_in_a_plan"
    page.show_today(plan_samples.done_today(), samples.FRIDAY)
    yield "today_done_in_a_plan"
    long = samples.sessions(60, samples.long_cards()[0].title)
    page.show_today(samples.today(long, samples.long_cards()))
    yield "today_long"
    yield from see_doses.on_today(page)
    page.show_today(rest_samples.resting())
    yield "today_rest"
    page.show_today(samples.today((), ()))
    yield "today_none"


def _flows(window: MainWindow) -> Iterator[str]:
    yield from see_flows.states(_page(window, "flows", FlowsPage))


def _drills(window: MainWindow) -> Iterator[str]:
    page = _page(window, "drills", DrillsPage)
    page.show_drills(drill_cards(CATALOGUE.values(), ()), FIGURES)
    page.list.setFocus()
    yield "drills"
    page.open_drill("couch-stretch")
    page.detail.verticalScrollBar().setValue(10_000)
    yield "drills_below"
    page.search.setText("no such thing")
    page.search.settled.timeout.emit()
    yield "drills_none"


def _settings(window: MainWindow) -> Iterator[str]:
    page = _page(window, "settings", SettingsPage)
    page.show_settings(Settings(), VOICES, DEVICES)
    page.figure.show_figures(FIGURES)
    yield "settings"
    page.verticalScrollBar().setValue(10_000)
    yield "settings_below"
    page.amounts["breath_in"].level.setValue(1)
    page.amounts["breath_out"].level.setValue(2)
    yield "settings_refused"
    page.show_settings(replace(Settings(), voice="gone/Alan", pitch=60), VOICES, DEVICES)
    page.verticalScrollBar().setValue(0)
    yield "settings_voice_gone"
    page.show_settings(replace(Settings(), voice="gmw/en-RP"), VOICES, DEVICES)
    yield "settings_espeak"
    page.show_settings(replace(Settings(), tones_db=-3), (), ())
    page.verticalScrollBar().setValue(0)
    yield "settings_no_voice"
    yield from see_reminders.states(page)


def _trouble(window: MainWindow) -> Iterator[str]:
    for name, page, trouble in (
        ("backup", _page(window, "review", ReviewPage), Trouble(DAMAGED, BACKUPS[0])),
        ("alone", _page(window, "today", TodayPage), Trouble(EMPTY)),
    ):
        cover(page, trouble, lambda _: None)
        window.show_page("review" if name == "backup" else "today")
        yield f"trouble_{name}"


def _page(window: MainWindow, name: str, kind: type[Page]) -> Page:
    window.show_page(name)
    page = window.page(name)
    assert isinstance(page, kind)
    return page


def entries(theme: Theme) -> tuple[PageEntry, ...]:
    makers: dict[str, Callable[[], QWidget]] = {
        "today": lambda: TodayPage(theme),
        "plan": lambda: PlanPage(theme),
        "flows": lambda: FlowsPage(theme),
        "drills": lambda: DrillsPage(theme),
        "measure": lambda: MeasurePage(theme),
        "review": lambda: ReviewPage(theme),
        "settings": lambda: SettingsPage(theme),
    }
    editor = PageEntry("editor", "flows", "Editor", lambda: EditorPage(theme), under="flows")
    pages = (PageEntry(name, name, name.capitalize(), make) for name, make in makers.items())
    return (*pages, editor)


def main(folder: str, look: str = "dark", scale: str = "100", size: str = "1440x900") -> None:
    app = QApplication([])
    bring_typeface()
    theme = Theme(DARK if look == "dark" else LIGHT, int(scale))
    apply_theme(app, theme.palette, theme.scale)
    window = MainWindow(theme, entries(theme))
    window.resize(*map(int, size.split("x")))
    window.show()
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in states(window, theme):
        for _ in range(8):
            app.processEvents()
        window.grab().save(str(Path(folder) / f"{look}_{scale}_{name}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
