"""Broken settings in the whole window and on the command line."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fault.harms import read_only, small_disk
from longstride.command.main import main
from longstride.paths import Paths
from longstride.settings import Settings
from longstride.ui.intentions.window import ChangeSettings
from ui.house import House, own_places

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]
BROKEN = b'{"format": 1, "volume": 9000, "rate": 150, "theme": "pla'


@pytest.mark.parametrize("content", [b"", BROKEN, b"\xff\xfe\x00", b"[]", b"null"])
def test_the_window_says_so_and_keeps_the_old_file(
    build: Build, paths: Paths, content: bytes
) -> None:
    paths.settings_file.write_bytes(content)
    house = build().open()
    (notice,) = [text for text in house.window.notices if "settings" in text]
    aside = paths.settings_file.with_name("settings.broken-1.json")
    assert str(aside) in notice
    assert aside.read_bytes() == content
    assert house.engine.settings == Settings()
    assert json.loads(paths.settings_file.read_text())["format"] == 1
    again = build().open()
    assert not [text for text in again.window.notices if "settings" in text]


def test_one_bad_value_costs_only_itself(build: Build, paths: Paths) -> None:
    values = {"format": 1, "volume": 9000, "rate": 150}
    paths.settings_file.write_text(json.dumps(values))
    house = build().open()
    assert (house.engine.settings.rate, house.engine.settings.volume) == (150, Settings().volume)
    assert any("(volume)" in text for text in house.window.notices)


def test_the_command_line_says_so_and_works(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    paths.settings_file.write_bytes(BROKEN)
    assert main(["--data-dir", str(paths.data.parent), "history"]) == 0
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert "settings.broken-1.json" in said


@pytest.fixture
def disk(tmp_path: Path, empty_journal: Path) -> Iterator[Paths]:
    with small_disk(tmp_path / "disk") as at:
        yield own_places(at, empty_journal)


def test_settings_that_cannot_be_saved_are_used_and_that_is_said(build: Build, disk: Paths) -> None:
    house = build(disk).open()
    house.window.show_page("settings")
    with read_only(disk.settings_file):
        house.application.want(ChangeSettings(Settings(volume=55, keep_awake=False)))
        assert any("cannot be saved" in text for text in house.window.notices)
    assert house.engine.settings.volume == 55
