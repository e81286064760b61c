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

import fakes
from longstride.content import load_catalogue, load_figures
from longstride.core.flow.drill import Side
from longstride.core.flow.talk import Talk
from longstride.core.history.measure import MeasureKind
from longstride.desktop.suspend import SteadyClock
from longstride.licences import licences
from longstride.settings import Settings
from longstride.ui.drills.cards import drill_cards
from longstride.ui.drills.page import DrillsPage
from longstride.ui.flows.mistakes_dialog import MistakesDialog
from longstride.ui.flows.page import FlowsPage
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.player.leave_dialog import LeaveDialog
from longstride.ui.player.who_speaks_dialog import WhoSpeaksDialog
from longstride.ui.records.add_session_dialog import AddSessionDialog
from longstride.ui.records.edit_session_dialog import EditSessionDialog
from longstride.ui.records.explain_dialog import ExplainDialog
from longstride.ui.records.files_desk import what_was_left
from longstride.ui.records.measure_dialog import MeasureDialog
from longstride.ui.records.rest_dialog import RestDialog
from longstride.ui.records.restore_dialog import RestoreDialog
from longstride.ui.records.trouble_view import cover
from longstride.ui.review.page import ReviewPage
from longstride.ui.review.report_dialog import ReportDialog
from longstride.ui.settings.page import SettingsPage
from longstride.ui.shell.about_dialog import AboutDialog
from longstride.ui.shell.bug_dialog import BugDialog
from longstride.ui.shell.unwritten_dialog import UnwrittenDialog
from longstride.ui.shell.window import MainWindow, PageEntry
from longstride.ui.shown.after_dialog import AfterDialog
from longstride.ui.shown.past import Range
from longstride.ui.shown.trouble import Trouble
from longstride.ui.today.page import TodayPage
from longstride.ui.widgets.notice import Offer
from longstride.ui.widgets.overlay import Overlay
from typeface import bring_typeface
from ui import page_samples as samples
from ui import see_doses
from ui.see_samples import BACKUPS, DAMAGED, DEVICES, EMPTY, FOLDER, FULL, LEFT, MISTAKES, VOICES
from ui.shorter_samples import fits

Page = TypeVar("Page", bound=QWidget)

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FIGURES, _ = load_figures(ASSETS / "poses", CATALOGUE)


def states(window: MainWindow, theme: Theme) -> Iterator[str]:
    """Bring the window into one state after another; yield the name of each."""
    yield from _today(window)
    yield from _flows(window)
    yield from _drills(window)
    yield from _review(window)
    yield from _settings(window)
    yield from _trouble(window)
    _page(window, "today", TodayPage).show_today(samples.today(samples.sessions(9)))
    for name, overlay in _overlays(theme, window):
        overlay.open()
        yield name
        overlay.done(0)


def _today(window: MainWindow) -> Iterator[str]:
    page = _page(window, "today", TodayPage)
    yield "today_blank"
    page.next_flow.show_figures(FIGURES)
    few = samples.sessions(9)
    page.show_today(samples.today(few[1:]))
    yield "today"
    page.next_flow.stiffness.choose(8)
    yield "today_stiff"
    page.next_flow.stiffness.choose(4)
    window.show_notice("voice", "No voice was found: tones and captions carry the flow.")
    window.show_notice("sound", "No sound device was found: the flow runs silently on the clock.")
    page.show_today(samples.today(few, interrupted=samples.interrupted(), unrated=few[0]))
    yield "today_notices_interrupted"
    window.drop_notice("voice")
    window.drop_notice("sound")
    window.show_notice("left", what_was_left((LEFT,)), Offer("Put it in the journal", lambda: 0))
    yield "today_left"
    window.drop_notice("left")
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
    long = samples.sessions(60, samples.long_cards()[0].title)
    page.show_today(samples.today(long, samples.long_cards()))
    yield "today_long"
    yield from see_doses.on_today(page)
    page.show_today(samples.resting())
    yield "today_rest"
    page.show_today(samples.today((), ()))
    yield "today_none"


def _flows(window: MainWindow) -> Iterator[str]:
    page = _page(window, "flows", FlowsPage)
    cards, long = samples.cards(), samples.long_cards()
    page.show_flows(cards)
    page.tiles[1].setFocus()
    yield "flows_without_figures"
    page.show_figures(FIGURES)
    yield "flows"
    page.search.words.setText("couch")
    page.search.changed.emit()
    yield "flows_search"
    page.search.words.clear()
    page.search.changed.emit()
    page.show_flows((*cards[:2], *long), MISTAKES)
    yield "flows_long_mistakes"
    page.show_flows((), MISTAKES)
    yield "flows_none"
    page.show_flows((*cards, *long))
    page.set_talk(Talk.EXPERIENCE)
    page.set_known([step.drill for step in cards[0].steps[:6]])
    page.open_card(cards[0].id)
    yield "flow_detail"
    page.detail.minutes.chips[6].click()
    page.detail.show_shorter({(cards[0].id, Talk.EXPERIENCE): fits(samples.base())})
    yield "flow_detail_six_minutes"
    yield from see_doses.on_a_flow(page)
    page.open_card(long[0].id)
    yield "flow_detail_long"
    page.detail.verticalScrollBar().setValue(10_000)
    yield "flow_detail_long_below"


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


def _review(window: MainWindow) -> Iterator[str]:
    page = _page(window, "review", ReviewPage)
    long = samples.long_cards()[0].title
    for name, many, chosen in (
        ("one", samples.sessions(1), Range.MONTH),
        ("weeks", samples.sessions(9), Range.MONTH),
        ("season", samples.sessions(180), Range.SEASON),
        ("year", samples.sessions(180), Range.YEAR),
        ("all", samples.sessions(1800), Range.ALL),
        ("long", samples.sessions(60, long, "Sehr lang. " * 40), Range.SEASON),
    ):
        page.show_past(samples.past(many, chosen, samples.measurements()))
        page.show_sessions(many[:100])
        page.verticalScrollBar().setValue(0)
        yield f"review_{name}"
        for place in (1, 2) if name in {"season", "year", "long"} else ():
            page.verticalScrollBar().setValue(place * (page.height() - 100))
            yield f"review_{name}_{place}"
    page.year.heatmap.choose(samples.FRIDAY)
    page.show_sessions(samples.sessions(1))
    page.verticalScrollBar().setValue(0)
    yield "review_day"
    page.show_past(samples.past(()))
    page.show_sessions(())
    yield "review_empty"


def _settings(window: MainWindow) -> Iterator[str]:
    page = _page(window, "settings", SettingsPage)
    page.show_settings(Settings(), VOICES, DEVICES)
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


def _trouble(window: MainWindow) -> Iterator[str]:
    for name, page, trouble in (
        ("backup", _page(window, "review", ReviewPage), Trouble(DAMAGED, BACKUPS[0])),
        ("alone", _page(window, "today", TodayPage), Trouble(EMPTY)),
    ):
        cover(page, trouble, lambda _: None)
        window.show_page("review" if name == "backup" else "today")
        yield f"trouble_{name}"


def _overlays(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    yield "after", AfterDialog(theme, window, "Hip extension base", 6)
    yield (
        "after_gap",
        AfterDialog(theme, window, "Hip extension base", 6, fakes.PHRASES.welcome.back),
    )
    sharp = AfterDialog(theme, window, "Hip extension base", 6)
    sharp.stiffness.choose(3)
    sharp.effort.choose(5)
    sharp.pains[2].click()
    yield "after_sharp", sharp
    yield from _record_overlays(theme, window)
    yield "who_speaks", WhoSpeaksDialog(theme, window)
    yield "mistakes", MistakesDialog(theme, window, MISTAKES)
    places = (("Your data", FOLDER), ("The log", FOLDER / "log"))
    icon = ASSETS.parent / "resources/icons/hicolor/128x128/apps/longstride.png"
    resources = ASSETS.parent / "resources/licences"
    yield "about", AboutDialog(theme, window, licences(resources), places, icon)
    yield "leave", LeaveDialog(theme, window, "Hip extension base", 5, 9)
    waiting = ("Hip extension base", "Post-run five")
    yield "unwritten", UnwrittenDialog(theme, window, waiting[:1], FULL)
    yield "unwritten_several", UnwrittenDialog(theme, window, waiting, FULL)
    yield "bug", BugDialog(theme, window, "Traceback (most recent call last):\n" + "  line\n" * 40)


def _record_overlays(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    today, rhythm = samples.FRIDAY, samples.RHYTHM
    yield "edit", EditSessionDialog(theme, window, samples.sessions(1)[0], today)
    yield "add", AddSessionDialog(theme, window, {"a": "Hip extension base"}, today)
    yield "add_other", AddSessionDialog(theme, window, {}, today)
    week = rhythm.week_of(today)
    yield "rest", RestDialog(theme, window, rhythm.freezes, today, week)
    thomas = MeasureDialog(theme, window, SteadyClock(), today, None)
    for side, drops in ((Side.LEFT, "8 9.5 9"), (Side.RIGHT, "11 10 10.5")):
        thomas.form.thighs[side].setText("44")
        for field, drop in zip(thomas.form.tries[side], drops.split(), strict=True):
            field.setText(drop)
    yield "measure", thomas
    yield "cadence", MeasureDialog(theme, window, SteadyClock(), today, MeasureKind.CADENCE)
    yield "explain", ExplainDialog(theme, window)
    yield "report", ReportDialog(theme, window)
    yield "restore", RestoreDialog(theme, window, BACKUPS)
    yield "restore_none", RestoreDialog(theme, window, ())


def _page(window: MainWindow, name: str, kind: type[Page]) -> Page:
    window.show_page(name)
    page = window.page(name)
    assert isinstance(page, kind)
    return page


def entries(theme: Theme) -> tuple[PageEntry, ...]:
    makers: dict[str, Callable[[], QWidget]] = {
        "today": lambda: TodayPage(theme),
        "flows": lambda: FlowsPage(theme),
        "drills": lambda: DrillsPage(theme),
        "review": lambda: ReviewPage(theme),
        "settings": lambda: SettingsPage(theme),
    }
    return tuple(PageEntry(name, name, name.capitalize(), make) for name, make in makers.items())


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
