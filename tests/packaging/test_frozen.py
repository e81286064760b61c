"""The bundle does what the checkout does, with its own Python, voice and libraries."""

import json
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile

from benchmarks.onscreen import Screen
from benchmarks.windows import screen
from film.mannequin import runner_film
from frozen_program import Program, bundle, from_source, frozen, obstacle
from longstride import __version__
from longstride.journal.migrate import SCRIPTS, _upgrade
from longstride.journal.revisions import HEAD
from longstride.journal.store import WAIT
from longstride.licences import SHIPPED, read_licences
from longstride.speech.cache import is_whole
from sound.null_sink import NullSink, null_sink
from wanted import SOUND_SERVER, want, wanting

FLOW = "wind-down"
SESSION = """INSERT INTO session VALUES (
    '0123456789abcdef0123456789abcdef', 'wind-down', 'Wind down', '{}',
    '2026-04-01 05:00:00.000000', '2026-04-01 05:08:00.000000', '2026-04-01', 4, 4, NULL,
    6, 3, 4, 'dull', 'groin', '', '2026-04-01 05:09:00.000000')"""
SIZE, MIDDLE = (1440, 900), (720, 450)
PAINTED = 100  # colours: letters alone have dozens of shades, an empty window has one
MOST_BYTES = 285_000_000
# Of the machine's own, which it has newer or older and its drivers need.
NEVER = re.compile(
    r"(^|/)lib(c|m|GLX?|EGL|stdc\+\+|gcc_s|glib-2|gio-2|dbus-1|X11|xcb|wayland-client|fontconfig|freetype"
    r"|pulse|krb5|ssl|crypto)\.so|WebEngine|Qt6(Qml|Quick)|PySide6/.*libav(codec|format)|translations|_test"
    r"|lexicon_gb|oov_gb|libonnxruntime\.|onnxruntime/(tools|transformers|quantization|datasets)"
    r"|(^|/)(sympy|mpmath|google|protobuf|flatbuffers|coloredlogs|humanfriendly|scipy)([-/]|$)"
)
LIMITS = {"within": 60, "idle": 20}

pytestmark = pytest.mark.skipif(bool(why := obstacle()), reason=why or "it can be tried")


@pytest.fixture(scope="module")
def sink() -> Iterator[NullSink]:
    want(*SOUND_SERVER)
    with null_sink() as server:
        yield server


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory, sink: NullSink) -> Program:
    return frozen(tmp_path_factory.mktemp("frozen"), sink.environment)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, program: Program, sink: NullSink) -> Program:
    """Return the checkout's program with the frozen one's clips: no two of espeak are alike."""
    program.says("show", FLOW)
    folder = tmp_path_factory.mktemp("source")
    shutil.copytree(program.folder / "cache", folder / "cache")
    return from_source(folder, sink.environment)


def fresh(tmp_path: Path) -> Program:
    """Return the frozen program on empty data, for what needs no sound."""
    return frozen(tmp_path, {"QT_QPA_PLATFORM": "offscreen"})


def test_it_is_of_this_version(tmp_path: Path) -> None:
    assert fresh(tmp_path).says("--version").strip() == __version__


def test_doctor_finds_nothing_to_mend(program: Program) -> None:
    findings = {
        finding["subject"]: finding for finding in json.loads(program.says("doctor", "--json"))
    }
    assert all(finding["fine"] for finding in findings.values())
    assert "bundled natural hibari" in findings["voice"]["verdict"]


def test_it_reads_film_and_suggests_points(program: Program, tmp_path: Path) -> None:
    film = runner_film(tmp_path / "run.mp4", thighs=(18,))
    said = json.loads(program.says("measure", str(film), "--suggest", "--json"))
    assert said["thigh_back_deg"] == pytest.approx(18, abs=10)


def test_a_flow_is_listed_as_from_source(program: Program, source: Program) -> None:
    assert program.says("show", FLOW) == source.says("show", FLOW)
    assert program.says("show", FLOW, "--json") == source.says("show", FLOW, "--json")


def test_a_flow_sounds_as_from_source(program: Program, source: Program, tmp_path: Path) -> None:
    sounds = []
    for name, one in (("frozen", program), ("source", source)):
        file = tmp_path / f"{name}.flac"
        one.says("render", FLOW, "-o", str(file))
        sounds.append(soundfile.read(file)[0])
    ours, theirs = sounds
    assert len(ours) == len(theirs)
    assert np.array_equal(ours, theirs)


@wanting("Xvfb")
def test_its_window_stands(tmp_path: Path, sink: NullSink) -> None:
    with screen() as shown, Screen(shown["DISPLAY"]) as seen:
        process = frozen(tmp_path, sink.environment | shown).start()
        try:
            seen.wait_for_change(*MIDDLE, lambda: process.poll() is None, within=60)
            until = monotonic() + 60
            while seen.colours(*SIZE) < PAINTED and monotonic() < until:
                assert process.poll() is None
            assert seen.colours(*SIZE) >= PAINTED
        finally:
            process.kill()
            process.wait()
    log = tmp_path / "state/longstride.log"  # made when there is something to say
    assert not log.exists() or "ERROR" not in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "name"), [("natural", "natural"), ("system", "espeak"), ("bundled", "espeak")]
)
def test_its_speech_child_is_itself(tmp_path: Path, kind: str, name: str) -> None:
    (answer,) = asked(fresh(tmp_path), kind, {"op": "driver"})
    assert (answer["name"], answer["library"]) == (name, "bundled")
    assert "pyttsx3 2" in answer["version"]
    assert (len(answer["voices"]) > 100) == (name == "espeak")


def test_the_natural_voice_speaks_as_from_source(program: Program, source: Program) -> None:
    text = "Stand tall and reach the left knee over Qwyzt's line."  # one word that no lexicon has
    sounds = []
    for one in (program, source):
        file = one.folder / "natural.wav"
        take = {"op": "render", "text": text, "path": str(file), "voice": None}
        assert asked(one, "natural", take | {"rate": 140, "pitch": 50}) == [{}]
        assert is_whole(file)
        sounds.append(soundfile.read(file)[0])
    ours, theirs = sounds
    assert len(ours) > 2 * 24_000
    assert np.abs(ours).max() > 0.05
    assert np.array_equal(ours, theirs)


def test_every_voice_it_offers_speaks(tmp_path: Path) -> None:
    program = fresh(tmp_path)
    (driver,) = asked(program, "bundled", {"op": "driver"})
    offered = {voice["id"]: tmp_path / f"{n}.wav" for n, voice in enumerate(driver["voices"])}
    assert {"gmw/de", "gmw/en", "roa/es", "zle/uk"} <= set(offered)
    takes = (
        {"op": "render", "text": "Nine, ten.", "voice": voice, "path": str(file)}
        for voice, file in offered.items()
    )
    assert not any(asked(program, "bundled", *(one | {"rate": 140, "pitch": 50} for one in takes)))
    assert [voice for voice, file in offered.items() if not is_whole(file)] == []
    tables = next(bundle().rglob("espeak-ng-data"))
    assert not [one for one in tables.glob("lang/*/*") if not (tables / dictionary(one)).is_file()]


def asked(program: Program, kind: str, *requests: dict[str, object]) -> list[dict[str, Any]]:
    """Return what a speech worker answers to requests."""
    lines = "".join(f"{json.dumps(request | LIMITS)}\n" for request in requests)
    said = program.says("--speech-worker", kind, given=lines)
    return [json.loads(line) for line in said.splitlines()]


def dictionary(voice: Path) -> str:
    """Return the name of the dictionary that a voice of eSpeak NG reads."""
    told = voice.read_text(encoding="utf-8", errors="replace")
    named = re.search(r"^\s*dictionary\s+(\S+)", told, re.MULTILINE)
    language = re.search(r"^\s*language\s+(\w+)", told, re.MULTILINE)
    assert language
    return f"{(named or language)[1]}_dict"


def test_its_children_load_its_own_libraries(tmp_path: Path) -> None:
    process = fresh(tmp_path).start("show", FLOW, stdout=subprocess.DEVNULL)
    try:
        loaded = libraries_of_a_speaking_child(psutil.Process(process.pid))
    finally:
        process.kill()
        process.wait()
    ours = {stem(path) for path in bundle().rglob("*.so*")}
    assert not [path for path in loaded if stem(path) in ours and bundle() not in path.parents]


def stem(library: Path) -> str:
    """Return "libffi" for libffi.so.8 and libffi.so.8.1.2 alike."""
    return library.name.partition(".so")[0]


def libraries_of_a_speaking_child(parent: psutil.Process) -> set[Path]:
    """Return what a child has loaded once the voice is in it."""
    while parent.is_running() and parent.status() != psutil.STATUS_ZOMBIE:
        for child in parent.children():
            with suppress(psutil.Error):
                loaded = {Path(part.path).resolve() for part in child.memory_maps()}
                if any("onnxruntime" in path.name for path in loaded):
                    return loaded
    raise AssertionError("no child spoke")


def test_a_flow_played_to_its_end_goes_from_journal_to_journal(
    program: Program, tmp_path: Path
) -> None:
    played, other = fresh(tmp_path / "played"), fresh(tmp_path / "other")
    shutil.copytree(program.folder / "cache", played.folder / "cache")
    played.says("play", FLOW, "--no-window", "--speed", "1000")
    (session,) = json.loads(played.says("history", "--json"))
    assert session["flow"] == FLOW
    exported = tmp_path / "journal.json"
    played.says("export", "--json", str(exported))
    other.says("import", str(exported))
    assert other.says("history", "--json") == played.says("history", "--json")
    assert FLOW in (tmp_path / "journal.json").read_text(encoding="utf-8")


def test_an_old_journal_is_brought_up_to_date(tmp_path: Path) -> None:
    program = fresh(tmp_path)
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    journal = data / "journal.sqlite"
    write_first_revision(journal, tmp_path / "scripts")
    assert "Wind down" in program.says("history")
    with closing(sqlite3.connect(journal)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
    assert journal.with_name("journal.revision-0001.sqlite").is_file()


def write_first_revision(journal: Path, scripts: Path) -> None:
    """Make a journal as the first version made it, with one session in it."""
    shutil.copytree(SCRIPTS, scripts)
    for later in set((scripts / "versions").glob("r*.py")) - set(scripts.rglob("r0001*.py")):
        later.unlink()
    journal.touch(mode=0o600)
    _upgrade(journal, WAIT, scripts)
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute(SESSION)
        connection.commit()


def test_a_drill_is_drawn_without_a_screen(tmp_path: Path) -> None:
    drawn = tmp_path / "bridge.svg"
    fresh(tmp_path).says("draw", "glute-bridge", "-o", str(drawn))
    assert "<svg" in drawn.read_text(encoding="utf-8")


def test_every_part_comes_with_its_licence(tmp_path: Path) -> None:
    (folder,) = bundle().rglob(f"licences/{SHIPPED}")
    licences = {licence.name: licence for licence in read_licences(folder)}
    assert {"Longstride", "Python", "Qt", "eSpeak NG", "libsndfile", "pyinstaller"} <= set(licences)
    assert {"libxcb", "xcb-util-cursor", "libxkbcommon"} <= set(licences)
    assert "distilled from Kokoro-82M" in licences["hibari-tts"].text  # from its NOTICE
    assert "THIRD PARTY SOFTWARE NOTICES" in licences["onnxruntime"].text
    packages = {path.name.partition("-")[0] for path in bundle().rglob("*.dist-info")}
    assert {name.lower().replace("_", "-") for name in packages} <= {
        name.lower().replace("_", "-") for name in licences
    }
    silent = {name for name, licence in licences.items() if not (licence.terms and licence.text)}
    assert silent <= {"espeakng-loader"}
    printed = fresh(tmp_path).says("--licences")
    assert all(name in printed for name in licences)


def test_what_must_not_travel_does_not() -> None:
    names = {path.relative_to(bundle()).as_posix() for path in bundle().rglob("*")}
    assert not {name for name in names if NEVER.search(name)}
    assert not [path for path in bundle().rglob("*") if path.is_symlink() and not path.exists()]


def test_it_is_small_enough() -> None:
    files = [path for path in bundle().rglob("*") if path.is_file() and not path.is_symlink()]
    assert sum(file.stat().st_size for file in files) <= MOST_BYTES
