"""What the program says of its own, read from its file, and what may not stand there."""

import re
from pathlib import Path

import pytest

import fakes
from longstride.content import check_file
from longstride.content.phrases import load_phrases
from longstride.core.errors import FlowError

ENGLISH = (Path(__file__).parents[2] / "assets" / "phrases" / "en.toml").read_text(encoding="utf-8")


def mistakes(folder: Path, *changes: tuple[str, str]) -> list[str]:
    text = ENGLISH
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "xx.toml"
    path.write_text(text, encoding="utf-8")
    assert [str(found) for found in check_file(path, {})] == _refused(path)
    return _refused(path)


def _refused(path: Path) -> list[str]:
    try:
        load_phrases(path)
    except FlowError as error:
        return [str(found) for found in error.mistakes]
    return []


def test_english_is_whole(tmp_path: Path) -> None:
    assert mistakes(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('ready = "Ready."\n', "", '"ready" is missing; write what the voice says there'),
        ('ready = "Ready."', "ready = 3", '"ready" is not text; write what the voice says there'),
        ('ready = "Ready."', 'ready = "Raedy."\nredy = "x"', '"redy" is not a phrase'),
        ('side = "{side}."', 'side = "Side."', "{side} is missing; the program fills it in"),
        ('next_here = "Next: {name}."', 'next_here = "{nmae}."', "{nmae} is nothing that can be"),
        ('halfway = "Halfway."', 'halfway = "Half{way."', "a brace is not closed"),
        ('halfway = "Halfway."', f'halfway = "{"Half " * 30}"', "too long for one breath"),
        ("[sounds]", "[tones]", "the table [sounds] is missing"),
        ('"running" = "running"\n', "", '"running" is missing'),
        ('    "nineteen",\n', "", "write 20 words, from nought on"),
    ],
)
def test_each_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    found = mistakes(tmp_path, (old, new))
    assert any(said in text for text in found), found
    assert all(re.search(r"xx\.toml", text) for text in found)


def test_numbers_are_words() -> None:
    say = fakes.PHRASES.number
    assert [say(n) for n in (0, 7, 12, 20, 21, 90, 100, 101, 342, 999)] == [
        "zero",
        "seven",
        "twelve",
        "twenty",
        "twenty one",
        "ninety",
        "one hundred",
        "one hundred and one",
        "three hundred and forty two",
        "nine hundred and ninety nine",
    ]


def drill_file(folder: Path, more: str) -> Path:
    path = folder / "chair.toml"
    path.write_text(
        f"name = 'chair'\nstage = 'open'\nsetup = 'Down.'\nreps = 4\ntempo = '2020'\n{more}\n"
    )
    return path


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ("Chair on your {ohter}.", "is not filled in; write {side} or {other}"),
        ("Chair on your {other.", "is not filled in; write {side} or {other}"),
        ("Chair on your {other}.", "names a side, but both sides work at once"),
        ("Down.'\nwarn = 'Do not {hurt}.", "warn is said as it stands"),
        ("Down.'\ncues = ['Knee {', 'Hip']\nfeel = 'x", "cues is said as it stands"),
        ("Down.'\nwords.eccentric = '{side} down", "words is said as it stands"),
    ],
)
def test_a_part_in_braces_is_a_side_that_works(tmp_path: Path, move: str, said: str) -> None:
    path = drill_file(tmp_path, f"move = '{move}'")
    assert said in check_file(path, {})[0].text
    path = drill_file(tmp_path, "move = 'Chair on your {other}.'\nside = 'each'")
    assert check_file(path, {}) == ()
