"""The screen stays lit while a flow plays, and a desktop that cannot do it is only a state."""

import os
import subprocess
import sys
from types import TracebackType

import pytest

from longstride.desktop.awake import Awake


class Hold:
    """A desktop's hold on the screen; ``active`` False is a desktop that refuses."""

    method_name = "a test"

    def __init__(self, active: bool = True, lost: bool = False) -> None:
        self.active = active
        self.lost = lost
        self.entered = 0
        self.left = 0

    def __enter__(self) -> "Hold":
        self.entered += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.left += 1
        if self.lost:
            raise RuntimeError("the session bus has gone")


def test_the_screen_is_held_from_start_to_stop() -> None:
    hold = Hold()
    awake = Awake(lambda: hold)
    assert not awake.state.kept
    awake.start()
    assert awake.state.kept
    assert "a test" in awake.state.sentence
    awake.stop()
    assert not awake.state.kept
    assert (hold.entered, hold.left) == (1, 1)


def test_starting_and_stopping_twice_holds_once() -> None:
    hold = Hold()
    awake = Awake(lambda: hold)
    awake.start()
    awake.start()
    awake.stop()
    awake.stop()
    assert (hold.entered, hold.left) == (1, 1)


def test_it_can_start_again_with_a_fresh_hold() -> None:
    holds = [Hold(), Hold()]
    left = iter(holds)
    awake = Awake(lambda: next(left))
    for _ in holds:
        with awake:
            assert awake.state.kept
    assert [hold.left for hold in holds] == [1, 1]


def test_a_desktop_that_refuses_is_said_in_words() -> None:
    with Awake(lambda: Hold(active=False)) as awake:
        assert not awake.state.kept
        assert "power settings" in awake.state.sentence


def test_a_desktop_that_went_away_does_not_end_the_flow() -> None:
    awake = Awake(lambda: Hold(lost=True))
    awake.start()
    awake.stop()
    assert not awake.state.kept


@pytest.mark.parametrize(
    ("answer", "kept"), [("WAKEPY_FAKE_SUCCESS", True), ("WAKEPY_FORCE_FAILURE", False)]
)
def test_wakepy_answers_through_it(answer: str, kept: bool) -> None:
    # In a process of its own: where there is no session bus wakepy leaves its socket open.
    program = (
        "from longstride.desktop.awake import Awake\n"
        "awake = Awake()\n"
        "awake.start()\n"
        "print(awake.state.kept)\n"
        "awake.stop()\n"
        "print(awake.state.kept)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {answer: "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == [str(kept), "False"]
    assert not run.stderr
