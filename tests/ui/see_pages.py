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

from longstride.core.errors import Mistake
from longstride.core.flow import Talk
from longstride.settings import Settings
from longstride.speech.voice import Voice
from longstride.ui.dialogs.after import AfterDialog
from longstride.ui.dialogs.bug import BugDialog
from longstride.ui.dialogs.leave import LeaveDialog
from longstride.ui.dialogs.overlay import Overlay
from longstride.ui.main_window import MainWindow, PageEntry
from longstride.ui.pages.flows import FlowsPage
from longstride.ui.pages.review import ReviewPage
from longstride.ui.pages.settings import SettingsPage
from longstride.ui.pages.today import TodayPage
from longstride.ui.pages.views import today_view
from longstride.ui.theme import DARK, LIGHT, Theme, apply_theme
from ui import page_samples as samples

Page = TypeVar("Page", bound=QWidget)

VOICES = (
    Voice("gmw/en", "English (Great Britain)", "en-gb"),
    Voice("gmw/en-RP", "English (Received Pronunciation)", "en-gb"),
    Voice("gmw/en-US", "English (America)", "en-us"),
    Voice("gmw/de", "German", "de"),
)
DEVICES = (("a1", "Built-in speakers"), ("b2", "Headphones"))
MISTAKES = (
    Mistake("my-flow.toml", 12, '"hold" is 30x; write 30, "30s" or "1:30".'),
    Mistake("my-flow.toml", 31, 'There is no drill "coach-stretch"; did you mean "couch-stretch"?'),
    Mistake("other.toml", 0, "The file is larger than 256 kB."),
)


def states(window: MainWindow, theme: Theme) -> Iterator[tuple[str, QWidget | None]]:
    """Bring the window into one state after another; yield its name and what lies over it."""
    today, flows = _page(window, "today", TodayPage), _page(window, "flows", FlowsPage)
    review, settings = _page(window, "review", ReviewPage), _page(window, "settings", SettingsPage)
    cards, few = samples.cards(), samples.sessions(9)
    window.show_page("today")
    today.show_today(today_view(samples.FRIDAY, cards, few[1:]))
    yield "today", None
    today.next_flow.stiffness.choose(4)
    window.show_notice("voice", "No voice was found: tones and captions carry the flow.")
    window.show_notice("sound", "No sound device was found: the flow runs silently on the clock.")
    today.show_today(today_view(samples.FRIDAY, cards, few, samples.interrupted()))
    yield "today_notices_interrupted", None
    window.drop_notice("voice")
    window.drop_notice("sound")
    today.show_today(today_view(samples.FRIDAY, cards, ()))
    yield "today_first", None
    long = samples.sessions(60, samples.long_cards()[0].title)
    today.show_today(today_view(samples.FRIDAY, samples.long_cards(), long))
    yield "today_long", None
    today.show_today(today_view(samples.FRIDAY, (), ()))
    yield "today_none", None

    window.show_page("flows")
    flows.show_flows(cards)
    flows.tiles[1].setFocus()
    yield "flows", None
    flows.show_flows((*cards[:2], *samples.long_cards()), MISTAKES)
    yield "flows_long_mistakes", None
    flows.show_flows((), MISTAKES)
    yield "flows_none", None
    flows.show_flows(cards)
    flows.set_talk(Talk.FULL)
    flows.open_card(cards[0].id)
    yield "flow_detail", None
    flows.show_flows(samples.long_cards())
    flows.open_card(samples.long_cards()[0].id)
    yield "flow_detail_long", None

    window.show_page("review")
    review.show_sessions(few)
    yield "review", None
    review.show_sessions(samples.sessions(60, samples.long_cards()[0].title, "Sehr lang. " * 40))
    yield "review_long", None
    review.show_sessions(())
    yield "review_empty", None

    window.show_page("settings")
    settings.show_settings(Settings(), VOICES, DEVICES)
    yield "settings", None
    settings.verticalScrollBar().setValue(10_000)
    yield "settings_below", None
    settings.show_settings(replace(Settings(), tones_db=-3), (), ())
    settings.verticalScrollBar().setValue(0)
    yield "settings_no_voice", None

    window.show_page("today")
    today.show_today(today_view(samples.FRIDAY, cards, few))
    for name, overlay in _overlays(theme, window):
        overlay.open()
        yield name, overlay
        overlay.done(0)


def _overlays(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    yield "after", AfterDialog(theme, window, "Hip extension base", 6)
    sharp = AfterDialog(theme, window, "Hip extension base", 6)
    sharp.stiffness.choose(3)
    sharp.effort.choose(5)
    sharp.pains[2].click()
    yield "after_sharp", sharp
    yield "leave", LeaveDialog(theme, window, "Hip extension base", 5, 9)
    yield "bug", BugDialog(theme, window, "Traceback (most recent call last):\n" + "  line\n" * 40)


def _page(window: MainWindow, name: str, kind: type[Page]) -> Page:
    window.show_page(name)
    page = window.page(name)
    assert isinstance(page, kind)
    return page


def entries(theme: Theme) -> tuple[PageEntry, ...]:
    makers: dict[str, Callable[[], QWidget]] = {
        "today": lambda: TodayPage(theme),
        "flows": lambda: FlowsPage(theme),
        "review": lambda: ReviewPage(theme),
        "settings": lambda: SettingsPage(theme),
    }
    return tuple(PageEntry(name, name, name.capitalize(), make) for name, make in makers.items())


def main(folder: str, look: str = "dark", scale: str = "100", size: str = "1440x900") -> None:
    app = QApplication([])
    theme = Theme(DARK if look == "dark" else LIGHT, int(scale))
    apply_theme(app, theme.palette, theme.scale)
    window = MainWindow(theme, entries(theme))
    window.resize(*map(int, size.split("x")))
    window.show()
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name, _ in states(window, theme):
        for _ in range(8):
            app.processEvents()
        window.grab().save(str(Path(folder) / f"{look}_{scale}_{name}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
