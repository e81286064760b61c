"""The warm word for the first session after a gap: said at its end, and read there."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

import fakes
from longstride.core.history.session import Session
from longstride.core.history.week import FreezeReason
from longstride.core.timeline.script import sentences
from longstride.core.timeline.timeline import CueKind
from longstride.leading.start import coach_again
from longstride.ui.player.finish import Finish
from longstride.ui.widgets.text import breakable
from ui import page_samples as samples
from ui.house import NOW, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]
TODAY = NOW.date()


def ago(days: int, number: int = 0) -> Session:
    return replace(samples.sessions(number + 1)[number], day=TODAY - timedelta(days=days))


def said_last(house: House) -> str:
    said = [cue for cue in house.run.player.timeline.cues if cue.kind is CueKind.SAY]
    return " ".join(cue.text for cue in said[-3:])


def test_the_first_session_after_a_gap_is_welcomed_aloud_and_on_the_screen(build: Build) -> None:
    house = build()
    house.engine.records.journal.begin(ago(8))
    house.open().start()
    assert said_last(house) == f"That was it. {fakes.PHRASES.welcome.back}"
    assert set(sentences(fakes.PHRASES.welcome.back)) <= set(house.voice.said)
    house.hear_to_the_end()
    house.qtbot.waitUntil(lambda: house.shown(Finish) is not None)
    texts = [each.text() for each in house.shown(Finish).findChildren(QLabel)]
    assert breakable(fakes.PHRASES.welcome.back) in texts
    assert fakes.PHRASES.welcome.back not in house.engine.records.journal.sessions()[0].flow_json


def test_after_days_of_rest_the_rest_was_right(build: Build) -> None:
    house = build()
    house.engine.records.journal.begin(ago(20))
    house.engine.records.journal.freeze(TODAY - timedelta(days=4), FreezeReason.ILLNESS)
    house.open().start()
    assert house.coach.farewell == fakes.PHRASES.welcome.back_rested


def test_the_very_first_session_is_welcomed(build: Build) -> None:
    house = build()
    house.open().start()
    assert house.coach.farewell == fakes.PHRASES.welcome.first


@pytest.mark.parametrize("days", [(7,), (0, 30), (1, 30)])
def test_no_other_session_is(build: Build, days: tuple[int, ...]) -> None:
    house = build()
    for number, each in enumerate(days):
        house.engine.records.journal.begin(ago(each, number))
    house.open().start()
    assert house.coach.farewell == ""
    assert said_last(house).endswith("That was it.")


def test_a_session_in_which_all_was_skipped_ends_no_gap(build: Build) -> None:
    house = build()
    house.engine.records.journal.begin(ago(12))
    house.engine.records.journal.begin(replace(ago(3, 1), steps=()))
    house.open().start()
    assert house.coach.farewell == fakes.PHRASES.welcome.back


def test_a_welcomed_run_taken_up_again_is_still_welcomed(build: Build) -> None:
    house = build()
    house.engine.records.journal.begin(ago(12))
    house.open().start()
    house.application.close()
    cut_off = house.engine.records.journal.interrupted()
    assert cut_off is not None
    assert coach_again(house.engine, cut_off, house.speaker).farewell == fakes.PHRASES.welcome.back  # type: ignore[arg-type]


def test_a_journal_held_by_another_program_keeps_nobody_from_training(house: House) -> None:
    with closing(sqlite3.connect(house.engine.paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        house.start()
        assert house.coach.farewell == ""
        assert "in use by another program" in house.run.scribe.trouble
