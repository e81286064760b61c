"""What a voice is given to read, beside what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.speech.spelling import in_words, spelled
from longstride.speech.voice import Driver, VoiceChoice

ESPEAK = Driver("espeak", "system", "1")
PROGRAM = Driver("espeak-ng", "system", "")
NATURAL = Driver("natural", "bundled", "1")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("90/90 switch.", "ninety ninety switch."),
        ("Run 10 m, then 1 m back.", "Run ten metres, then one metre back."),
        ("Tempo 4-1-2-0.", "Tempo four, one, two, zero."),
        ("Tempo 3-0-X-0", "Tempo three, zero, fast, zero"),
        ("Tempo X-0-X-1", "Tempo fast, zero, fast, one"),
        ("10,000 steps", "10000 steps"),
        ("Run 1,5 m", "Run one point five metres"),
        ("Hold 1:30, then 3:00", "Hold one minute thirty, then three minutes"),
        ("Tempo 4/1/2/0", "Tempo four, one, two, zero"),
        ("At -5 °C", "At minus five degrees Celsius"),
        ("5 km/h or 10m/s", "five kilometres an hour or ten metres a second"),
        ("90-90", "ninety ninety"),
        ("10x, then 1h", "ten times, then one hour"),
        ("Drill #1, 90º", "Drill number one, ninety degrees"),
        ("3x8 a side", "three times eight a side"),
        ("3 × 8", "three times eight"),
        ("Hold 30 s or 45s.", "Hold thirty seconds or forty five seconds."),
        ("3-5 breaths, 3–5 breaths", "three to five breaths, three to five breaths"),
        ("Bend to 45°.", "Bend to forty five degrees."),
        ("At 80 % or 80%.", "At eighty per cent or eighty per cent."),
        ("1.5 kg", "one point five kilograms"),
        ("1/2 a turn, 3/4 of it", "a half a turn, three quarters of it"),
        ("Left & right", "Left and right"),
        ("A band, e.g. a long one", "A band, for example a long one"),
        ("Rep 12.", "Rep twelve."),
        ("120 min", "one hundred and twenty minutes"),
        ("In 2026.", "In 2026."),
        ("Half-kneeling, left foot in front.", "Half-kneeling, left foot in front."),
        ("Mp3 and B12 stay", "Mp3 and B12 stay"),
    ],
)
def test_notation_becomes_words(written: str, said: str) -> None:
    assert in_words(written) == said


@given(st.text(max_size=60))
def test_words_are_found_for_any_text_and_only_once(text: str) -> None:
    assert in_words(in_words(text)) == in_words(text)


@pytest.mark.parametrize(
    ("written", "said"),
    [("nine", "Nine."), ("Lower.", "Lower."), ("Ready?", "Ready?"), ("10 m", "Ten metres.")],
)
def test_a_lone_word_is_given_as_a_sentence(written: str, said: str) -> None:
    assert spelled(written, VoiceChoice(), NATURAL) == said


@pytest.mark.parametrize("driver", [ESPEAK, PROGRAM])
def test_a_crutch_helps_the_engine_that_it_was_made_for(driver: Driver) -> None:
    assert spelled("Psoas release.", VoiceChoice(), driver) == "Soh-as release."
    assert spelled("Feel the psoas let go.", VoiceChoice(), driver) == "Feel the soh-as let go."


def test_another_engine_goes_without() -> None:
    assert spelled("Psoas release.", VoiceChoice(), NATURAL) == "Psoas release."
    assert spelled("Rep two.", VoiceChoice(), ESPEAK) == "Rep two."
    assert spelled("Rep two.", VoiceChoice(), NATURAL) == "Rep, two."


def test_another_language_is_left_as_it_is() -> None:
    assert spelled("10 m weit", VoiceChoice(language="de"), ESPEAK) == "10 m weit"
