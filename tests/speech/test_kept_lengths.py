"""How long sentences were is kept, and a file that is anything else is nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.timeline.lengths import Length
from longstride.speech import kept_lengths
from longstride.speech.kept_lengths import KeptLengths
from longstride.speech.voice import VoiceChoice

LENGTHS = {"Lie down.": Length(900, 20), "Atme aus: “jetzt”.": Length(1200)}


def file_of(folder: Path) -> Path:
    (file,) = folder.glob("lengths-*.json")
    return file


def test_what_was_measured_is_read_again_in_the_same_voice_alone(tmp_path: Path) -> None:
    KeptLengths(tmp_path, VoiceChoice()).add(LENGTHS)
    KeptLengths(tmp_path, VoiceChoice()).add({"Up.": Length(400)})
    assert KeptLengths(tmp_path, VoiceChoice()).read() == {**LENGTHS, "Up.": Length(400)}
    assert KeptLengths(tmp_path, VoiceChoice(rate=100)).read() == {}
    assert file_of(tmp_path).stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    kept = KeptLengths(tmp_path, VoiceChoice())
    kept.add(LENGTHS)
    before = file_of(tmp_path).stat().st_ino
    kept.add({"Lie down.": Length(900, 20)})
    assert file_of(tmp_path).stat().st_ino == before
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"[]",
        b"{",
        b'{"a": 1}',
        b'{"a": [1]}',
        b'{"a": [1, 2]}',
        b'{"a": ["1", 0]}',
        b'{"a": [-1, -1]}',
        b'{"a": [1.5, 0]}',
        b'{"a": [999999999, 0]}',
        b"[" * 100_000,
        b"\xff",
    ],
    ids=range(12),
)
def test_a_file_that_is_something_else_tells_nothing(tmp_path: Path, spoilt: bytes) -> None:
    kept = KeptLengths(tmp_path, VoiceChoice())
    kept.add(LENGTHS)
    file_of(tmp_path).write_bytes(spoilt)
    assert kept.read() == {}
    kept.add(LENGTHS)
    assert kept.read() == LENGTHS


def test_a_folder_that_is_not_there_keeps_nothing(tmp_path: Path) -> None:
    kept = KeptLengths(tmp_path / "gone", VoiceChoice())
    kept.add(LENGTHS)
    assert kept.read() == {}


def test_the_newest_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_lengths, "MOST", 2)
    kept = KeptLengths(tmp_path, VoiceChoice())
    kept.add(LENGTHS)
    kept.add({"Up.": Length(400)})
    assert list(kept.read()) == ["Atme aus: “jetzt”.", "Up."]


@given(st.dictionaries(st.text(), st.builds(Length, st.integers(0, 600_000)), max_size=5))
def test_any_text_is_read_as_it_was_kept(
    tmp_path_factory: pytest.TempPathFactory, lengths: dict[str, Length]
) -> None:
    kept = KeptLengths(tmp_path_factory.mktemp("kept"), VoiceChoice())
    kept.add(lengths)
    assert kept.read() == lengths
