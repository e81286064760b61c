"""Whatever lies in a folder of ours: it is passed over, waited for by nobody, and doctor tells."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from longstride.command.main import main
from longstride.command.strangers import strangers
from longstride.content.gate import read_document
from longstride.content.kept import kept
from longstride.content.packing import Packing
from longstride.core.errors import FlowError, SettingsError
from longstride.core.timeline.lengths import Length
from longstride.log import start_log
from longstride.paths import Paths
from longstride.plain_files import read_plain
from longstride.settings import Settings, load_settings, save_settings
from longstride.speech.cache import ClipCache, is_whole
from longstride.speech.kept_lengths import KeptLengths
from longstride.speech.voice import VoiceChoice
from longstride.ui.shell.memory import WindowMemory
from ui.house import House, own_places

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]
Put = Callable[[Path], object]


def dangle(place: Path) -> None:
    place.symlink_to(place.parent / "nowhere" / "at all")


def link_to_pipe(place: Path) -> None:
    pipe = place.with_name(f"pipe to {place.name}")
    os.mkfifo(pipe)
    place.symlink_to(pipe)


def loop(place: Path) -> None:
    place.symlink_to(place)


def endless(place: Path) -> None:
    """Make a device without an end: of the test's own, never a link to the machine's."""
    if os.name == "nt" or os.geteuid():
        pytest.skip("only root can make a device")
    os.mknod(place, stat.S_IFCHR | 0o600, os.makedev(1, 5))


def link_to_device(place: Path) -> None:
    endless(place.parent / "a device")
    place.symlink_to(place.parent / "a device")


KINDS: Mapping[str, Put] = {
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "dangling link": dangle,
    "link to a pipe": link_to_pipe,
    "loop": loop,
    "device": endless,
}
every_kind = pytest.mark.parametrize("put", KINDS.values(), ids=KINDS.keys())


@every_kind
def test_only_a_plain_file_is_read_and_nothing_is_waited_for(tmp_path: Path, put: Put) -> None:
    place = tmp_path / "odd"
    put(place)
    with pytest.raises(OSError):
        read_plain(place, 9)


def test_a_plain_file_is_read_up_to_a_length_through_a_link_too(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"longstride")
    link.symlink_to(file)
    assert read_plain(link, 4) == b"long"
    assert read_plain(file, 99) == b"longstride"


@every_kind
def test_each_reader_does_without(tmp_path: Path, put: Put) -> None:
    settings, cached, window, clip, flow = (tmp_path / f"{n}.toml" for n in range(5))
    for place in (settings, cached, window, clip, flow):
        put(place)
    read, notice = load_settings(settings)
    assert read == Settings()
    assert not settings.exists() or (notice and "cannot be read" in notice)
    assert kept(cached, (), Packing(int), lambda: 7) == 7
    assert WindowMemory(window).display is None
    assert not is_whole(clip)
    assert ClipCache(tmp_path).find(clip) is None
    with pytest.raises(FlowError, match="cannot be opened"):
        read_document(flow)


def test_what_is_written_through_a_link_never_takes_a_devices_place(tmp_path: Path) -> None:
    place = tmp_path / "linked.json"
    link_to_device(place)
    with pytest.raises(SettingsError, match="not a plain file"):
        save_settings(place, Settings())
    WindowMemory(place).choose(None)
    assert kept(place, (), Packing(int), lambda: 7) == 7  # in place of the link itself
    assert stat.S_ISCHR((tmp_path / "a device").stat().st_mode)


@every_kind
def test_no_log_is_no_obstacle(tmp_path: Path, put: Put) -> None:
    place = tmp_path / "longstride.log"
    put(place)
    lines = (
        "import logging, sys; from pathlib import Path; from longstride.log import start_log;"
        "start_log(Path(sys.argv[1])); logging.getLogger('longstride').error('something')"
    )
    assert start_log.__name__ in lines
    done = subprocess.run(
        [sys.executable, "-c", lines, str(place)], capture_output=True, check=False, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


NAMES: tuple[bytes, ...] = (
    b"notes.txt",
    b"longstride-run-\xff.json",
    "journal-٢٠٢٦١١٠١T٠٧٠٠٠٠Z.sqlite".encode(),
    b"journal-20269999T000000Z.sqlite",
    b"set-aside-20261301T000000Z-1.sqlite",
    b"line\nbreak",
    b"\x1b[2J.json",
)


def places(paths: Paths) -> tuple[Path, ...]:
    backups = paths.journal.with_name("backups")
    backups.mkdir(exist_ok=True)
    return (*paths.folders, paths.cache, backups)


def is_told(paths: Paths, capsys: pytest.CaptureFixture[str]) -> str:
    main(["--data-dir", str(paths.data.parent), "doctor"])
    told = capsys.readouterr().out
    assert all(line.isprintable() for line in told.splitlines())  # not half a character in it
    return told


@pytest.mark.usefixtures("qapp")  # or the doctor would make a lesser one, and keep it
def test_doctor_tells_of_odd_names_in_every_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = own_places(tmp_path / "own")
    for folder in places(paths):
        for name in NAMES:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"?")
    told = is_told(paths, capsys)
    assert told.count("What else lies there is passed over") == len(places(paths))
    assert told.count(" and 4 more.") == len(places(paths))
    assert "\x1b" not in told


@every_kind
@pytest.mark.usefixtures("qapp")
def test_doctor_tells_of_what_is_no_file_under_our_own_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], put: Put
) -> None:
    paths = own_places(tmp_path / "own")
    ours = (
        paths.settings_file.with_name("settings.broken-1.json"),
        paths.flows / "mine.toml",
        paths.cache / "figures.json",  # the library's is made anew in its place
        paths.clips / f"{'a' * 64}.clip",
        paths.state / "longstride-run-2026-11-22-180400.json",
        places(paths)[-1] / "journal-20261101T070000Z.sqlite",
    )
    for place in ours:
        put(place)
    told = is_told(paths, capsys)
    for place in ours:
        assert place.name in told


def test_what_is_ours_is_no_stranger(build: Build) -> None:
    house = build().open().start()
    house.hear_to_the_end()
    house.press("Done")
    engine, paths = house.engine, house.engine.paths
    engine.records.backups.make()
    engine.change(replace(engine.settings, rate=150))
    KeptLengths(paths.clips, VoiceChoice()).add({"Ready.": Length(500, 20)})
    for name in ("longstride.log", "longstride.log.1", "window.json"):
        (paths.state / name).touch()
    house.wait_for_tasks()
    assert [strangers(paths, folder) for folder in places(paths)[:-1]] == [()] * 6
    assert engine.records.backups.strangers() == ()


@every_kind
def test_the_window_opens_and_leads_over_oddities_everywhere(
    build: Build, paths: Paths, put: Put
) -> None:
    for place in (
        paths.state / "longstride-run-2026-11-22-180400.json",
        paths.flows / "mine.toml",
        paths.cache / "library.json",
        paths.window_file,
        *(places(paths)[-1] / name for name in map(os.fsdecode, NAMES)),
    ):
        put(place)
    house = build(paths).open()
    house.wait_for_tasks()
    house.start(stiffness=6)
    assert house.leading
    house.hear_to_the_end()
    house.press("Done")
    assert house.engine.records.journal.count() == 1
    assert house.engine.records.backups.make().is_file()
