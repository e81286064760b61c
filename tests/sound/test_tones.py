import numpy as np
import pytest

from longstride.core.timeline.timeline import TONE_LENGTHS, CueKind, SpanPhase
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.tones import make_tone

SWELL = 4000
SHORT = [
    (CueKind.TICK, ""),
    (CueKind.PHASE, SpanPhase.ECCENTRIC),
    (CueKind.PHASE, SpanPhase.STRETCHED),
    (CueKind.PHASE, SpanPhase.CONCENTRIC),
    (CueKind.PHASE, SpanPhase.CONTRACTED),
    (CueKind.PHASE, SpanPhase.HOLD),
    (CueKind.READY, ""),
    (CueKind.FINISH, ""),
]
BREATHS = [(CueKind.IN, ""), (CueKind.OUT, "")]
OPEN = (CueKind.OPEN, "")


def usual(kind: CueKind, text: str = "") -> Samples:
    return make_tone(kind, text, TONE_LENGTHS.get(kind, SWELL))


def spectrum(samples: Samples) -> Samples:
    return np.abs(np.fft.rfft(samples, RATE)).astype(np.float32)


def pitch(samples: Samples) -> int:
    """Return the strongest frequency in whole Hz."""
    return int(np.argmax(spectrum(samples)))


def halves(samples: Samples) -> tuple[Samples, Samples]:
    middle = len(samples) // 2
    return samples[:middle], samples[middle:]


@pytest.mark.parametrize(("kind", "text"), [*SHORT, *BREATHS, OPEN])
def test_a_tone_lasts_exactly_and_begins_and_ends_at_zero(kind: CueKind, text: str) -> None:
    tone = usual(kind, text)
    assert tone.dtype == np.float32
    assert len(tone) == TONE_LENGTHS.get(kind, SWELL) * PER_MS
    assert tone[0] == tone[-1] == 0


@pytest.mark.parametrize(("kind", "text"), [*SHORT, *BREATHS, OPEN])
def test_no_tone_clicks(kind: CueKind, text: str) -> None:
    tone = usual(kind, text)
    assert np.abs(tone[: PER_MS // 2]).max() < 0.03 * np.abs(tone).max()
    assert np.abs(tone[-PER_MS:]).max() < 0.01 * np.abs(tone).max()


@pytest.mark.parametrize(("kind", "text"), SHORT)
def test_short_tones_peak_at_minus_twelve(kind: CueKind, text: str) -> None:
    assert 20 * np.log10(np.abs(usual(kind, text)).max()) == pytest.approx(-12, abs=0.1)


@pytest.mark.parametrize(("kind", "text"), BREATHS)
def test_breaths_stay_far_below_the_voice(kind: CueKind, text: str) -> None:
    assert 20 * np.log10(np.abs(usual(kind, text)).max()) == pytest.approx(-26, abs=0.1)


@pytest.mark.parametrize(("kind", "text"), SHORT)
def test_short_tones_are_low_and_have_harmonics(kind: CueKind, text: str) -> None:
    tone = usual(kind, text)
    lowest = pitch(tone)
    assert lowest <= 1500
    power = spectrum(tone) ** 2
    assert power[int(lowest * 1.5) :].sum() > 0.01 * power.sum()


def test_lowering_falls_and_rising_rises() -> None:
    for text, falls in ((SpanPhase.ECCENTRIC, True), (SpanPhase.CONCENTRIC, False)):
        first, second = halves(usual(CueKind.PHASE, text))
        assert (pitch(first) > 1.2 * pitch(second)) is falls
        assert (pitch(second) > 1.2 * pitch(first)) is not falls


@pytest.mark.parametrize("text", [SpanPhase.STRETCHED, SpanPhase.CONTRACTED, SpanPhase.HOLD, "?"])
def test_pauses_stay_on_one_pitch(text: str) -> None:
    first, second = halves(usual(CueKind.PHASE, text))
    assert pitch(first) == pytest.approx(pitch(second), rel=0.02)


def test_a_breath_in_brightens_and_a_breath_out_darkens() -> None:
    for kind, brightens in ((CueKind.IN, True), (CueKind.OUT, False)):
        first, second = halves(usual(kind))
        assert (centre(second) > 1.3 * centre(first)) is brightens
        assert (centre(first) > 1.3 * centre(second)) is not brightens
        assert (level(second) > level(first)) is brightens


def test_a_breath_swells_for_200_ms_at_either_end() -> None:
    breath = usual(CueKind.IN)
    rest = level(breath)
    assert level(breath[: 50 * PER_MS]) < 0.3 * rest
    assert level(breath[-50 * PER_MS :]) < 0.4 * rest


def test_every_tone_sounds_different_from_every_other() -> None:
    tones = [usual(kind, text) for kind, text in SHORT + BREATHS]
    shapes = [colour(tone) for tone in tones]
    for number, shape in enumerate(shapes):
        for other in shapes[number + 1 :]:
            assert float(shape @ other) < 0.97


def test_a_very_short_breath_still_has_both_edges() -> None:
    breath = make_tone(CueKind.OUT, "", 100)
    assert breath[0] == breath[-1] == 0
    assert np.abs(breath).max() > 0


def test_speech_is_no_tone() -> None:
    with pytest.raises(KeyError):
        make_tone(CueKind.SAY, "Lower", 100)


def centre(samples: Samples) -> float:
    """Return the mean frequency, weighed by power."""
    power = spectrum(samples) ** 2
    return float((power * np.arange(len(power))).sum() / power.sum())


def level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(samples**2)))


def colour(samples: Samples) -> Samples:
    """Return power in third octaves, in four parts of the tone, as a vector of length 1."""
    edges = (100 * 2 ** (np.arange(20) / 3)).astype(int)
    parts = np.array_split(samples, 4)
    bands = [np.add.reduceat(spectrum(part) ** 2, edges) for part in parts]
    whole = np.sqrt(np.concatenate(bands))
    return whole / np.linalg.norm(whole)
