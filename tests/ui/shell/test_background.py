"""Slow work beside the window: where its outcome comes, and that nothing of it stays."""

import subprocess
import sys
from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from longstride.core.errors import SpeechError
from longstride.ui.shell.background import Background, Task
from ui.conftest import tasks_left


class Outcome:
    """Takes what comes, and in which thread."""

    def __init__(self) -> None:
        self.said: list[object] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.said.append(result)
        self.threads.add(get_ident())

    def step(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        self.threads.add(get_ident())


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.close()
    qtbot.waitUntil(lambda: tasks_left() == [])


@pytest.fixture
def outcome() -> Outcome:
    return Outcome()


def test_work_is_done_elsewhere_and_told_here(
    background: Background, outcome: Outcome, qtbot: QtBot
) -> None:
    background.run(get_ident, outcome.take, outcome.take)
    qtbot.waitUntil(lambda: bool(outcome.said))
    assert outcome.said[0] != get_ident()
    assert outcome.threads == {get_ident()}


def test_steps_are_told_on_the_way(background: Background, outcome: Outcome, qtbot: QtBot) -> None:
    background.run(lambda: ((n, 3) for n in (1, 2, 3)), outcome.take, outcome.take, outcome.step)
    qtbot.waitUntil(lambda: bool(outcome.said))
    assert outcome.steps == [(1, 3), (2, 3), (3, 3)]
    assert outcome.threads == {get_ident()}


def test_an_expected_error_is_told_as_one(
    background: Background, outcome: Outcome, qtbot: QtBot
) -> None:
    error = SpeechError("No voice.")

    def fail() -> None:
        raise error

    background.run(fail, lambda _: pytest.fail("it was not done"), outcome.take)
    qtbot.waitUntil(lambda: outcome.said == [error])


def test_a_bug_reaches_the_hook(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: caught.append(kind))
    background.run(lambda: 1 / 0, pytest.fail, pytest.fail)
    qtbot.waitUntil(lambda: caught == [ZeroDivisionError])


def test_nobody_waits_for_what_is_cancelled(
    background: Background, outcome: Outcome, qtbot: QtBot
) -> None:
    go_on = Event()
    task = background.run(go_on.wait, outcome.take, outcome.take)
    task.cancel()
    assert task.isRunning()
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert outcome.said == []


def test_a_cancelled_walk_stops_at_its_next_step(
    background: Background, outcome: Outcome, qtbot: QtBot
) -> None:
    go_on, left = Event(), list(range(5))

    def walk() -> Iterator[tuple[int, int]]:
        while left:
            go_on.wait()
            yield left.pop(), 5

    task = background.run(walk, outcome.take, outcome.take, outcome.step)
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert len(left) == 4
    assert outcome.steps == []


def test_what_has_ended_is_let_go(
    background: Background, outcome: Outcome, qtbot: QtBot, qapp: QApplication
) -> None:
    for _ in range(3):
        background.run(lambda: 1, outcome.take, outcome.take)
    qtbot.waitUntil(lambda: not background.busy)
    assert outcome.said == [1, 1, 1]
    qtbot.waitUntil(lambda: qapp.findChildren(Task) == [])


def test_closing_waits_and_says_nothing(
    background: Background, outcome: Outcome, qtbot: QtBot
) -> None:
    ended: list[int] = []
    background.run(lambda: ended.append(1), outcome.take, outcome.take)
    background.close()
    assert ended == [1]
    qtbot.waitUntil(lambda: not background.busy)
    assert outcome.said == []


def test_it_is_busy_until_the_last_outcome_is_told(background: Background, qtbot: QtBot) -> None:
    """Two tasks whose threads end at once: the end of one is not that of the other."""
    busy: list[bool] = []
    tasks = [
        background.run(int, lambda _: busy.append(background.busy), busy.append) for _ in range(2)
    ]
    for task in tasks:
        task.wait()
    qtbot.waitUntil(lambda: not background.busy)
    assert busy == [True, True]


OUTLIVED = """
from PySide6.QtCore import QCoreApplication, QEvent
from longstride.ui.shell.background import Background

class Asker:
    def __init__(self):
        self.background = Background()
        self.heard = []

    def ask(self):
        self.task = self.background.run(lambda: 1, lambda result: self.heard.append(result), print)
        self.task.destroyed.connect(app.quit)
        return self.heard

app = QCoreApplication([])
heard = Asker().ask()
app.exec()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print(heard)
"""


def test_whoever_only_waits_for_the_outcome_may_go_with_it() -> None:
    """In a program of its own: what went twice took the program with it."""
    ended = subprocess.run(
        [sys.executable, "-c", OUTLIVED], check=False, capture_output=True, text=True
    )
    assert (ended.stdout.strip(), ended.returncode) == ("[1]", 0), ended.stderr
