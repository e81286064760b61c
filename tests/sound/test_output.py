"""The speaker in a process of its own: without a device, and into a silent one that is recorded."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from longstride.sound.frames import PER_MS, RATE
from longstride.sound.mixer import Mix
from longstride.sound.units import Levels
from sound.conftest import Speaker
from sound.listening import LISTENS, drift, loud, never_backwards, onsets, peak_of
from sound.null_sink import NullSink, Recorder
from sound.scores import LEAD_IN, hum

Start = Callable[..., Speaker]


def test_without_a_device_time_goes_on_and_says_why(start: Start, deaf: Mapping[str, str]) -> None:
    speaker = start(deaf)
    speaker("play 1000 1400")
    answers = speaker.until(lambda seen: seen["position"] == 1400)
    assert answers[-1]["state"] == "no device"
    assert "connect one" in answers[-1]["sentence"]
    assert answers[-1]["devices"] == []
    assert never_backwards(answers)
    assert len({seen["position"] for seen in answers}) > 5
    speaker("play 300 9000")
    speaker.until(lambda seen: seen["position"] > 400)
    speaker("stop 700")
    assert speaker.until(lambda seen: seen["position"] >= 700)[-1]["position"] == 700
    speaker("play 300 9000")
    speaker.until(lambda seen: seen["position"] > 400)
    paused = speaker("pause")["position"]
    assert speaker("where")["position"] == paused
    speaker.end()


def test_without_the_library_time_goes_on_and_says_what_to_install(
    start: Start, deaf: Mapping[str, str]
) -> None:
    speaker = start(deaf, "--without-multimedia")
    speaker("play 0 200")
    answers = speaker.until(lambda seen: seen["position"] == 200)
    assert answers[-1]["state"] == "no library"
    assert "libpulse0" in answers[-1]["sentence"]
    assert speaker.end() == ""


@pytest.mark.sound
class TestOnADevice:
    @LISTENS
    def test_ticks_are_heard_on_the_grid_and_it_stops_by_itself(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder() as recorder:
            speaker("play 0 6000")
            answers = speaker.until(lambda seen: seen["position"] == 6000)
            recorder.wait(2.5)
            heard = recorder.stop()
        assert answers[-1]["state"] == "sounding"
        assert answers[-1]["devices"] == ["Null Output"]
        assert never_backwards(answers)
        # 1500, 2500, 4500, 5500 and nothing from 6000 on
        assert len(onsets(heard)) == 4
        assert drift(heard) <= 0.1
        assert speaker.end() == ""

    def test_an_end_put_off_at_the_last_moment_is_played_past(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder() as recorder:
            speaker("play 1000 2400")
            speaker.until(lambda seen: seen["position"] > 2200)
            speaker("stop 6000")
            answers = speaker.until(lambda seen: seen["position"] == 6000)
            heard = recorder.stop()
        assert never_backwards(answers)
        assert len(onsets(heard)) == 4

    @LISTENS
    def test_another_mix_is_heard_at_once_and_the_same_one_without_a_gap(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder() as recorder:
            speaker("play 1000 30000")
            speaker.until(lambda seen: seen["position"] > 3000)
            speaker("load 90")
            speaker.until(lambda seen: seen["position"] > 7300)
            same = recorder.heard_frames
            answers = [speaker("load 7")]
            answers += speaker.until(lambda seen: seen["position"] > 9300)
            heard = recorder.stop()
        assert drift(heard[: same - RATE // 10]) <= 0.1
        assert len(onsets(heard)) == 4
        assert never_backwards(answers)

    @LISTENS
    def test_a_held_interpreter_loses_nothing(self, start: Start, pulse: NullSink) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder() as recorder:
            speaker("play 1000 30000")
            while speaker("where")["position"] < 6000:
                speaker("hold 300")
            heard = recorder.stop()
        assert drift(heard) <= 0.1

    def test_pause_is_silence_at_once_and_play_goes_on_in_place(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder() as recorder:
            tails = [self.tail_after_pause(speaker, recorder) for _ in range(3)]
            paused = speaker("where")["position"]
            speaker("play 5400 20000")
            recorder.wait(1.0)
            heard = recorder.stop()[-RATE:]
        assert min(tails) <= 60
        assert speaker("where")["position"] >= 5400 >= paused
        assert len(onsets(heard)) == 1

    def tail_after_pause(self, speaker: Speaker, recorder: Recorder) -> float:
        """Return how many ms a breath still sounds after pause was asked for."""
        speaker("play 1480 20000")
        speaker.until(lambda seen: seen["position"] > 1500)
        recorder.wait(0.0)
        asked = recorder.heard_frames
        speaker("pause")
        recorder.wait(0.7)
        after = np.flatnonzero(recorder.samples()[asked:])
        return float(after[-1]) / PER_MS if len(after) else 0.0

    @LISTENS
    def test_the_volume_glides_at_once_without_a_gap_or_a_click(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        speaker("hum")
        with pulse.recorder() as recorder:
            speaker("play 9000 30000")
            speaker.until(lambda seen: seen["position"] > 10_500)
            recorder.wait(0.5)
            asked = [recorder.heard_frames]
            for gain in ("0.25", "1", "2"):
                speaker(f"gain {gain}")
                recorder.wait(1.5)
                asked.append(recorder.heard_frames)
            heard = recorder.stop()
        full = loud(heard, asked[0] - RATE // 2)
        # Long before the second that waits in the buffer would have been played.
        assert loud(heard, asked[0] + RATE // 2) == pytest.approx(full / 4, rel=0.2)
        assert loud(heard, asked[1] + RATE // 2) == pytest.approx(full, rel=0.2)
        assert loud(heard, asked[3] - RATE // 4) == pytest.approx(2 * full, rel=0.2)
        quietest = min(loud(heard, at, 960) for at in range(asked[0], asked[2], 960))
        assert quietest > full / 4 * 0.6
        own = np.abs(np.diff(heard[asked[2] - RATE // 2 : asked[2]])).max()
        assert np.abs(np.diff(heard[asked[0] : asked[2]])).max() < 1.4 * own

    @LISTENS
    def test_going_on_after_a_pause_begins_softly_and_with_nothing_left_over(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        speaker("hum")
        mix = Mix(hum(), {}, Levels())
        with pulse.recorder() as recorder:
            for _ in range(3):
                speaker("play 9000 30000")
                speaker.until(lambda seen: seen["position"] > 9500)
                speaker("pause")
                recorder.wait(0.5)
                paused = recorder.heard_frames
                speaker("play 10500 30000")
                recorder.wait(1.5)
                heard = recorder.samples()[paused:]
                first = int(np.flatnonzero(heard)[0])
                assert np.abs(heard[first : first + RATE // 10]).max() < 0.4 * peak_of(mix, 10_500)
                assert heard[first : first + PER_MS].max() < 0.002
            assert peak_of(mix, 10_500) * 0.8 < np.abs(heard[first + RATE :]).max()

    def test_a_sink_taken_away_and_brought_back_goes_on_in_place(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        speaker("play 500 60000")
        answers = speaker.until(lambda seen: seen["position"] > 1200)
        pulse.unplug()
        answers += speaker.until(lambda seen: seen["state"] == "lost")
        lost = answers[-1]["position"]
        answers += speaker.until(lambda seen: seen["position"] > lost + 500)
        pulse.plug()
        with pulse.recorder() as recorder:
            answers += speaker.until(lambda seen: seen["state"] == "sounding")
            recorder.wait(1.0)
            frames, place = recorder.heard_frames, speaker("where")["position"]
            recorder.wait(4.0)
            heard = recorder.stop()[frames:]
        assert never_backwards(answers)
        cycle = (onsets(heard) + place - LEAD_IN) % 3000
        # Ticks stand at 1 s and 2 s of every three.
        assert all(min(abs(at - 1000), abs(at - 2000)) < 250 for at in cycle), cycle
        assert len(cycle) >= 2

    def test_a_server_that_dies_takes_only_the_sound_with_it(
        self, start: Start, pulse: NullSink
    ) -> None:
        speaker = start(pulse.environment)
        speaker("play 0 60000")
        speaker.until(lambda seen: seen["position"] > 500)
        pulse.stop()
        lost = speaker.until(lambda seen: seen["state"] == "lost")[-1]["position"]
        # Long enough for a try to get it back, which must not bring libpulse to abort.
        answers = speaker.until(lambda seen: seen["position"] > lost + 3500)
        assert never_backwards(answers)
        paused = speaker("pause")["position"]
        speaker(f"play {paused} 60000")
        speaker.until(lambda seen: seen["position"] > paused + 200)
        pulse.start()
        speaker.until(lambda seen: seen["position"] > paused + 400)
        speaker.end()

    def test_a_delay_is_taken_off_the_position(self, start: Start, pulse: NullSink) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder():
            speaker("play 0 9000")
            speaker.until(lambda seen: seen["position"] > 1000)
            now = speaker("where")["position"]
            speaker("delay 400")
            held = [speaker("where")["position"] for _ in range(5)]
            answers = speaker.until(lambda seen: seen["position"] > now + 300)
        assert now <= held[0] and held[-1] < now + 100
        assert never_backwards(answers)

    def test_another_device_is_used_while_it_is_there(self, start: Start, pulse: NullSink) -> None:
        speaker = start(pulse.environment)
        with pulse.recorder() as recorder:
            speaker("play 0 60000")
            answers = speaker.until(lambda seen: seen["position"] > 2600)
            pulse.plug_another()
            answers += speaker.until(lambda seen: len(seen["devices"]) == 2)
            speaker("choose Headphones")
            moved = recorder.heard_frames
            answers += speaker.until(lambda seen: seen["position"] > 6000)
            heard = recorder.stop()
        assert len(onsets(heard[:moved])) == 2
        assert len(onsets(heard[moved + RATE // 5 :])) == 0
        assert answers[-1]["devices"] == ["Null Output", "Headphones"]
        assert answers[-1]["state"] == "sounding"
        assert never_backwards(answers)
