"""The recipes that cannot be run here hold together, as far as reading them can tell."""

import os
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from longstride import __version__
from longstride.desktop.libraries import SOUND, WINDOW, X11

HERE = Path(__file__).resolve().parents[2]
PACKAGING = HERE / "packaging"
WINDOWS = PACKAGING / "windows/longstride.iss"
WORKFLOW = HERE / ".github/workflows/release.yml"
SPEC = (PACKAGING / "longstride.spec").read_text(encoding="utf-8")
FAKE_PROGRAM = '#!/bin/sh\necho "started with $*"\n'
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="an AppImage is of Linux")


def sections(script: str) -> dict[str, list[str]]:
    """Return the lines of an Inno Setup script by section, without comments and directives."""
    found: dict[str, list[str]] = {}
    for line in script.splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            lines = found.setdefault(head[1], [])
        elif line.strip() and not line.lstrip().startswith((";", "#")):
            lines.append(line)
    return found


@pytest.fixture(scope="module")
def setup() -> dict[str, list[str]]:
    return sections(WINDOWS.read_text(encoding="utf-8"))


def test_the_windows_installer_is_well_formed(setup: dict[str, list[str]]) -> None:
    for line in setup.pop("Setup"):
        assert re.fullmatch(r"\w+=\S.*", line), line
    one = r'\w+: (?:"(?:[^"]|"")*"|[\w ]+)'
    for line in (line for lines in setup.values() for line in lines):
        assert re.fullmatch(rf"{one}(?:; {one})*", line), line


def test_the_windows_installer_takes_what_is_built(setup: dict[str, list[str]]) -> None:
    script = WINDOWS.read_text(encoding="utf-8")
    for program in set(re.findall(r"\{app\}\\([\w-]+)\.exe", script)):
        assert f'program("{program}"' in SPEC
    for file in ("flow.ico", "longstride.ico", "../../LICENSE"):
        assert file.replace("/", "\\") in script
        assert (WINDOWS.parent / file).is_file()
    assert 'Source: "..\\..\\dist\\longstride\\*"' in script


def test_the_windows_installer_takes_toml_from_nobody(setup: dict[str, list[str]]) -> None:
    for line in setup["Registry"]:
        key = re.search(r'Subkey: "([^"]+)"', line)
        assert key
        assert not key[1].endswith("\\.toml"), "only OpenWithProgids and SupportedTypes may name it"


def test_the_mac_bundle_knows_flow_files() -> None:
    told = plistlib.loads((PACKAGING / "macos/Info.plist").read_bytes())
    (document,), (kind,) = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["flow.toml"]
    for icon in (document["CFBundleTypeIconFile"], kind["UTTypeIconFile"]):
        assert (PACKAGING / "macos" / icon).is_file()
        assert f'"{icon}"' in SPEC
    assert told["LSBackgroundOnly"] is False
    assert 'macos / "Info.plist"' in SPEC
    rights = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert set(rights.values()) == {True}


def test_nobody_says_the_version_again() -> None:
    recipes = [WORKFLOW, *PACKAGING.rglob("*")]
    kinds = {".py", ".spec", ".iss", ".plist", ".yml", ".xml", ".desktop", ".1", ""}
    for recipe in recipes:
        if recipe.is_file() and recipe.suffix in kinds:
            assert __version__ not in recipe.read_text(encoding="utf-8"), recipe


@linux_only
def test_the_appimages_folder_starts_the_program_and_has_what_the_format_asks(
    tmp_path: Path,
) -> None:
    program = tmp_path / "longstride/longstride"
    program.parent.mkdir()
    program.write_text(FAKE_PROGRAM, encoding="utf-8")
    program.chmod(0o755)
    build = [PACKAGING / "appimage/build", "--bundle", program.parent]
    environ = os.environ | {"PATH": os.defpath}
    run = subprocess.run(build, env=environ, capture_output=True, text=True, check=False)
    assert "appimagetool" in run.stderr, run.stdout + run.stderr
    folder = tmp_path / "Longstride.AppDir"
    started = subprocess.run(
        [folder / "AppRun", "mine.flow.toml"], capture_output=True, text=True, check=True
    )
    assert started.stdout == "started with mine.flow.toml\n"
    for asked in ("longstride.desktop", "longstride.svg", ".DirIcon"):
        assert (folder / asked).is_file()


def test_every_action_is_pinned_to_a_commit() -> None:
    uses = re.findall(r"uses: (.+)", WORKFLOW.read_text(encoding="utf-8"))
    assert uses
    for action in uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v[\d.]+", action), action


def test_the_workflow_runs_scripts_that_are_there_and_installs_what_is_named() -> None:
    workflow = WORKFLOW.read_text(encoding="utf-8")
    for script in set(re.findall(r"run: (packaging/[\w/]+)", workflow)):
        assert os.access(HERE / script, os.X_OK), script
    words = set(workflow.split())
    assert {library.debian for library in WINDOW + X11 + SOUND} <= words
    prepare = (PACKAGING / "prepare.py").read_text(encoding="utf-8")
    tools = re.findall(r'Library\("\w+", "([\w-]+)"', prepare)
    assert tools
    assert set(tools) <= words
    asked = (HERE / ".ci/run").read_text(encoding="utf-8")
    machine = re.search(r"wanted=\((.+?)\)", asked, re.DOTALL)
    assert machine
    assert set(machine[1].split()) - {"python3", "python3-venv", "git", "ca-certificates"} <= words


@pytest.mark.skipif(not shutil.which("bash"), reason="the scripts need bash")
@pytest.mark.parametrize("script", ["macos/build", "appimage/build", "debian/build"])
def test_the_scripts_are_sound_bash(script: str) -> None:
    assert os.access(PACKAGING / script, os.X_OK)
    subprocess.run(["bash", "-n", PACKAGING / script], check=True)


@pytest.mark.parametrize("recipe", [WINDOWS, PACKAGING / "macos/Info.plist", WORKFLOW])
def test_what_was_never_tried_says_so(recipe: Path) -> None:
    assert re.search(r"NOT YET BUILT OR TRIED|NEVER RUN", recipe.read_text(encoding="utf-8"))
