"""Whatever travels with the program is named, with the terms it may be passed on under."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from longstride.command.main import main
from longstride.licences import (
    SHIPPED,
    Licence,
    licences,
    package_licence,
    read_licences,
    write_licences,
)
from longstride.paths import find_paths

HERE = Path(__file__).resolve().parent.parent
TEXTS = find_paths(None, {}).licences
ELSEWHERE = {"pyobjc-framework-Cocoa"}  # not on every system


@pytest.fixture(scope="module")
def shipped() -> dict[str, Licence]:
    return {licence.name.lower(): licence for licence in licences(TEXTS)}


def wanted_packages() -> set[str]:
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split("[;=<>]", line)[0].strip() for line in project["dependencies"]}
    return {name.lower() for name in names - ELSEWHERE}


def test_every_package_asked_for_is_named(shipped: dict[str, Licence]) -> None:
    assert wanted_packages() <= set(shipped)
    assert {"longstride", "python", "qt", "libsndfile", "mako"} <= set(shipped)


def test_longstride_comes_first(shipped: dict[str, Licence]) -> None:
    first, *others = shipped
    assert first == "longstride"
    assert others == sorted(others)


def test_all_have_terms_and_nearly_all_a_text(shipped: dict[str, Licence]) -> None:
    assert all(licence.terms for licence in shipped.values())
    assert {name for name, licence in shipped.items() if not licence.text} <= {"espeakng-loader"}


def test_qt_comes_with_the_lesser_licence(shipped: dict[str, Licence]) -> None:
    assert "LESSER GENERAL PUBLIC LICENSE" in shipped["qt"].text
    assert shipped["qt"].version == distribution("pyside6-essentials").version


def test_the_natural_voice_comes_with_its_notices(shipped: dict[str, Licence]) -> None:
    voice, runtime = shipped["hibari-tts"], shipped["onnxruntime"]
    assert (voice.terms, runtime.terms) == ("Apache-2.0", "MIT")
    assert "Apache License" in voice.text
    assert "distilled from Kokoro-82M" in voice.text
    assert "MIT License" in runtime.text
    assert "THIRD PARTY SOFTWARE NOTICES" in runtime.text


def test_what_qt_is_made_of_is_named(shipped: dict[str, Licence]) -> None:
    assert "harfbuzz" in shipped["libraries within qt"].text
    assert "Unicode, Inc." in shipped["icu"].text


def test_the_typeface_is_named(shipped: dict[str, Licence]) -> None:
    assert "SIL OPEN FONT LICENSE" in shipped["inter"].text
    assert shipped["inter"].terms == "OFL-1.1"


def test_what_reads_film_and_what_suggests_points_are_named(shipped: dict[str, Licence]) -> None:
    assert shipped["ffmpeg"].terms == "GPL-3.0-or-later"
    assert "x265 " in shipped["libraries within ffmpeg"].text
    assert "Bazarevsky" in shipped["blazepose"].text
    assert "Apache License" in shipped["blazepose"].text


def test_tools_of_the_house_are_not_shipped(shipped: dict[str, Licence]) -> None:
    assert not {"pytest", "ruff", "mypy", "pyinstaller"} & set(shipped)


def test_the_text_beside_is_the_projects_own() -> None:
    own = (HERE / "LICENSE").read_text(encoding="utf-8")
    assert (TEXTS / "GPL-3.0-or-later.txt").read_text(encoding="utf-8") == own


def test_what_a_build_wrote_down_is_read_again(tmp_path: Path, shipped: dict[str, Licence]) -> None:
    write_licences(shipped.values(), tmp_path / SHIPPED)
    assert licences(tmp_path) == tuple(shipped.values())


def test_an_empty_folder_holds_none(tmp_path: Path) -> None:
    assert read_licences(tmp_path / "absent") == ()


def test_a_package_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackageNotFoundError):
        package_licence("no-such-package-anywhere", tmp_path)


def test_the_command_line_prints_them(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path))
    assert main(["--licences"]) == 0
    printed = capsys.readouterr().out
    assert "SQLAlchemy" in printed
    assert "LESSER GENERAL PUBLIC LICENSE" in printed
