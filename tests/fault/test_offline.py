"""Nothing leaves the machine: everything works without a network, and no socket looks for one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest

from fault.telling import OFFSCREEN, Window
from sound.null_sink import null_sink
from ui.house import SHORT_FLOW
from wanted import SOUND_SERVER, lacking

LISTENS = 0x10000  # the flag of a socket that takes callers, in /proc/net/unix
KINDS = ("tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "packet")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")


def can_cut_off(command: Sequence[str]) -> bool:
    """Say whether a command that makes a network namespace may be used here."""
    return subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0


def cut_off() -> Sequence[str]:
    """Return what makes a command run without any network, nothing where that is not allowed."""
    if not shutil.which("unshare"):
        return ()
    ways = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
    return next((command for command in ways if can_cut_off(command)), ())


@pytest.fixture
def environment() -> Iterator[Mapping[str, str]]:
    """Give a sound server, where there is one: it is reached by a file and not by a network."""
    if lacking(*SOUND_SERVER):
        with TemporaryDirectory(prefix="longstride-runtime-") as runtime:
            yield {**OFFSCREEN, "XDG_RUNTIME_DIR": runtime}
        return
    with null_sink() as sink:
        yield sink.environment


@pytest.fixture
def club(tmp_path: Path) -> Path:
    file = tmp_path / "club.flow.toml"
    file.write_text(SHORT_FLOW)
    return file


def family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def inet_sockets(process: psutil.Process) -> list[str]:
    """Return every socket of a network that a process, or one that it started, has open."""
    return [str(each) for one in family(process) for each in one.net_connections("inet")]


def namespace_sockets(pid: int) -> list[str]:
    """Return every socket of any network in a process's namespace, whosever it is."""
    tables = (Path(f"/proc/{pid}/net/{kind}") for kind in KINDS)
    return [line for table in tables if table.exists() for line in rows(table)]


def rows(table: Path) -> list[str]:
    return table.read_text().splitlines()[1:]


def listening(pid: int) -> list[Path]:
    """Return where a process listens for others on this machine."""
    files = (file for file in Path(f"/proc/{pid}/fd").iterdir() if file.is_symlink())
    own = {str(file.readlink()) for file in files}
    fields = (row.split(maxsplit=7) for row in rows(Path(f"/proc/{pid}/net/unix")))
    listens = (each for each in fields if int(each[3], 16) & LISTENS)
    return [Path(each[7]) for each in listens if f"socket:[{each[6]}]" in own]


def lead(window: Window, club: Path) -> None:
    """Lead for a while: the voice renders, the sound is fed, steps are written."""
    assert window.stands()
    window.say("start post-run-five")
    assert window.hear("leads")
    position = 0
    while position < 1500:
        window.say("where")
        at = window.hear("at")
        assert at is not None
        position = at["position"]


def test_a_window_with_a_flow_opens_no_socket_but_its_own(
    tmp_path: Path, environment: Mapping[str, str], club: Path
) -> None:
    own, apart = tmp_path / "own", cut_off()
    with Window(own, str(club), environment=environment, before=apart) as window:
        lead(window, club)
        pid = window.process.pid
        assert inet_sockets(psutil.Process(pid)) == []
        if apart:
            assert namespace_sockets(pid) == []
            assert len(rows(Path(f"/proc/{pid}/net/dev"))) == 2, "a heading and lo"
        (place,) = listening(pid)
        assert (
            Path(environment["XDG_RUNTIME_DIR"]) in place.parents
        )  # under the name it had before it could be reached
        window.say("quit")
        window.ended()
        assert [each for each in window.told if each["what"] == "socket"] == []


def test_the_command_line_works_without_a_network(
    tmp_path: Path, environment: Mapping[str, str], club: Path
) -> None:
    if not (apart := cut_off()):
        pytest.skip("no network namespace may be made here")
    longstride = [*apart, sys.executable, "-m", "longstride", "--data-dir", str(tmp_path)]

    def run(*words: str) -> str:
        done = subprocess.run(
            [*longstride, *words], env=dict(environment), capture_output=True, text=True, check=True
        )
        return done.stdout

    sound, everything = tmp_path / "club.flac", tmp_path / "all.json"
    run("render", str(club), "-o", str(sound))
    assert sound.stat().st_size > 50_000
    assert "That was it." in run("play", str(club), "--no-window", "--speed", "500")
    run("export", "--json", str(everything))
    assert json.loads(everything.read_text())["sessions"]


def test_an_open_socket_would_be_seen() -> None:
    """The proof of the proof: this test opens one, and the eyes used above see it."""
    import socket

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert inet_sockets(psutil.Process())
        assert namespace_sockets(os.getpid())
