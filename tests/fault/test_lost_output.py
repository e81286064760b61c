"""Verbs whose output nobody takes: no traceback, a code of its own, and what was done is kept.

And verbs under odd encodings, zones and names. A few here, or all with LONGSTRIDE_FAULTS=all.
"""

import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from fault.short_moves import NAME, write_flow
from journal.journal_samples import a_session
from longstride.command.main import main
from longstride.command.terminal import LOST_OUTPUT
from longstride.journal.journal import Journal
from longstride.paths import Paths
from ui.house import NOW, own_places

ALL = os.environ.get("LONGSTRIDE_FAULTS") == "all"
NAMELESS = "n" * 300

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams of POSIX")

ENCODINGS = (
    "ascii iso-8859-1 iso-8859-15 cp1252 cp437 koi8-r shift_jis gb18030 iso2022_jp utf-7 utf-16 "
    "cp037"
).split()
PLAY = f"play {NAME} --no-window --speed 1000"
VERBS = (
    PLAY,
    "history",
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
QUICK = ("history", "list", "show nothing-é", "dance é")


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


@pytest.mark.parametrize(
    ("verb", "shell", "code"),
    [
        ("list", ">/dev/full", LOST_OUTPUT),
        ("list", ">&-", LOST_OUTPUT),
        ("--help", ">/dev/full 2>&-", LOST_OUTPUT),
        ("list", "2>&-", 0),
        ("show nothing", "2>&-", 2),
        (PLAY, ">/dev/full 2>&- <&-", LOST_OUTPUT),
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


@pytest.fixture
def forged(paths: Paths) -> Paths:
    """A journal with a session whose title would clear the screen and forge a line."""
    journal = Journal(paths.journal, lambda: NOW)
    journal.begin(a_session(title="Wind\n\x1b[2Jdown\x9b \u202eЖ é"))
    journal.dispose()
    return paths


def run_here(paths: Paths, verb: str, encoding: str) -> tuple[int, str]:
    """Run a verb in this process; return its exit code and all that it prints."""
    paper = io.BytesIO(), io.BytesIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(paths.flows)
        for name, bare in zip(("stdout", "stderr"), paper, strict=True):
            patch.setattr(sys, name, io.TextIOWrapper(bare, encoding))
        try:
            code = main(["--data-dir", str(paths.data.parent), *verb.split()])
        except SystemExit as leaving:
            code = int(str(leaving.code))
        return code, "".join(each.getvalue().decode(encoding) for each in paper)


@pytest.mark.usefixtures("qapp")  # or the doctor would make a lesser one, and keep it
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_no_encoding_stops_a_verb(forged: Paths, encoding: str) -> None:
    for verb in VERBS if ALL else QUICK:
        code, said = run_here(forged, verb, encoding)
        assert code in ({2} if "é" in verb else {0, 1} if verb == "doctor" else {0}), said
        assert not {"\x1b", "\x9b", "\u202e"} & set(said)


def test_a_terminal_without_letters_of_its_own_leads_to_the_end(paths: Paths) -> None:
    streams = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run(paths, PLAY, **streams)
    assert done.returncode == 0, done.stderr
    assert done.stdout.isascii()
    assert b"That was it." in done.stdout


@pytest.mark.parametrize("zone", ["XXX-167"])
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
    for verb in (PLAY, f"render {NAME} -o new.flac"):
        assert run(paths, verb).returncode == 0
    done = run(paths, "doctor")
    assert rb"caf\xe9" in done.stdout or "café".encode() in done.stdout
    (session,) = json.loads(run(paths, "history --json").stdout)
    assert session["next_step"] == 1
    assert (paths.flows / "new.flac").exists()
