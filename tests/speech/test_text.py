import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.errors import SpeechError
from longstride.speech.text import LONGEST_TEXT, speakable


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  Lower\nfor  four\t", "Lower for four"),
        ("Cafe\u0301", "Café"),
        ("a\x00b\u2028c\ud800d", "a b c d"),
        ("[[rate 900]] Breathe <b>out</b>", "rate 900 Breathe b out /b"),
        ("Привет", "Привет"),
        ("Lift 👍", "Lift 👍"),
        ("3", "3"),
    ],
)
def test_a_text_becomes_one_plain_line(text: str, line: str) -> None:
    assert speakable(text) == line


@pytest.mark.parametrize("text", ["", "   ", "\n", "...", "-", "<>", "\x07", "👍", "+ ×"])
def test_a_text_with_nothing_to_say_is_refused(text: str) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        speakable(text)


def test_an_endless_text_is_refused() -> None:
    assert speakable("a" * LONGEST_TEXT)
    with pytest.raises(SpeechError, match="cut it to 1000"):
        speakable("a" * (LONGEST_TEXT + 1))


@given(st.text(st.characters(exclude_categories=[])))
def test_whatever_is_said_is_safe_to_hand_on(text: str) -> None:
    try:
        line = speakable(text)
    except SpeechError:
        return
    assert line == speakable(line)
    assert line.encode()
    assert not set("<>[]\r\n\x00") & set(line)
    assert unicodedata.is_normalized("NFC", line)
