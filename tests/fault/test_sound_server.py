"""The sound server comes, goes and comes back: time goes on, and so does the sound."""

import os
from collections.abc import Callable
from statistics import median
from typing import Any

import pytest

from sound.conftest import Speaker
from sound.listening import never_backwards, onsets
from sound.null_sink import NullSink, Recorder
from sound.scores import LEAD_IN

Start = Callable[..., Speaker]

# LONGSTRIDE_FAULTS=all also keeps the server away for less and for longer than Qt waits.
ABSENCES = (1, 4, 10, 30) if os.environ.get("LONGSTRIDE_FAULTS") == "all" else (4,)

NEAR = 250  # ms; 10 to 30 on a quiet machine, more where the server itself is late

pytestmark = pytest.mark.sound


def sounds(seen: dict[str, Any]) -> bool:
    return bool(seen["state"] == "sounding")


def off_the_clock(speaker: Speaker, recorder: Recorder) -> float:
    """Return how many ms what is heard lies off the position, by the ticks of four seconds."""
    recorder.wait(1.0)
    frames, place = recorder.heard_frames, speaker("where")["position"]
    recorder.wait(4.0)
    # Ticks stand at 1 s and 2 s of every three.
    cycle = (onsets(recorder.samples()[frames:]) + place - LEAD_IN) % 3000
    assert len(cycle) >= 2, "no ticks are heard"
    return float(median(min(at - 1000, at - 2000, key=abs) for at in cycle))


@pytest.mark.parametrize("seconds", ABSENCES)
def test_a_server_that_comes_back_is_heard_again(
    start: Start, pulse: NullSink, seconds: int
) -> None:
    speaker = start(pulse.environment)
    speaker("play 0 90000")
    answers = speaker.until(lambda seen: sounds(seen) and seen["position"] > 1200)
    pulse.stop()
    answers += speaker.until(lambda seen: seen["state"] == "lost")
    assert "sound returns" in answers[-1]["sentence"]
    gone = answers[-1]["position"]
    answers += speaker.until(lambda seen: seen["position"] > gone + 1000 * (seconds - 1))
    pulse.start()
    answers += speaker.until(sounds)
    assert never_backwards(answers)
    with pulse.recorder() as recorder:
        assert abs(off_the_clock(speaker, recorder)) < NEAR
    assert speaker.end() == ""


def test_a_server_that_comes_late_is_heard(start: Start, pulse: NullSink) -> None:
    pulse.stop()
    speaker = start(pulse.environment)
    speaker("play 0 90000")
    answers = speaker.until(lambda seen: seen["position"] > 500)
    assert answers[-1]["state"] == "no device"
    pulse.start()
    answers += speaker.until(sounds)
    assert never_backwards(answers)
    assert answers[-1]["devices"] == ["Null Output"]
    with pulse.recorder() as recorder:
        assert abs(off_the_clock(speaker, recorder)) < NEAR
    assert speaker.end() == ""


def test_the_sound_follows_the_system_to_another_device(start: Start, pulse: NullSink) -> None:
    pulse.plug_another()
    speaker = start(pulse.environment)
    speaker("play 0 90000")
    answers = speaker.until(lambda seen: sounds(seen) and seen["position"] > 1200)
    with pulse.recorder("phones") as recorder:
        pulse.prefer_another()
        answers += [speaker("where")]
        assert abs(off_the_clock(speaker, recorder)) < NEAR
    answers += [speaker("where")]
    assert sounds(answers[-1])
    assert never_backwards(answers)
