"""The very first start of the real program, answered through the accessibility bus alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from access.access_bus import Reader
from access.access_desktop import activate, program
from access.test_access_program import Used
from longstride.journal.glance import is_untouched
from longstride.paths import find_paths, make_folders
from longstride.settings import Narrator, Settings, load_settings, save_settings

pytestmark = pytest.mark.timeout(60)


def start_the_plan(used: Used) -> None:
    """Press the Start of the questions: that of Today behind them is out of reach."""
    (start,) = (
        thing
        for thing in used.root.seen()
        if (thing.role, thing.name) == ("push button", "Start") and "enabled" in thing.states
    )
    start.press()


def test_three_answers_by_a_screen_reader(
    screen: Mapping[str, str], reader: Reader, tmp_path: Path
) -> None:
    paths = find_paths(tmp_path, {})
    make_folders(paths)
    save_settings(paths.settings_file, Settings(narrator=Narrator.LONGSTRIDE, keep_awake=False))
    with program(screen, "longstride", "--data-dir", str(tmp_path)):
        used = Used(reader)
        used.find("label", "Who are you?")
        activate(screen, "Longstride")
        assert used.complaints() == []
        used.press("radio button", "Runner")
        used.find("label", "Five minutes after every run")
        used.press("check box", "Monday")
        used.find("label", "Runner, eight weeks. Runs on Monday.")
        used.press("radio button", "4 days a week")
        used.find("label", "Runner, eight weeks. Runs on Monday. Any four days keep a week.")
        assert any(told.startswith("Proposed: Five minutes") for told in used.announced)
        assert used.complaints() == []
        start_the_plan(used)
        reader.until(lambda: not is_untouched(paths.journal))
        reader.until(lambda: load_settings(paths.settings_file)[0].welcomed)
        used.find("slider", "How stiff")
