"""How the athlete is reminded, in words."""

from datetime import date, datetime, time

import pytest

from longstride.desktop.notifications.way import WayName
from longstride.settings import Settings
from longstride.ui.shown.reminders import never_text, next_text, reminder_text, way_text

ON = {"remind": True, "remind_times": (time(17, 30),)}


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (ON, "17:30 every day"),
        (ON | {"remind_times": (time(7), time(17, 30))}, "07:00 and 17:30 every day"),
        (ON | {"remind_days": (0, 2, 6)}, "17:30 on run days"),
        (ON | {"remind_days": (1, 5)}, "17:30 on Tue, Sat"),
        (ON | {"remind_days": ()}, "off"),
        (ON | {"remind_times": ()}, "off"),
        ({}, "off"),
    ],
)
def test_when_one_is_reminded_in_a_few_words(settings: dict[str, object], words: str) -> None:
    assert reminder_text(Settings(**settings), (6, 2, 0)) == words  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, ""),
        ({"remind_days": ()}, "No day is chosen yet, so nothing comes at these times."),
        ({"remind_times": ()}, "No time is chosen yet, so nothing comes on these days."),
        ({"quiet_from": time(7), "quiet_until": time(7), "remind_times": (time(7),)}, ""),
        ({"remind_times": (time(7, 15), time(22))}, "22:00: the quiet hours last"),
    ],
)
def test_what_comes_to_nothing_is_said(settings: dict[str, object], words: str) -> None:
    said = never_text(Settings(**settings))  # type: ignore[arg-type]
    assert said.startswith(words) and bool(said) == bool(words)


def test_when_the_next_is_due() -> None:
    today = date(2026, 11, 20)
    assert next_text(None, today) == ""
    for day, words in ((20, "today"), (21, "tomorrow"), (22, "on Sunday")):
        assert f"is {words} at 17:30" in next_text(datetime(2026, 11, day, 17, 30), today)


def test_every_way_has_its_words_and_its_limits() -> None:
    assert way_text(None, closed=False) == "Finding out how this desktop can remind you."
    for way in WayName:
        assert "off or Longstride is closed." in way_text(way, closed=False)
        assert "is off." in way_text(way, closed=True)
