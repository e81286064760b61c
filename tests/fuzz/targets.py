"""What a stranger's file goes through in this program: all that may be fuzzed, by name.

Each target takes the bytes of one file and goes as far with them as the program would. It
returns what it found to say; anything raised is a bug.
"""

import re
import sqlite3
import tempfile
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import fakes
from fuzz.writing import WORKOUTS, taken_over, written_in
from longstride.content import (
    check_file,
    file_warnings,
    flow_from_json,
    flow_to_json,
    load_catalogue,
    load_flow,
    read_flow,
)
from longstride.core.errors import FlowError, JournalError, LongstrideError, Mistake
from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.timeline.adapt import lighter_flow, perform, resume
from longstride.core.timeline.compiler import compile_flow, wanted_sentences
from longstride.core.timeline.lengths import Length
from longstride.leading import start
from longstride.settings import load_settings

ROOT = Path(__file__).parents[2]
MEMORY = Path("/dev/shm")  # where a file costs no disk
NOW = datetime(2026, 11, 22, 18, 4, tzinfo=UTC)
POSED = "glute-bridge"  # the drill that every pose file is for
_NOT_OURS = re.compile(r"Input should|Extra inputs|Field required|pydantic|Traceback|<class")

Target = Callable[[bytes], object]


@cache
def catalogue() -> dict[str, Drill]:
    return load_catalogue(ROOT / "assets" / "drills")


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)


def room() -> Path:
    """Return a folder that goes with this process."""
    return Path(_folder().name)


def flow(raw: bytes) -> object:
    return _checked("any.flow.toml", raw, _led)


def draft(raw: bytes) -> object:
    return _refused_or(lambda: written_in(raw, catalogue()))


def workout(raw: bytes) -> object:
    """Take over workouts of another app."""
    return _refused_or(lambda: [flow(each.draft.content) for each in taken_over(raw, catalogue())])


def _refused_or(work: Callable[[], object]) -> object:
    try:
        return work()
    except FlowError as error:
        return [_plain(FlowError((mistake,))) for mistake in error.mistakes]
    except LongstrideError as error:
        return _plain(error)


def drill(raw: bytes) -> object:
    return _checked("any-drill.toml", raw, _warned)


def plan(raw: bytes) -> object:
    return _checked("any-plan.toml", raw, _warned)


def pose(raw: bytes) -> object:
    return _checked(f"{POSED}.toml", raw, _warned)


def settings(raw: bytes) -> object:
    """Read settings, and see that they are whole afterwards."""
    folder = room() / "settings"
    folder.mkdir(exist_ok=True)
    file = folder / "settings.json"
    file.write_bytes(raw)
    found, notice = load_settings(file)
    assert load_settings(file) == (found, None), "what was mended is good"
    for left in folder.iterdir():
        left.unlink()
    return notice


def saved_flow(raw: bytes) -> object:
    """Take up a flow as a journal keeps it: another program may have written the journal."""
    try:
        performed = flow_from_json(raw.decode("utf-8", "replace"))
    except FlowError as error:
        return _plain(error)
    resume(performed, performed, 0)
    _compiled(performed)
    return performed.title


def import_json(raw: bytes) -> object:
    """Take in an exported file, then read all of the journal as the pages do."""
    from longstride.journal.importing import read_content

    file = room() / "import.json"
    file.write_bytes(raw)
    try:
        read_content(file)
    except JournalError as error:
        return _plain(error)
    return _merged(file)


TARGETS: Mapping[str, Target] = {
    "flow": flow,
    "draft": draft,
    "drill": drill,
    "plan": plan,
    "pose": pose,
    "settings": settings,
    "saved-flow": saved_flow,
    "import": import_json,
    "workout": workout,
}


def seeds(name: str) -> list[bytes]:
    """Return good files of a kind, as far as the program comes with any."""
    assets = ROOT / "assets"
    kinds = {"flow": "flows", "draft": "flows", "drill": "drills", "plan": "plans", "pose": "poses"}
    if name in kinds:
        return [path.read_bytes() for path in sorted((assets / kinds[name]).glob("*.toml"))]
    if name == "saved-flow":
        paths = sorted((assets / "flows").glob("*.toml"))
        return [flow_to_json(load_flow(path, catalogue())).encode() for path in paths]
    if name == "workout":
        return [WORKOUTS]
    if name == "settings":
        return [(Path(__file__).parent / "settings.json").read_bytes()]
    return [(Path(__file__).parent / "export.json").read_bytes()]


class _EvenLengths(dict[str, Length]):
    """Sentences that last 60 ms a character."""

    def get(self, text: str, default: object = None) -> Length:  # type: ignore[override]
        return Length(200 + 60 * len(text), 40)


def _checked(name: str, raw: bytes, use: Callable[[Path], tuple[Mistake, ...]]) -> object:
    """Check a file and, where it is good, use it; what is said of it is plain and has a line."""
    file = room() / name
    file.write_bytes(raw)
    said = check_file(file, catalogue())
    for found in said or use(file):
        assert 0 <= found.line <= raw.count(b"\n") + 1, found
        assert "\n" not in found.text and len(found.text) < 1000, found
        assert not _NOT_OURS.search(found.text), found
    return said


def _warned(file: Path) -> tuple[Mistake, ...]:
    return file_warnings(file, catalogue())


def _led(file: Path) -> tuple[Mistake, ...]:
    """Go through a good flow as the player would, as authored and lighter."""
    try:
        reading = read_flow(file, catalogue())
    except FlowError:
        return ()  # a drill, a plan or poses under a flow's name
    assert flow_from_json(flow_to_json(reading.flow)) == reading.flow
    _compiled(reading.flow)
    return ()


def _compiled(read: Flow) -> int:
    """Return how long a flow lasts at one level of talk, or lighter: each takes a good while."""
    turn = len(read.title) % (len(Talk) + 1)
    if turn == len(Talk):
        return compile_flow(lighter_flow(read, catalogue()), {}, fakes.FULL).duration
    talk, bouts = tuple(Talk)[turn], perform(read).bouts
    wanted_sentences(read, fakes.told(talk), bouts)
    return compile_flow(read, _EvenLengths(), fakes.told(talk), bouts).duration


def _plain(error: LongstrideError) -> str:
    sentence = str(error)
    assert "\n" not in sentence and len(sentence) < 1000, sentence
    assert not _NOT_OURS.search(sentence), sentence
    return sentence


@cache
def _engine() -> Any:
    """Return an engine over a journal in memory, without a voice and without a sound."""
    from fakes import HandClock, SayNothing, read_clip
    from longstride.engine import Engine
    from longstride.paths import find_paths, make_folders
    from longstride.settings import Settings
    from longstride.voice_clips import VoiceClips

    class Mute(Engine):
        voice_clips = VoiceClips(SayNothing(), SayNothing.choice, read_clip)  # type: ignore[assignment, arg-type]

        def mix(self, timeline: object, levels: object, clips: object) -> Any:
            return timeline

    paths = find_paths(room() / "home", {})
    make_folders(paths)
    return Mute(paths, Settings(), lambda: NOW, HandClock())


def _merged(file: Path) -> object:
    from longstride.ui.records.reading import find, read_past, read_recent
    from longstride.ui.shown.past import Query, Range

    engine = _engine()
    try:
        merged = engine.records.journal.import_json(file)
    except JournalError as error:
        assert engine.records.journal.sessions() == (), "refused, but something was changed"
        return _plain(error)
    recent = read_recent(engine, 0)
    read_past(engine, Range.ALL, 0)
    find(engine, Query("left"))
    _planned(engine)
    if recent.interrupted is not None:
        _go_on(engine, recent.interrupted)
    engine.records.journal.export_json(file)
    _empty(engine.paths.journal)
    return merged.words


def _planned(engine: Any) -> None:
    """Derive what the journal has of a plan, a while ago, today and much later."""
    from longstride.core.history.week import Rhythm
    from longstride.records.better import hurting_now
    from longstride.records.following import plan_now

    journal, today = engine.records.journal, engine.today()
    for day in (today - timedelta(weeks=400), today, today + timedelta(weeks=400)):
        plan_now(journal, {"wind-down"}, Rhythm(), day)
    journal.dose_changes()
    journal.soreness(today)
    hurting_now(journal)


def _go_on(engine: Any, session: Any) -> None:
    try:
        coach = start.coach_again(engine, session, engine.silent_output())
    except LongstrideError as error:
        _plain(error)
        return
    coach.parts = replace(coach.parts, beside=fakes.undone)
    run = coach.begin()
    run.tick()
    run.next()
    run.toggle_lighter()
    run.leave(keep_place=True)


def _empty(journal: Path) -> None:
    from longstride.journal.json_values import TABLES

    with closing(sqlite3.connect(journal)) as connection, connection:
        for table in reversed(TABLES.values()):
            connection.execute(f"DELETE FROM {table.name}")
