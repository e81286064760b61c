"""Lengths of sentences, guessed where nothing has been measured."""

from longstride.core.timeline.lengths import Length, estimate, paced


def test_without_anything_measured_the_guess_is_the_usual_one() -> None:
    assert paced({})["Any words."] == estimate("Any words.")


def test_a_slow_voice_is_guessed_slower_and_a_fast_one_is_not_trusted() -> None:
    usual = estimate("Breathe in.").ms
    slow = paced({"Breathe in.": Length(usual * 3 // 2, 40)})
    fast = paced({"Breathe in.": Length(usual // 2, 40)})
    assert slow["Breathe in."] == Length(usual * 3 // 2, 40)
    assert slow.get("Any words.") == Length(estimate("Any words.").ms * 3 // 2)
    assert fast["Any words."] == estimate("Any words.")
    assert (len(slow), list(slow)) == (1, ["Breathe in."])
