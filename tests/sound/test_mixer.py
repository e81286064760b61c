import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.timeline import Cue, CueKind, SpanPhase
from longstride.sound.clips import Clip
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import Mix
from longstride.sound.tones import make_tone
from longstride.sound.units import Levels
from sound.scores import score, ticks, tone

SECONDS = 8
WORD = "Lower slowly"
SAID_BEFORE = Cue(0, 100, CueKind.SAY, "so that what follows is not the first word")


def word(amplitude: float = 0.8, length: int = 1500) -> Clip:
    turns = np.arange(length * PER_MS) * (2 * np.pi * 210 / RATE)
    return Clip.of((amplitude * np.sin(turns)).astype(np.float32), length, 40)


def busy_mix(levels: Levels = Levels()) -> Mix:  # noqa: B008
    """Return speech over ticks over breaths, loud enough for the limiter to work."""
    cues = [
        tone(CueKind.IN, 500, length=4000),
        tone(CueKind.PHASE, 500, SpanPhase.ECCENTRIC),
        Cue(1500, 3000, CueKind.SAY, WORD),
        *(tone(CueKind.TICK, 500 + 1000 * n) for n in range(1, SECONDS)),
        tone(CueKind.OUT, 4500, length=4000),
        Cue(5460, 6960, CueKind.SAY, WORD, 0),
        Cue(7400, 8000, CueKind.SAY, "not rendered"),
    ]
    cues.sort(key=lambda cue: cue.at)
    return Mix(score(*cues, seconds=SECONDS), {WORD: word()}, levels)


BUSY = busy_mix()
WHOLE = BUSY.block(0, BUSY.duration)


@given(cuts=st.lists(st.integers(1, 70_000), min_size=1, max_size=40))
def test_the_same_frames_however_it_is_cut(cuts: list[int]) -> None:
    frame = 0
    for count in cuts:
        expected = np.zeros(count, np.float32)
        inside = WHOLE[frame : frame + count]
        expected[: len(inside)] = inside
        assert np.array_equal(BUSY.block(frame, count), expected)
        frame += count


@given(frame=st.integers(-100_000, 600_000), count=st.integers(0, 3000))
def test_any_start_and_silence_outside(frame: int, count: int) -> None:
    block = BUSY.block(frame, count)
    assert block.shape == (count,)
    assert block.dtype == np.float32
    for offset in (0, count // 2, count - 1):
        if 0 <= offset < count and not 0 <= frame + offset < BUSY.duration:
            assert block[offset] == 0


def test_it_never_reaches_full_scale_even_turned_up() -> None:
    assert np.abs(WHOLE).max() <= 10 ** (-1 / 20) + 1e-6
    loud = busy_mix(Levels(voice_db=12, tones_db=12))
    assert 0.8 < np.abs(loud.block(0, loud.duration)).max() <= 10 ** (-1 / 20) + 1e-6


def test_six_db_under_full_scale_passes_untouched() -> None:
    clip = word(0.49)
    said = Cue(1000, 2500, CueKind.SAY, WORD)
    mix = Mix(score(SAID_BEFORE, said, seconds=3), {WORD: clip}, Levels())
    assert np.array_equal(mix.block(1000 * PER_MS, len(clip.samples)), clip.samples)


def test_the_first_words_come_in_softly_and_the_next_as_they_are() -> None:
    cues = (Cue(500, 2000, CueKind.SAY, WORD), Cue(2500, 4000, CueKind.SAY, WORD))
    clip = word(0.4)
    mix = Mix(score(*cues, seconds=4), {WORD: clip}, Levels())
    first, second = (mix.block(at * PER_MS, len(clip.samples)) for at in (500, 2500))
    assert np.array_equal(second, clip.samples)
    levels = [peak(first[ms * PER_MS :][: 50 * PER_MS]) / 0.4 for ms in (0, 200, 400, 600)]
    assert levels == sorted(levels)
    assert 0.24 < levels[0] < 0.27
    assert np.array_equal(first[800 * PER_MS :], clip.samples[800 * PER_MS :])
    assert np.abs(np.diff(first)).max() <= np.abs(np.diff(clip.samples)).max()


def test_a_flow_opens_with_a_soft_tone_before_the_first_word() -> None:
    timeline = compile_flow(fakes.flow(), fakes.EvenLengths(), fakes.FULL)
    spoken = [cue for cue in timeline.cues if cue.kind.is_speech]
    clips = {cue.text: word(0.5, cue.end - cue.start) for cue in spoken}
    mix = Mix(timeline, clips, Levels())
    before = mix.block(0, spoken[0].start * PER_MS)
    # Measured in the sound itself: 12 dB under a tick, 20 ms from silence to no more than a hush.
    assert 20 * np.log10(peak(before)) == pytest.approx(-24, abs=0.5)
    assert peak(before[: 20 * PER_MS]) < 0.002
    assert peak(before[-50 * PER_MS :]) > 0.02


def peak(samples: Samples) -> float:
    return float(np.abs(samples).max())


def test_a_clip_begins_its_lead_before_the_beat() -> None:
    clip = word(0.4, 300)
    cue = Cue(1500, 1760, CueKind.COUNT, WORD, lead=40)
    mix = Mix(score(SAID_BEFORE, cue, seconds=3), {WORD: clip}, Levels())
    assert np.array_equal(mix.block(1460 * PER_MS, len(clip.samples)), clip.samples)
    assert not mix.block(0, 1460 * PER_MS).any()


def test_every_tick_begins_within_a_tenth_of_a_millisecond() -> None:
    template = make_tone(CueKind.TICK, "", 60)
    for cue in busy_timeline_ticks():
        start = cue.at * PER_MS - 480
        found = np.correlate(WHOLE[start : start + 960 + len(template)], template)
        assert abs(int(np.argmax(found)) - 480) / PER_MS <= 0.1


def busy_timeline_ticks() -> list[Cue]:
    return [tone(CueKind.TICK, 500 + 1000 * n) for n in range(1, SECONDS)]


def test_ticks_alone_are_exactly_the_tone_on_the_grid() -> None:
    mix = Mix(ticks(5), {}, Levels())
    tick = make_tone(CueKind.TICK, "", 60)
    expected = np.zeros(mix.duration, np.float32)
    for second in range(5):
        start = (500 + 1000 * second) * PER_MS
        expected[start : start + len(tick)] = tick
    assert np.array_equal(mix.block(0, mix.duration), expected)


@pytest.mark.parametrize(
    ("levels", "at", "gain_db"), [(Levels(voice_db=-6), 2000, -6), (Levels(tones_db=-6), 500, -6)]
)
def test_levels_move_speech_and_tones_apart(levels: Levels, at: int, gain_db: float) -> None:
    cues = (tone(CueKind.TICK, 500), Cue(2000, 3500, CueKind.SAY, WORD))
    timeline, clips = score(*cues, seconds=4), {WORD: word(0.3)}
    plain, changed = Mix(timeline, clips, Levels()), Mix(timeline, clips, levels)
    ratio = loudest(changed, at) / loudest(plain, at)
    assert 20 * np.log10(ratio) == pytest.approx(gain_db, abs=0.05)
    other = 2500 - at
    assert loudest(changed, other) == pytest.approx(loudest(plain, other))


def loudest(mix: Mix, at: int) -> float:
    part: Samples = mix.block(at * PER_MS, 60 * PER_MS)
    return float(np.abs(part).max())


def test_equal_tones_are_made_once() -> None:
    mix = Mix(ticks(60), {}, Levels())
    assert len({id(samples) for _, samples, _ in mix._tones._pieces}) == 1
