"""What was typed or pasted, as it is kept: readable, without what steers a terminal or a file."""

import pytest

from longstride.core.letters import typed_line, typed_lines


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  hip class ", "hip class"),
        ("a\x1b[2J\x07b\0c", "a [2J b c"),
        ("two\r\nlines\tin", "two lines in"),
        ("שלום\u200f, 🏴\U000e0067\U000e007f", "שלום\u200f, 🏴\U000e0067\U000e007f"),
        ("\x85", ""),
    ],
)
def test_a_typed_line_is_one_line_without_control_characters(typed: str, kept: str) -> None:
    assert typed_line(typed) == kept


def test_typed_lines_stay_lines() -> None:
    assert typed_lines(" one\n\n\ttwo\x1b[2J\0\r\n") == "one\n\n\ttwo[2J"
