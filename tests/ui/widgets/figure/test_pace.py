"""Frames that take long to paint come half as often, and one late frame changes nothing."""

from longstride.ui.widgets.figure.pace import Pace


def due(pace: Pace, took: float, seconds: int = 2) -> int:
    """Return how many frames of a screen at 60 Hz are painted in the last of some seconds."""
    painted = 0
    for frame in range(seconds * 60):
        if pace.is_due(frame * 1000 / 60):
            pace.painted(took)
            painted += frame >= (seconds - 1) * 60
    return painted


def test_quick_frames_all_come_and_slow_ones_every_second_time() -> None:
    assert due(Pace(), 2.0) == 60
    assert due(Pace(), 12.0) == 30


def test_one_late_frame_changes_nothing() -> None:
    pace = Pace()
    for _ in range(30):
        pace.painted(1.0)
    pace.painted(12.0)
    assert not pace.halved


def test_it_does_not_waver_between_the_two() -> None:
    pace = Pace()
    due(pace, 9.0)
    assert pace.halved
    due(pace, 2.5)
    assert pace.halved
    due(pace, 1.5)
    assert not pace.halved
