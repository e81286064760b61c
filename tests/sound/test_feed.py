import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.timeline.timeline import CueKind
from longstride.sound.feed import Feed
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import Mix
from longstride.sound.units import Levels
from sound.scores import score, ticks, tone

TICKS = Mix(ticks(6), {}, Levels())
BREATH = Mix(score(tone(CueKind.IN, 500, length=5000), seconds=6), {}, Levels())
FADE = 10 * PER_MS
RISE = 800 * PER_MS


def taken(feed: Feed, counts: list[int]) -> Samples:
    return np.concatenate([feed.take(count) for count in counts])


def feed_of(mix: Mix, begin: int, end: int, *, gentle: bool = False) -> Feed:
    feed = Feed()
    feed.load(mix)
    feed.seek(begin, end, gentle=gentle)
    return feed


@given(counts=st.lists(st.integers(1, 30_000), min_size=1, max_size=30))
def test_it_is_the_mix_from_a_tick_to_the_end(counts: list[int]) -> None:
    begin, end = 1500 * PER_MS, 4500 * PER_MS
    heard = taken(feed_of(TICKS, begin, end), counts)
    expected = TICKS.block(begin, len(heard))
    expected[end - begin :] = 0
    # The tick at 4500 is cut before it begins: nothing is eased at either end.
    assert np.array_equal(heard, expected)


def test_nothing_loaded_is_silence() -> None:
    feed = Feed()
    feed.seek(0, 10_000)
    assert not feed.take(5000).any()


@given(counts=st.lists(st.integers(1, 3000), min_size=20, max_size=40))
def test_a_cut_through_a_breath_is_eased_over_ten_ms(counts: list[int]) -> None:
    begin, end = 2000 * PER_MS, 2100 * PER_MS
    heard = taken(feed_of(BREATH, begin, end), [*counts, 10_000])
    plain = BREATH.block(begin, len(heard))
    assert heard[0] == 0
    assert np.array_equal(heard[FADE : end - begin - FADE], plain[FADE : end - begin - FADE])
    assert np.abs(np.diff(heard)).max() <= 1.2 * np.abs(np.diff(plain)).max()
    assert abs(heard[end - begin - 1]) < 1e-6
    assert not heard[end - begin :].any()


@given(first=st.integers(1, 9000), second=st.integers(1, 20_000))
def test_another_mix_is_heard_from_the_next_frame(first: int, second: int) -> None:
    feed = feed_of(TICKS, 1500 * PER_MS, TICKS.duration)
    feed.take(first)
    feed.load(BREATH)
    heard = feed.take(second)
    plain = BREATH.block(1500 * PER_MS + first, second)
    assert np.array_equal(heard[FADE:], plain[FADE:])


@given(counts=st.lists(st.integers(1, 5000), min_size=2, max_size=20))
def test_where_two_mixes_agree_the_change_is_not_there(counts: list[int]) -> None:
    longer = Mix(ticks(9), {}, Levels())
    feed = feed_of(TICKS, 1000 * PER_MS, TICKS.duration)
    parts = [feed.take(counts[0])]
    feed.load(longer)
    parts += [feed.take(count) for count in counts[1:]]
    heard = np.concatenate(parts)
    assert np.array_equal(heard, TICKS.block(1000 * PER_MS, len(heard)))


def test_where_two_mixes_differ_the_change_does_not_click() -> None:
    feed = feed_of(BREATH, 2500 * PER_MS, BREATH.duration)
    before = feed.take(4800)
    feed.load(Mix(ticks(1), {}, Levels()))
    after = feed.take(4800)
    steps = np.abs(np.diff(np.concatenate((before[-10:], after))))
    assert steps.max() <= 1.2 * np.abs(np.diff(before)).max()
    assert not after[FADE:].any()


def test_another_end_holds_from_the_next_frame() -> None:
    feed = feed_of(TICKS, 1000 * PER_MS, 1200 * PER_MS)
    feed.take(100 * PER_MS)
    assert not feed.ended
    feed.stop_at(2000 * PER_MS)
    heard = feed.take(1000 * PER_MS)
    assert np.array_equal(heard[: 900 * PER_MS], TICKS.block(1100 * PER_MS, 900 * PER_MS))
    assert feed.ended
    assert feed.taken == 1100 * PER_MS


def test_it_knows_whether_another_mix_differs_in_what_was_taken() -> None:
    later = Mix(score(tone(CueKind.TICK, 500), tone(CueKind.TICK, 3500), seconds=6), {}, Levels())
    feed = feed_of(Mix(ticks(1), {}, Levels()), 400 * PER_MS, 6000 * PER_MS)
    assert feed.agrees(later, 0)
    feed.take(2000 * PER_MS)
    assert feed.agrees(later, 400 * PER_MS)
    assert not feed.agrees(BREATH, 400 * PER_MS)
    assert feed.agrees(BREATH, 2400 * PER_MS)
    feed.take(2000 * PER_MS)
    assert not feed.agrees(later, 1000 * PER_MS)


@given(counts=st.lists(st.integers(1, 5000), min_size=30, max_size=40))
def test_what_comes_out_of_silence_begins_softly(counts: list[int]) -> None:
    begin = 2000 * PER_MS
    feed = feed_of(BREATH, begin, BREATH.duration, gentle=True)
    heard = taken(feed, [*counts, 50_000])
    plain = BREATH.block(begin, len(heard))
    assert heard[0] == 0
    assert np.abs(np.diff(heard)).max() <= 1.2 * np.abs(np.diff(plain)).max()
    early = slice(FADE, 100 * PER_MS)
    assert np.abs(heard[early]).max() < 0.3 * np.abs(plain[early]).max()
    assert np.array_equal(heard[RISE:], plain[RISE:])


def test_a_tick_out_of_silence_is_softer_but_as_sharp() -> None:
    heard = feed_of(TICKS, 1500 * PER_MS, TICKS.duration, gentle=True).take(60 * PER_MS)
    plain = TICKS.block(1500 * PER_MS, 60 * PER_MS)
    assert np.allclose(heard[:FADE] / 10 ** (-12 / 20), plain[:FADE], atol=0.002)


def test_the_very_start_is_left_as_it_was_made() -> None:
    feed = feed_of(TICKS, 0, TICKS.duration, gentle=True)
    assert np.array_equal(feed.take(RATE), TICKS.block(0, RATE))


def test_boosted_is_louder_never_over_full_scale_and_does_not_click() -> None:
    feed = feed_of(BREATH, 2500 * PER_MS, BREATH.duration)
    before = feed.take(4800)
    feed.boost = 2.0
    rising, after = feed.take(4800), feed.take(4800)
    plain = BREATH.block(2500 * PER_MS + 9600, 4800)
    assert np.allclose(after, 2 * plain, atol=1e-6)
    steps = np.abs(np.diff(np.concatenate((before, rising, after))))
    assert steps.max() <= 2.1 * np.abs(np.diff(plain)).max()
    loud = feed_of(Mix(ticks(3), {}, Levels(tones_db=6)), 0, 3000 * PER_MS)
    loud.boost = 2.0
    assert 0.5 < np.abs(loud.take(2000 * PER_MS)).max() < 10 ** (-1 / 20)
