"""A flow in a sound file: whole, with a chapter for each step, or not there at all."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

import fakes
from leading.led import FLOW
from longstride.bootstrap import open_engine
from longstride.engine import Engine
from longstride.leading.exporting import SoundExport, tags_of
from longstride.voice_clips import VoiceClips


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = open_engine(tmp_path, {})
    made.voice_clips = VoiceClips(fakes.SayAnything(), fakes.SayAnything().choice, fakes.read_clip)  # type: ignore[arg-type, misc]
    yield made
    made.close()


def test_each_step_is_a_chapter_from_where_it_begins(engine: Engine, tmp_path: Path) -> None:
    export = SoundExport(engine, FLOW, tmp_path / "flow.ogg")
    done = [each for each, _ in export.steps()]
    assert done == sorted(done)
    assert done[-1] == 100
    tags = tags_of(export.short.flow, export.timeline)
    assert [each.title for each in tags.chapters] == [step.drill.name for step in FLOW.steps]
    assert tuple(each.start for each in tags.chapters) == export.timeline.step_starts
    assert tags.ends()[-1] == tags.length == export.timeline.duration
    with soundfile.SoundFile(tmp_path / "flow.ogg") as file:
        assert file.copy_metadata()["title"] == FLOW.title
    assert (export.trouble, export.unspoken) == (None, {})


def test_who_cancels_is_left_with_no_file(engine: Engine, tmp_path: Path) -> None:
    steps = SoundExport(engine, FLOW, tmp_path / "flow.mp3").steps()
    assert next(steps)[0] < 100
    steps.close()
    assert not [path for path in tmp_path.iterdir() if path.is_file()]
