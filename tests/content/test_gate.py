from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from longstride.content import check_file
from longstride.content.gate import parse, read_document
from longstride.core.errors import FlowError

GOOD = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "assets").glob("*s/*"))]


def refusal(raw: bytes) -> str:
    with pytest.raises(FlowError) as caught:
        parse(raw, "f.toml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"#" * 300_000, "larger than 256 kB"),
        (b"a = 1\nb = '\x00'", "not a text file"),
        (b"a = 1\nb = '\xff'", "f.toml:2: this line is not UTF-8"),
        (b"a = 1\nb = '" + b"x" * 2000 + b"'", "f.toml:2: this line is longer"),
        (b"a = 1\n" * 7501, "f.toml:7501: from here on there is more than a flow can have"),
        (b"\n" + b"a." * 900 + b"a = 1", "f.toml:2: keys or brackets are nested"),
        (b"a = " + b"[\n" * 900, "nested too deep"),
        (b"a = " + b"{a = " * 300, "nested too deep"),
        (b"[a]\nb = {c = {d = {e = {f = {}}}}}", "nested too deep"),
        (b'a = "bell \\u0007"', "f.toml:1: this text holds the control character U+0007"),
        (b'a = ["x",\n"over\\u202Eride"]', "f.toml:2: this text holds the control"),
        (
            b"reps = ten",
            'f.toml:1: ten stands for no value; write a number as 6, and text in quotes, as "ten"',
        ),
        (
            b"a = 1\nlead = Yes # so",
            "f.toml:2: Yes is not a value here; write true, in small letters",
        ),
        (b"title = \xe2\x80\x9cDeep\xe2\x80\x9d", "f.toml:1: there is no value that can be read"),
        (b"\nhold = 1:30", "f.toml:2: there is more after the value"),
        (b"a = 1\na = 2", "f.toml:2: this key or table stands twice"),
        (b"a = [1,\n2", "f.toml:2: a list is not closed"),
        (b"[[step]\n", "f.toml:1: a closing bracket"),
        (b"reps 10", "f.toml:1: a line is key = value"),
        (b'a = """x\n', "f.toml:1: a text is not closed"),
    ],
)
def test_a_file_that_cannot_be_believed_is_refused_with_a_reason(raw: bytes, said: str) -> None:
    assert said in refusal(raw)


def test_a_byte_order_mark_and_windows_lines_are_welcome() -> None:
    document = parse(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n", "f.toml")
    assert document.table == {"a": 1, "b": 2}
    assert document.lines[("b",)] == 2


def test_invisible_joiners_of_written_languages_are_welcome() -> None:
    assert parse('a = "क्‍ष"'.encode(), "f.toml").table


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match="cannot be opened: no such file"):
        read_document(tmp_path / "none.toml")


def test_a_folder_is_a_sentence(tmp_path: Path) -> None:
    assert "cannot be opened" in str(check_file(tmp_path, {})[0])


@given(st.binary(max_size=400))
@example(b"= 1")
@example(b'"""')
@example(b"[[]]")
def test_any_bytes_parse_or_are_refused(raw: bytes) -> None:
    try:
        parse(raw, "f.toml")
    except FlowError as error:
        assert error.mistakes


@given(st.text(st.sampled_from("ab.=[]{}\"'#\\\n ,1"), max_size=60))
@settings(max_examples=400)
def test_any_punctuation_parses_or_is_refused(text: str) -> None:
    try:
        parse(text.encode(), "f.toml")
    except FlowError as error:
        assert error.mistakes
