"""Coach and page kept in step: what is shown, when it ticks, and who may touch the coach."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import get_ident
from typing import Any

import pytest
from PySide6.QtCore import Qt

import fakes
from longstride.core.timeline.player import PlayState
from longstride.desktop.suspend import SleepWatch
from longstride.leading.coach import Coach
from longstride.leading.run import Run
from longstride.leading.trouble import LIGHTEST, SLEPT
from longstride.ui.intentions.leading import Start
from longstride.ui.player.bridge import PRESS_SPACE
from ui.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Build = Callable[..., House]


@pytest.fixture
def led(house: House) -> House:
    return house.start()


def test_the_page_follows_the_sound(led: House) -> None:
    led.hear_until(20_000)
    moment = led.page.moment
    assert moment is not None
    assert 20_000 <= moment.position <= 20_100


def test_it_looks_only_while_it_plays(led: House) -> None:
    assert led.bridge._timer.isActive()
    led.key(Qt.Key.Key_Space)
    assert not led.bridge._timer.isActive()
    led.key(Qt.Key.Key_Space)
    assert led.bridge._timer.isActive()
    led.hear_to_the_end()
    assert led.state is PlayState.FINISHED
    assert not led.bridge._timer.isActive()


def sleepable(led: House) -> fakes.HandClock:
    """Return the clock that goes on while the machine of a flow sleeps."""
    boot, steady = fakes.HandClock(), fakes.HandClock()
    led.coach.parts = replace(led.coach.parts, watch=SleepWatch(boot, steady))
    return boot


def test_a_sleep_pauses_and_says_why(led: House) -> None:
    boot = sleepable(led)
    boot.pass_by(60_000)
    led.qtbot.waitUntil(lambda: not led.playing)
    assert led.notice == f"{SLEPT} {PRESS_SPACE}"
    led.key(Qt.Key.Key_Space)
    assert led.playing
    assert led.notice == ""


def test_a_sleep_while_paused_is_nobodys_concern(led: House) -> None:
    boot = sleepable(led)
    led.key(Qt.Key.Key_Space)
    boot.pass_by(60_000)
    led.key(Qt.Key.Key_Space)
    led.bridge._look()
    assert led.playing
    assert led.notice == ""


def test_the_strip_seeks(led: House) -> None:
    led.page.seek.emit(led.run.player.timeline.step_starts[1])
    assert led.step == 1
    assert led.speaker.hand.at == led.run.player.timeline.step_starts[1]


def test_going_lighter_where_nothing_is_left_says_so(led: House) -> None:
    led.page.seek.emit(led.run.player.timeline.spans[-1].start)
    led.key(Qt.Key.Key_L)
    assert not led.coach.lighter
    assert led.notice == LIGHTEST
    led.page.seek.emit(0)
    assert led.notice == ""
    led.key(Qt.Key.Key_L)
    assert led.coach.lighter
    assert led.notice == ""


def test_each_step_is_written_before_the_next(led: House) -> None:
    led.hear_until(led.run.player.timeline.step_starts[1] - 1)
    if led.run.player.waiting:
        led.key(Qt.Key.Key_Space)
    assert led.engine.records.journal.sessions()[0].steps == ()
    led.hear_until(led.run.player.timeline.step_starts[1] + 1)
    session = led.engine.records.journal.sessions()[0]
    assert session.next_step == 1
    assert {record.step for record in session.steps} == {0}


def test_measured_lengths_take_over_under_way(house: House) -> None:
    house.application.want(Start("post-run-five", None))
    house.qtbot.waitUntil(lambda: house.leading and house.bridge.begun)
    house.wait_until_led()
    said = {cue.text for cue in house.run.player.timeline.cues if cue.kind.is_speech}
    assert said <= set(house.engine.voice_clips.clips)
    assert not house.page.parts.header.preparing.isVisible()


class Witness:
    """Stands in for the methods of Coach and Run and remembers which thread called them."""

    SLOW = frozenset({"prepare", "prepare_steps", "prepare_rest", "_make_tones"})

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.callers: set[int] = set()
        methods = [(kind, *method) for kind in (Coach, Run) for method in vars(kind).items()]
        for kind, name, method in methods:
            if not name.startswith("__") and callable(method) and name not in self.SLOW:
                monkeypatch.setattr(kind, name, self.watched(method))

    def watched(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*words: Any, **named: Any) -> Any:
            self.callers.add(get_ident())
            return method(*words, **named)

        return call


@pytest.fixture
def witness(monkeypatch: pytest.MonkeyPatch) -> Iterator[Witness]:
    return Witness(monkeypatch)  # type: ignore[return-value]


def test_only_the_gui_thread_tells_the_coach(witness: Witness, house: House) -> None:
    house.start(stiffness=4)
    for key in (Qt.Key.Key_L, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space):
        house.key(key)
    house.key(Qt.Key.Key_Space)
    house.hear_to_the_end()
    house.press("Done")
    assert witness.callers == {get_ident()}
