"""The real program, used through the accessibility bus alone, and by real keys."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from access.access_bus import Reader, Thing
from access.access_desktop import activate, press_keys, program
from access.test_access_names import USABLE, complaints
from longstride.paths import find_paths
from longstride.settings import Narrator, Settings, load_settings, save_settings
from ui import page_samples as samples
from ui.house import PaperEngine, own_places

PAGES = {
    "Flows": ("text", "Search a flow, a drill or a muscle"),
    "Drills": ("list", "Drills"),
    "Review": ("table", "Sessions"),
    "Settings": ("slider", "Speed"),
    "Today": ("push button", "Start"),
}
"""The pages, and what is on each and on no other."""
NO_SOUND = "No sound device was found"

pytestmark = pytest.mark.timeout(60)


class Used:
    """The program as a screen reader has it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.root = reader.program("longstride")

    def find(self, role: str, name: str) -> Thing:
        """Wait for something to be there."""
        return self.reader.until(lambda: self.root.find(role, name))

    def press(self, role: str, name: str) -> None:
        """Wait for something and use it."""
        self.reader.whole(lambda: self.find(role, name).press())

    def focused(self) -> Thing | None:
        """Return what has the keyboard."""
        return self.reader.whole(
            lambda: next((thing for thing in self.root.seen() if "focused" in thing.states), None)
        )

    def complaints(self) -> list[str]:
        """Return what is wrong with anything that is showing."""
        return self.reader.whole(
            lambda: [line for thing in self.root.seen() for line in complaints(thing)]
        )

    def usable(self) -> set[str]:
        """Return the paths of all that can be used now."""
        return self.reader.steady(
            lambda: {t.path for t in self.root.seen() if t.role in USABLE and "enabled" in t.states}
        )

    def arrow_only(self) -> set[str]:
        """Return the buttons that arrows reach, from the one of their group that Tab stops at."""
        return self.reader.whole(
            lambda: {t.path for t in self.root.seen() if t.role == "radio button"}
        )

    def wait_until_led(self) -> None:
        """Wait until the time that is left runs down."""
        seen = set()

        def runs() -> bool:
            told = self.reader.told("PropertyChange")
            seen.update(str(each.value) for each in told if re.match(r"\d+:\d\d", str(each.value)))
            return len(seen) > 2

        self.reader.until(runs)

    @property
    def announced(self) -> list[str]:
        """Everything that was announced."""
        self.root.states  # noqa: B018 - what was sent before the answer has come by then
        return [str(told.value) for told in self.reader.told("Announcement")]


Start = Callable[..., AbstractContextManager[Used]]


@pytest.fixture(scope="module")
def athlete(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an athlete with nine sessions and a year of measurements."""
    folder = tmp_path_factory.mktemp("athlete")
    engine = PaperEngine(own_places(folder), Settings())
    since = date.today() - samples.FRIDAY - timedelta(days=1)  # today is not done yet
    for each in samples.sessions(9):
        assert each.ended is not None
        moved = replace(each, started=each.started + since, ended=each.ended + since)
        engine.records.journal.begin(replace(moved, day=each.day + since))
    for each in samples.measurements():
        engine.records.journal.measure(
            replace(each, day=each.day + since, taken=each.taken + since)
        )
    engine.close()
    return folder


@pytest.fixture
def data(athlete: Path, tmp_path: Path) -> Path:
    """A copy of that folder that a test may write to."""
    return Path(shutil.copytree(athlete, tmp_path / "data"))


@pytest.fixture
def start(screen: Mapping[str, str], reader: Reader, data: Path) -> Start:
    @contextmanager
    def begin(narrator: Narrator) -> Iterator[Used]:
        quiet = Settings(narrator=narrator, keep_awake=False, player_fullscreen=False)
        save_settings(find_paths(data, {}).settings_file, quiet)
        with program(screen, "longstride", "--data-dir", str(data)):
            used = Used(reader)
            used.find("push button", "Start")
            activate(screen, "Longstride")
            yield used

    return begin


def test_every_page_is_reached_and_named(start: Start) -> None:
    with start(Narrator.LONGSTRIDE) as used:
        for page, marker in PAGES.items():
            used.press("radio button", page)
            used.find(*marker)
            used.reader.until(lambda page=page: "checked" in used.find("radio button", page).states)
            assert used.complaints() == [], page
        used.press("push button", "Help")
        used.find("push button", "Close the help")
        assert used.complaints() == []


def test_a_stiffness_is_set_and_a_flow_left_by_the_bus_alone(start: Start) -> None:
    with start(Narrator.LONGSTRIDE) as used:
        scale = used.find("slider", "How stiff")
        scale.set_value(4)
        assert scale.value == 4
        assert scale.description.startswith("answered 4")
        used.press("push button", "Start")
        used.wait_until_led()
        used.press("push button", "Pause")
        used.find("push button", "Play")
        found = used.complaints()
        used.press("push button", "Leave")
        used.press("push button", "End here")
        used.find("push button", "Done")
        found += used.complaints()
        used.press("push button", "Add effort or a note")
        used.find("slider", "How hard was it?")
        found += used.complaints()
        used.press("push button", "Done")
        used.find("push button", "Start")
        assert found == []


def test_each_step_is_announced_where_the_reader_speaks(start: Start) -> None:
    with start(Narrator.READER) as used:
        used.press("push button", "Start")
        used.wait_until_led()
        for step in (2, 3):
            used.press("push button", "Next step")
            used.find("label", f"Step {step} of")
        used.press("push button", "Pause")
        used.find("push button", "Play")
        used.reader.until(lambda: "Paused" in used.announced)
        said = [text for text in used.announced if not text.startswith(NO_SOUND)]
        assert "Step 1 of" in said[0]
        assert [text.split(":")[0].rpartition("Step ")[2][:1] for text in said[:3]] == [*"123"]
        assert said[3:] == ["Paused"]


def test_nothing_is_announced_where_longstride_speaks(start: Start) -> None:
    with start(Narrator.LONGSTRIDE) as used:
        used.press("push button", "Start")
        used.wait_until_led()
        used.reader.forget()
        counts = set()

        def counted() -> bool:
            told = used.reader.told("PropertyChange")
            counts.update(each.value for each in told if str(each.value).isdecimal())
            return len(counts) > 3

        used.reader.until(counted)
        assert [text for text in used.announced if not text.startswith(NO_SOUND)] == []
        moved = [each for each in used.reader.told("PropertyChange") if "value" in each.kind]
        assert moved == []


def test_who_speaks_is_asked_at_the_start_and_kept(start: Start, data: Path) -> None:
    settings = find_paths(data, {}).settings_file
    with start(Narrator.ASK) as used:
        used.find("dialog", "Who speaks while a flow runs?")
        used.reader.until(lambda: (at := used.focused()) and at.name == "Longstride")
        used.press("push button", "My screen reader")
        used.reader.until(lambda: used.root.find("dialog", "Who speaks") is None)
    assert load_settings(settings)[0].narrator is Narrator.READER


def test_real_keys_come_everywhere_on_today(start: Start, screen: Mapping[str, str]) -> None:
    with start(Narrator.LONGSTRIDE) as used:
        used.find("push button", "Rest days")
        used.reader.until(used.focused)
        wanted = used.usable()
        visited: list[str] = []
        while (at := used.focused()) is not None and at.path not in visited:
            visited.append(at.path)
            press_keys(screen, "Tab")
            used.reader.until(lambda at=at: (now := used.focused()) and now.path != at.path)
        assert wanted - set(visited) <= used.arrow_only() & wanted
        used.find("push button", "Rest days").focus()
        press_keys(screen, "space")
        used.find("dialog", "Rest days")
        press_keys(screen, "Escape")
        used.reader.until(lambda: (at := used.focused()) and at.name == "Rest days")
