"""What a Linux desktop is told of Longstride is right, by the desktop's own tools."""

import gzip
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from configparser import RawConfigParser
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from longstride import __version__
from longstride.command.main import _parser
from wanted import MIME, want

HERE = Path(__file__).resolve().parents[2]
LINUX = HERE / "packaging/linux"
FLOW = "application/x-longstride-flow"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def desktop_files() -> Iterator[ModuleType]:
    sys.path.insert(0, str(LINUX))
    import desktop_files

    yield desktop_files
    sys.path.remove(str(LINUX))


@pytest.fixture(scope="module", params=["published", "unpublished"])
def share(
    request: pytest.FixtureRequest,
    desktop_files: ModuleType,
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Return everything laid out, with the project's addresses and without."""
    address = "https://example.org/longstride"
    web = desktop_files.Web(address, f"{address}/docs/images")
    laid = tmp_path_factory.mktemp("share")
    bare = desktop_files.Web()
    desktop_files.lay(laid, web if request.param == "published" else bare, TODAY)
    return laid


@pytest.fixture(scope="module")
def entry() -> RawConfigParser:
    parser = RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign] - keys keep their case
    parser.read(LINUX / "longstride.desktop", encoding="utf-8")
    return parser


def says(*command: str | Path, **environ: str) -> str:
    """Return what a tool of the desktop says; skip where it is not here, fail where it objects."""
    want(str(command[0]))
    run = subprocess.run(
        command, env=os.environ | environ, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def test_the_menu_entry_is_valid(share: Path) -> None:
    assert not says("desktop-file-validate", share / "applications/longstride.desktop")


def test_the_software_centre_is_told_all_it_asks(share: Path) -> None:
    about = next((share / "metainfo").iterdir())
    said = says("appstreamcli", "validate", "--no-net", "--pedantic", "--no-color", about)
    assert re.search(r"validation was successful\.", said, re.IGNORECASE), said


def test_flow_files_are_known_among_other_toml(tmp_path: Path) -> None:
    want(MIME)
    (tmp_path / "mime/packages").mkdir(parents=True)
    for kinds in (Path(MIME), LINUX / "longstride.xml"):
        shutil.copy(kinds, tmp_path / "mime/packages")
    own = {"XDG_DATA_DIRS": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "none")}
    assert not says("update-mime-database", tmp_path / "mime", **own)
    names = {"mine.flow.toml": FLOW, "MINE.FLOW.TOML": FLOW, "other.toml": "application/toml"}
    for name, kind in names.items():
        (tmp_path / name).write_text('title = "Lunch"\n', encoding="utf-8")
        said = says("gio", "info", "-a", "standard::content-type", tmp_path / name, **own)
        assert said.split()[-1] == kind, name


def test_everything_points_at_the_same_program_and_type(entry: RawConfigParser) -> None:
    main = entry["Desktop Entry"]
    about = ET.parse(LINUX / "org.longstride.longstride.metainfo.xml").getroot()
    kind = ET.parse(LINUX / "longstride.xml").getroot()[0]
    assert main["Exec"] == "longstride %F"
    assert main["MimeType"] == f"{FLOW};" == f"{kind.get('type')};"
    assert about.findtext("provides/mediatype") == FLOW
    assert about.findtext("launchable") == "longstride.desktop"
    window = [path.read_text(encoding="utf-8") for path in HERE.glob("app/longstride/ui/*.py")]
    assert f'setDesktopFileName("{main["StartupWMClass"]}")' in "".join(window)


def test_every_icon_asked_for_is_there(entry: RawConfigParser, share: Path) -> None:
    for name in (f"apps/{entry['Desktop Entry']['Icon']}", f"mimetypes/{FLOW.replace('/', '-')}"):
        assert (share / f"icons/hicolor/scalable/{name}.svg").is_file()
        for side in (16, 24, 32, 48, 64, 128, 256, 512):
            assert (share / f"icons/hicolor/{side}x{side}/{name}.png").is_file()


def test_the_menus_shortcuts_lead_to_flows(entry: RawConfigParser) -> None:
    actions = entry["Desktop Entry"]["Actions"].rstrip(";").split(";")
    assert actions
    for action in actions:
        flow = entry[f"Desktop Action {action}"]["Exec"].removeprefix("longstride open ")
        text = (HERE / f"assets/flows/{flow}.toml").read_text(encoding="utf-8")
        assert f'title = "{entry[f"Desktop Action {action}"]["Name"]}"' in text


def test_the_manual_names_every_command(share: Path) -> None:
    manual = gzip.decompress((share / "man/man1/longstride.1.gz").read_bytes()).decode()
    (commands,) = (action for action in _parser()._actions if action.nargs == "A...")
    for name in commands.choices or ():
        assert re.search(rf"^\.B\w* {name}\b", manual, re.MULTILINE), name
    assert f"Longstride {__version__}" in manual


def test_the_version_is_the_programs_own(share: Path) -> None:
    newest = ET.parse(next((share / "metainfo").iterdir())).find("releases/release")
    assert newest is not None
    assert newest.get("version") == __version__


def test_releases_come_from_the_changelog(desktop_files: ModuleType) -> None:
    told = (
        "# Changelog\n\n## [Unreleased] - 0.2.0\n\n### Added\n\n- `show` says\n  more.\n\n"
        "## [0.1.0] - 2026-12-01\n\n### Added\n\n- [A form](docs/a.md) of *sorts*.\n- Two.\n"
    )
    coming, first = desktop_files.releases(told, TODAY)
    assert (coming.version, coming.day, coming.development) == ("0.2.0", TODAY, True)
    assert coming.changes == ("show says more.",)
    assert (first.version, first.day, first.development) == ("0.1.0", date(2026, 12, 1), False)
    assert first.changes == ("A form of sorts.", "Two.")


def test_without_an_address_none_is_made_up(share: Path) -> None:
    about = ET.parse(next((share / "metainfo").iterdir())).getroot()
    home, pictures = about.find("url"), about.findall("screenshots/screenshot/image")
    assert len(pictures) == (0 if home is None else 3)
    for picture in pictures:
        assert (HERE / "docs/images" / str(picture.text).rpartition("/")[2]).is_file()
