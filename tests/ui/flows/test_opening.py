"""Flows from files: opened while the program runs, kept, or shown with what is wrong."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from longstride.core.flow.breath import Breath
from longstride.core.flow.manner import Manner
from longstride.core.flow.talk import Talk
from longstride.desktop.instance import OpenRequest
from longstride.paths import Paths
from longstride.ui.flows.mistakes_dialog import MistakesDialog
from longstride.ui.records.explain_dialog import ExplainDialog
from longstride.ui.shell.bug_dialog import BugDialog
from ui.house import SHORT, SHORT_FLOW, House

# What only the offscreen screen says.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")

Build = Callable[..., House]
CLUB = SHORT_FLOW.replace("Two steps", "Club night")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    file = tmp_path / "Club night.flow.toml"
    file.write_text(CLUB)
    return file


def detail(house: House) -> str:
    """Return the id of the flow whose page is open, "" where none is."""
    if house.window.current_page != "flows":
        return ""
    page = house.window.page("flows")
    return page.detail.flow if page.detail.isVisible() else ""


def wait_for(house: House, flow: str) -> None:
    house.qtbot.waitUntil(lambda: detail(house) == flow)


def names(house: House) -> set[str]:
    return {card.id for card in house.application.showing.shown.cards}


def ask(house: House, *flows: object) -> None:
    house.application.answer(OpenRequest(tuple(map(str, flows))))


def test_a_later_start_opens_its_file_here(house: House, club: Path) -> None:
    ask(house, club)
    wait_for(house, "club-night")
    house.reads(str(club))
    house.start("club-night")
    assert house.coach.flow.title == "Club night"


def test_a_later_start_without_a_file_changes_nothing(house: House) -> None:
    house.window.show_page("review")
    ask(house)
    house.wait_for_tasks()
    assert house.window.current_page == "review"


def test_a_flow_that_is_led_is_not_disturbed(house: House, club: Path) -> None:
    house.start()
    house.hear_until(3000)
    ask(house, club)
    assert house.playing
    assert not house.application.background.busy
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    house.press("Done")
    wait_for(house, "club-night")


def test_a_question_is_answered_first(house: House, club: Path) -> None:
    dialog = ExplainDialog(house.application.theme, house.window)
    dialog.open()
    ask(house, club)
    ask(house, club)
    house.wait_for_tasks()
    assert house.window.current_page == "today"
    dialog.done_button.click()
    wait_for(house, "club-night")


def test_a_bundled_flow_is_opened_by_its_name(house: House) -> None:
    ask(house, "post-run-five")
    wait_for(house, "post-run-five")
    assert not house.has_button("Keep this flow")


def test_several_are_all_on_the_page(house: House, club: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.flow.toml"
    other.write_text(CLUB)
    ask(house, club, other)
    wait_for(house, "club-night")
    assert names(house) >= {"club-night", "other"}
    assert "2 flows were opened" in house.window.notices[0]


# What is wrong


def test_every_mistake_is_shown_and_can_be_mended(house: House, club: Path) -> None:
    club.write_text(CLUB.replace("couch-stretch", "coach-stretch").replace("12", '"twelve"'))
    ask(house, club)
    house.qtbot.waitUntil(lambda: house.shown(MistakesDialog) is not None)
    texts = [label.text() for label in house.shown(MistakesDialog).findChildren(QLabel)]
    assert club.name in texts
    assert [text[:8] for text in texts if text.startswith("Line")] == ["Line 11:", "Line 14:"]
    assert any('did you mean "couch-stretch"' in text for text in texts)
    club.write_text(CLUB)
    house.press("Try again")
    wait_for(house, "club-night")
    assert house.shown(MistakesDialog) is None


def test_the_good_ones_are_opened_beside_it(house: House, club: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone.flow.toml"
    ask(house, gone, club)
    house.qtbot.waitUntil(lambda: house.shown(MistakesDialog) is not None)
    assert any(
        "not there" in label.text() for label in house.shown(MistakesDialog).findChildren(QLabel)
    )
    house.press("Close")
    wait_for(house, "club-night")


def test_a_window_stands_for_a_broken_file_too(build: Build, club: Path) -> None:
    club.write_text("title = 3")
    house = build(asked=str(club)).open("flows")
    house.qtbot.waitUntil(lambda: house.shown(MistakesDialog) is not None)


# Keeping


def test_a_kept_flow_is_ones_own(house: House, club: Path, paths: Paths) -> None:
    ask(house, club)
    wait_for(house, "club-night")
    house.press("Keep this flow")
    house.qtbot.waitUntil(lambda: bool(house.window.notices))
    assert "Kept" in house.window.notices[0]
    kept = paths.flows / "club-night.flow.toml"
    assert kept.read_text() == CLUB
    assert kept.stat().st_mode & 0o077 == 0
    house.qtbot.waitUntil(lambda: not house.has_button("Keep this flow"))
    wait_for(house, "club-night")
    assert house.engine.library.flows["club-night"].title == "Club night"
    assert house.application.showing.opening.guests == {}


def test_a_file_among_ones_own_is_no_guest(house: House, paths: Paths) -> None:
    """Also one that was written after the start."""
    late = paths.flows / "late.flow.toml"
    late.write_text(CLUB)
    ask(house, late)
    wait_for(house, "late")
    assert not house.has_button("Keep this flow")
    assert "late" in house.engine.library.flows


def test_nothing_of_ones_own_is_written_over(house: House, tmp_path: Path, paths: Paths) -> None:
    before = {file: file.read_text() for file in paths.flows.iterdir()}
    file = tmp_path / f"{SHORT}.toml"
    file.write_text(CLUB)
    ask(house, file)
    wait_for(house, SHORT)
    house.press("Keep this flow")
    house.qtbot.waitUntil(lambda: bool(house.window.notices))
    assert f'"{SHORT}" already' in house.window.notices[0]
    assert {file: file.read_text() for file in paths.flows.iterdir()} == before


def test_a_folder_that_is_gone_is_told(house: House, club: Path, paths: Paths) -> None:
    ask(house, club)
    wait_for(house, "club-night")
    shutil.rmtree(paths.flows)
    house.press("Keep this flow")
    house.qtbot.waitUntil(lambda: bool(house.window.notices))
    assert "cannot be copied" in house.window.notices[0]


# Played at once


QUICK = Manner(Talk.COUNTS, 200, Breath(3000, 6000), lighter=True)


def play(house: House, *flows: str) -> None:
    house.application.answer(OpenRequest(flows, plays=QUICK))


def test_what_is_to_be_played_is_led_as_was_asked(house: House, club: Path) -> None:
    for flow in ("post-run-five", str(club)):
        play(house, flow)
        house.wait_until_led()
        assert house.coach.flow.id in {"post-run-five", "club-night"}
        assert house.coach.lighter
        assert QUICK.breath is not None
        assert house.coach.flow.breath == QUICK.breath.longer_exhale()
        coaching = house.coach.parts.preparation.coaching
        assert coaching.talk is QUICK.talk
        assert house.engine.settings.rate != QUICK.rate
        house.key(Qt.Key.Key_Escape)
        house.press("End here")
        house.press("Done")
        house.wait_for_tasks()
    assert house.window.current_page == "flows"


def test_a_flow_that_is_led_goes_on_and_the_other_is_the_athletes_to_start(
    house: House, club: Path
) -> None:
    house.start()
    house.hear_until(3000)
    play(house, str(club))
    assert house.playing
    assert house.coach.flow.id != "club-night"
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    house.press("Done")
    wait_for(house, "club-night")
    assert not house.window.has_player


def test_one_with_mistakes_is_not_played(house: House, club: Path) -> None:
    club.write_text(CLUB.replace("couch-stretch", "coach-stretch"))
    play(house, str(club))
    house.qtbot.waitUntil(lambda: house.shown(MistakesDialog) is not None)
    assert not house.window.has_player


def test_the_window_can_begin_with_it(build: Build, paths: Paths) -> None:
    house = build(asked=SHORT)
    house.application._plays = Manner()
    house.open("flows").wait_until_led()
    assert house.coach.flow.id == SHORT


NAMES = [
    "x" * 300 + ".toml",
    "/" + "x/" * 3000 + "a.toml",
    "x" * 60_000,
    "a\0b.toml",
    "\ud800.toml",
    "\udcff.toml",
    "\x1b[2J\r\n\u202e.toml",
    "",
    ".",
    "/dev/null",
    "/proc/self/mem",
]


def test_a_name_that_is_none_keeps_no_later_one_out(house: House, club: Path) -> None:
    bugs: list[str] = []
    house.application.bugs.caught.connect(bugs.append)
    for name in NAMES:
        house.application.answer(OpenRequest((name,)))
        house.qtbot.waitUntil(lambda: bool(bugs or house.shown(MistakesDialog)))
        assert bugs == [], ascii(name)[:40]
        house.shown(MistakesDialog).reject()
    ask(house, club)
    wait_for(house, "club-night")


def test_a_bug_in_opening_keeps_no_later_one_out(
    house: House, club: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[str] = []
    house.application.bugs.caught.connect(bugs.append)
    with monkeypatch.context() as broken:
        broken.setattr("longstride.ui.flows.opening.read_opened", lambda *_: 1 / 0)
        ask(house, club)
        house.qtbot.waitUntil(lambda: bool(bugs))
        house.wait_for_tasks()
    house.shown(BugDialog).reject()
    ask(house, club)
    wait_for(house, "club-night")
