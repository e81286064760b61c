"""The Debian package says what it needs, installs, runs, opens flow files, and leaves no trace."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from longstride import __version__
from longstride.desktop.libraries import SOUND, WINDOW, X11
from spare_machine import SpareMachine
from wanted import want

HERE = Path(__file__).resolve().parents[2]
BUNDLE = HERE / "dist/longstride/longstride"
FLOW = "/root/athlete/lunch.flow.toml"
OPEN = """
gio launch /usr/share/applications/longstride.desktop "$1"
window=$(timeout 60 xdotool search --sync --onlyvisible --class longstride | tail -n 1)
pid=$(xdotool getwindowpid "$window")
readlink "/proc/$pid/exe"
tr '\\0' ' ' <"/proc/$pid/cmdline"
kill "$pid"
while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
"""


@pytest.fixture(scope="module")
def package() -> Path:
    """Return the package, freshly made of the bundle that stands."""
    if given := os.environ.get("LONGSTRIDE_DEB"):
        return Path(given)
    made = next((HERE / "dist").glob(f"longstride_{__version__}_*.deb"), None)
    if made is None or not BUNDLE.is_file():
        pytest.skip("there is no package; packaging/build and packaging/debian/build make one")
    if made.stat().st_mtime < BUNDLE.stat().st_mtime:
        pytest.skip("the package was made of an earlier bundle; run packaging/debian/build")
    return made


@pytest.fixture
def machine(package: Path, tmp_path: Path) -> Iterator[SpareMachine]:
    """Return a spare machine on which the package is at hand and not yet installed."""
    if why := SpareMachine.obstacle():
        pytest.skip(why)
    made = SpareMachine(tmp_path)
    if not made.stands:
        made.close()
        pytest.skip("this machine lets nobody lay one file system over another")
    made.does("mkdir", "-p", "/root/athlete")
    yield made
    made.close()


def field(package: Path, name: str) -> str:
    want("dpkg-deb")
    ask = ["dpkg-deb", "--field", package, name]
    return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()


def everything(machine: SpareMachine) -> set[str]:
    """Return every file and folder that is the system's and not the athlete's."""
    return set(machine.does("find", "/usr", "/etc", "/opt", "/var/lib", "-xdev").splitlines())


def test_it_names_what_it_needs(package: Path) -> None:
    assert field(package, "Version") == __version__
    needs = {part.split(" ")[0] for part in field(package, "Depends").split(", ")}
    assert {"libc6"} | {library.debian for library in WINDOW + X11} <= needs
    wants = set(field(package, "Recommends").split(", "))
    assert {library.debian for library in SOUND} <= wants | needs
    assert not wants & needs


def test_nobody_but_root_may_change_it_and_it_runs_no_scripts(package: Path) -> None:
    assert field(package, "Package") == "longstride"
    ask = ["dpkg-deb", "--contents", package]
    listed = subprocess.run(ask, capture_output=True, text=True, check=True).stdout.splitlines()
    assert listed
    for line in listed:
        mode, owner = line.split()[:2]
        assert owner == "root/root", line
        assert mode.startswith("l") or mode[5] + mode[8] == "--", line
        assert " ./usr/" in line or line.endswith(" ./"), line
    controls = subprocess.run(
        ["dpkg-deb", "--ctrl-tarfile", package], capture_output=True, check=True
    ).stdout
    assert not [name for name in (b"preinst", b"postinst", b"prerm", b"postrm") if name in controls]


@pytest.mark.timeout(400)  # unpacks it all, twice, on whatever else the machine is busy with
def test_it_installs_runs_opens_flow_files_and_goes_without_a_trace(
    machine: SpareMachine, package: Path, tmp_path: Path
) -> None:
    want("Xvfb", "gio", "xauth", "xdg-mime", "xdotool")
    before = everything(machine)
    shutil.copy(package, tmp_path)  # to where the spare machine can see it
    machine.does("dpkg", "--install", tmp_path / package.name)
    assert everything(machine) - before
    it_runs(machine)
    flow_files_open_with_it(machine)
    machine.does("dpkg", "--purge", "longstride")
    assert everything(machine) == before
    machine.does("test", "-s", "/root/athlete/.local/share/longstride/journal.sqlite")


def it_runs(machine: SpareMachine) -> None:
    assert not machine.does("dpkg", "--verify", "longstride")
    assert machine.does("longstride", "--version").strip() == __version__
    found = json.loads(machine.run("longstride", "doctor", "--json").stdout)
    fine = {one["subject"] for one in found if one["fine"]}
    assert {"content", "database", "voice"} <= fine, found
    machine.does("longstride", "play", "unlock-the-desk", "--no-window", "--speed", "1000")


def flow_files_open_with_it(machine: SpareMachine) -> None:
    machine.does("cp", "/usr/lib/longstride/_internal/assets/flows/post-run-five.toml", FLOW)
    kind = machine.does("xdg-mime", "query", "filetype", FLOW, XDG_CURRENT_DESKTOP="GNOME")
    assert kind.strip() == "application/x-longstride-flow"
    opens = machine.does("xdg-mime", "query", "default", kind.strip())
    assert opens.strip() == "longstride.desktop"
    started = machine.does("xvfb-run", "-a", "sh", "-c", OPEN, "sh", FLOW)
    assert started.split() == ["/usr/lib/longstride/longstride", "longstride", FLOW]


def test_the_script_is_sound_bash() -> None:
    script = HERE / "packaging/debian/build"
    assert os.access(script, os.X_OK)
    if bash := shutil.which("bash"):
        subprocess.run([bash, "-n", script], check=True)
