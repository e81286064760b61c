"""Verbs whose output nobody takes: no traceback, a code of its own, and what was done is kept.

And verbs under odd encodings, zones and names. A few here, or all with LONGSTRIDE_FAULTS=all.
"""

import json
import os
import shlex
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from fault.short_moves import NAME, write_flow
from longstride.command.terminal import LOST_OUTPUT
from longstride.paths import Paths
from ui.house import own_places

ALL = os.environ.get("LONGSTRIDE_FAULTS") == "all"
NAMELESS = "n" * 300
FORGED = "Wind\n\x1b[2Jdown\x9b \u202eЖ é"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams of POSIX")

ENCODINGS = (
    "ascii iso-8859-1 iso-8859-15 cp1252 cp437 koi8-r shift_jis gb18030 iso2022_jp utf-7 utf-16 "
    "cp037"
).split()
VERBS = (
    "--help",
    "--version",
    "--licences",
    "list",
    f"show {NAME}",
    f"show {NAME} --json",
    "show nothing-é",
    f"check {NAME}.toml",
    f"render {NAME} -o new.flac",
    "draw glute-bridge -o new.svg",
    f"play {NAME} --no-window --speed 1000",
    "history",
    "history --json",
    "stats",
    "export --json all.json",
    "import all.json",
    "backup",
    "backup --list",
    "restore",
    "doctor",
    "dance é",
)
SOME = ((ENCODINGS[0], "list"), ("cp1252", f"play {NAME} --no-window --speed 1000"))


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    places = own_places(tmp_path / "Ünïted")
    write_flow(places.flows, 1)
    return places


def run(
    paths: Paths, verb: str, shell: str = "", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a verb in the folder of flows, with its streams as a shell has them."""
    words = [sys.executable, "-m", "longstride", "--data-dir", str(paths.data.parent)]
    return subprocess.run(
        ["sh", "-c", f"{shlex.join(words)} {verb} {shell}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        cwd=paths.flows,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
    )


def with_a_forged_title(paths: Paths) -> None:
    """Take in a session whose title would clear the screen and forge a line."""
    assert run(paths, f"play {NAME} --no-window --speed 1000").returncode == 0
    assert run(paths, "export --json all.json").returncode == 0
    file = paths.flows / "all.json"
    content = json.loads(file.read_text())
    for session in content["sessions"]:
        session |= {"title": FORGED, "changed": "2090-01-01T00:00:00+00:00"}
    file.write_text(json.dumps(content))
    run(paths, "import all.json")


@pytest.mark.parametrize(
    ("verb", "shell", "code"),
    [
        ("list", ">/dev/full", LOST_OUTPUT),
        ("list", ">&-", LOST_OUTPUT),
        ("--help", ">/dev/full 2>&-", LOST_OUTPUT),
        ("list", "2>&-", 0),
        ("show nothing", "2>&-", 2),
        ("check nothing.toml", ">/dev/full 2>/dev/full", 1),
        (f"play {NAME} --no-window --speed 1000", ">&- 2>&- <&-", LOST_OUTPUT),
        (f"play {NAME} --no-window --speed 1000", ">/dev/full 2>/dev/full", LOST_OUTPUT),
        ("--licences", "| head -c 1", 0),  # of head: it is the shell's way
    ],
)
def test_output_that_is_lost_is_a_code(paths: Paths, verb: str, shell: str, code: int) -> None:
    done = run(paths, verb, shell)
    assert done.returncode == code
    assert done.stderr == b""
    if verb.startswith("play"):
        (session,) = json.loads(run(paths, "history --json").stdout)
        assert session["next_step"] == session["step_count"]


@pytest.mark.parametrize(("encoding", "verb"), tuple(product(ENCODINGS, VERBS)) if ALL else SOME)
def test_no_encoding_stops_a_verb(paths: Paths, encoding: str, verb: str) -> None:
    if ALL:
        with_a_forged_title(paths)
    streams = {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    done = run(paths, verb, **streams)
    said = (done.stdout + done.stderr).decode(encoding, errors="replace")
    assert done.returncode in ({2} if "é" in verb else {0, 1} if verb == "doctor" else {0}), said
    assert "Traceback" not in said
    assert "mistake in Longstride" not in said
    assert not {"\x1b", "\x9b", "\u202e"} & set(said)
    assert not any(line.startswith("\x1b") for line in said.splitlines())


def test_a_terminal_without_letters_of_its_own_leads_to_the_end(paths: Paths) -> None:
    streams = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run(paths, f"play {NAME} --no-window --speed 1000", **streams)
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    assert b"That was it." in done.stdout


@pytest.mark.parametrize("zone", ["XXX-167", "XXX24"])
def test_a_zone_of_nowhere_is_a_sentence(paths: Paths, zone: str) -> None:
    done = run(paths, "history", TZ=zone)
    assert done.returncode == 2
    assert f"TZ={zone}" in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1


LONG = (
    f"show {NAMELESS}",
    f"play {NAMELESS} --no-window",
    f"open {NAMELESS}.toml",
    f"import {NAMELESS}",
    f"restore {NAMELESS}",
    f"render {NAME} -o {NAMELESS}.flac",
    f"draw glute-bridge -o {NAMELESS}.svg",
    f"export --json {NAMELESS}",
    f"export --csv {NAMELESS}",
    f"--data-dir {NAMELESS} history",
)


@pytest.mark.parametrize("verb", LONG if ALL else LONG[::5])
def test_a_name_that_no_folder_takes_is_a_sentence(paths: Paths, verb: str) -> None:
    done = run(paths, verb)
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert b"NAMELESS" not in done.stderr
    assert NAMELESS.encode()[:200] in done.stderr


def test_folders_that_are_no_text_are_folders(tmp_path: Path) -> None:
    paths = own_places(tmp_path / os.fsdecode(b"caf\xe9"))
    write_flow(paths.flows, 1)
    for verb in (f"play {NAME} --no-window --speed 1000", f"render {NAME} -o $'/new.flac'"):
        done = run(paths, verb.replace("$'/new.flac'", "new.flac"))
        assert done.returncode == 0, done.stderr
    done = run(paths, "doctor")
    assert rb"caf\xe9" in done.stdout or "café".encode() in done.stdout
    (session,) = json.loads(run(paths, "history --json").stdout)
    assert session["next_step"] == 1
    assert (paths.flows / "new.flac").exists()
