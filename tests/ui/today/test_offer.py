"""Today offers a flow by a first glance, before anything slow is read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome, StepRecord
from longstride.lazy import is_made
from longstride.paths import Paths
from longstride.settings import Settings
from longstride.ui.shown.past import NEWEST
from longstride.ui.today.offer import glance
from ui.house import SHORT, House, PaperEngine

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Build = Callable[..., House]


def test_today_offers_its_flow_before_all_else_is_read(build: Build) -> None:
    house = build()
    vars(house.engine).pop("figures")
    with house.engine.making, house.engine.records.making:  # so that nothing more of it can be made
        house.window.show()
        house.application.load()
        house.reads("Start with Hip extension base.")
        assert house.has_button("Start")
        assert not is_made(house.engine, "figures")
        assert not is_made(house.engine.records, "journal")
    house.qtbot.waitUntil(lambda: is_made(house.engine, "figures"))
    house.wait_for_tasks()
    house.reads("This week".upper())


def test_the_first_glance_offers_what_the_whole_journal_does(build: Build, paths: Paths) -> None:
    first = build().open().start()
    first.hear_to_the_end()
    first.press("Done")
    first.reads("Done for today.")
    again = build(paths)
    with again.engine.making, again.engine.records.making:
        again.window.show()
        again.application.load()
        again.reads("Done for today.")
        again.reads("Two steps is next, tomorrow")
        assert not again.has_button("Start")
        assert not again.has_button("Rest days")
    again.qtbot.waitUntil(lambda: again.has_button("Rest days"))
    again.reads("Done for today.")
    again.reads("Two steps is next, tomorrow")
    again.wait_for_tasks()
    assert not again.has_button("Start")


def test_an_old_run_that_was_cut_off_is_seen_at_the_first_glance(
    build: Build, paths: Paths
) -> None:
    before = PaperEngine(paths, Settings())
    journal, now = before.records.journal, before.now()
    for ago in range(1, NEWEST + 3):
        done = _done(now - timedelta(days=ago), AfterRating())
        journal.begin(replace(done, ended=None) if ago == NEWEST + 2 else done)
    before.close()
    house = build(paths)
    house.window.show()
    with house.engine.making, house.engine.records.making:
        house.application.load()
        house.reads("stopped at step")
        assert house.has_button("Start"), "what is old is no call to go on"
    house.qtbot.waitUntil(lambda: house.has_button("Rest days"))
    house.reads("stopped at step")
    assert house.has_button("Start")
    house.press("Leave it there")
    house.qtbot.waitUntil(lambda: not house.has_button("Go on"))
    house.wait_for_tasks()


def test_what_hurt_long_ago_is_left_alone_until_it_is_better(build: Build, paths: Paths) -> None:
    before = PaperEngine(paths, Settings())
    journal, now = before.records.journal, before.now()
    sharp = AfterRating(pain=Pain(PainKind.SHARP, "front of the hip"))
    for ago in range(1, NEWEST + 3):
        after = sharp if ago == NEWEST + 2 else AfterRating()
        journal.begin(_done(now - timedelta(days=ago), after))
    before.close()
    house = build(paths)
    house.window.show()
    with house.engine.making, house.engine.records.making:
        house.application.load()
        house.reads("A day to rest")
    house.qtbot.waitUntil(lambda: is_made(house.engine.records, "journal"))
    house.wait_for_tasks()
    house.reads("A day to rest")
    assert not house.has_button("Start")
    house.press("It is better: the front of the hip")
    house.qtbot.waitUntil(lambda: house.has_button("Start"))
    house.wait_for_tasks()
    assert not house.has_button("It is better: the front of the hip")
    assert glance(house.engine).better == house.engine.records.journal.better()  # type: ignore[union-attr]
    house.press("Undo")
    house.reads("A day to rest")
    house.wait_for_tasks()
    assert house.has_button("It is better: the front of the hip")
    assert not house.engine.records.journal.better()


def _done(started: datetime, after: AfterRating) -> Session:
    step = StepRecord(0, "plank", None, 1, 1, 300, 0, Outcome.DONE)
    return Session(
        uuid4(), SHORT, "Two steps", "{}", started, started.date(), 1, (step,), started, after=after
    )
