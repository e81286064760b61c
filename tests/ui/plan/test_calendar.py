"""Saving a plan's turns for another calendar, on the page Plan."""

from pathlib import Path

import icalendar
import pytest

from longstride.core.history.plan.following import PlanPlace
from longstride.ui.plan.calendar_row import calendar_text
from ui.house import House
from ui.plan.using_plans import following, told
from ui.plan_samples import now
from ui.records.using_files import choose

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


def test_the_turns_to_come_are_saved(house: House, tmp_path: Path) -> None:
    following(house).reads("Calendar: 12 sessions until ")
    house.press("Save file to calendar")
    file = tmp_path / "mine.ics"
    choose(house, file)
    told(house, f", written to {file}.")
    told(house, "Google's calendar leaves its alarms out")
    assert len(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 12
    house.press("Save file to calendar")
    choose(house, tmp_path / "no folder" / "mine.ics")
    told(house, "cannot be written")


def test_what_is_in_a_calendar_goes_with_the_plan(house: House, tmp_path: Path) -> None:
    following(house)
    house.press("Save file to calendar")
    choose(house, tmp_path / "mine.ics")
    told(house, "12 sessions")
    house.press("End it")
    told(house, "Your calendar still has its sessions")
    house.press("Dismiss this notice")  # that it has ended
    house.press("Save file")
    choose(house, tmp_path / "mine.ics")
    told(house, "Nothing is planned any more")
    assert (tmp_path / "mine.ics").read_bytes().count(b"STATUS:CANCELLED") == 12


def test_how_many_there_are_and_until_when() -> None:
    assert " sessions until " in calendar_text(now())
    assert calendar_text(now(8, place=PlanPlace(8, over=True), turns=())) == ""
