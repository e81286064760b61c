"""A fresh checkout is made ready, or one sentence says what is in the way."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parents[2]
SCRIPTS = [HERE / "packaging/run", HERE / "packaging/test", HERE / ".ci/run"]
bash_only = pytest.mark.skipif(not shutil.which("bash"), reason="the scripts need bash")


@pytest.fixture(scope="module")
def prepare(part: Callable[[str], ModuleType]) -> ModuleType:
    return part("prepare")


def program(folder: Path, name: str, says: str) -> Path:
    """Return a program that prints one line."""
    path = folder / name
    path.write_text(f"#!/bin/sh\necho '{says}'\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("arguments", "opens"),
    [
        ([], True),
        (["--data-dir", "/tmp/mine"], True),
        (["play", "hip-extension-base"], True),
        (["play", "hip-extension-base", "--no-window"], False),
        (["--data-dir", "/tmp/mine", "list"], False),
        (["render", "post-run-five", "-o", "five.flac"], False),
        (["--version"], False),
        (["--data-dir=/tmp/mine"], True),
        (["--data-dir", "/tmp/mine", "open", "club.flow.toml"], True),
        (["club.flow.toml"], True),
        (["dance"], False),
        (["--dance"], False),
        (["export", "--json", "all.json"], False),
    ],
)
def test_only_a_window_needs_a_display(
    prepare: ModuleType, arguments: list[str], opens: bool
) -> None:
    assert prepare.opens_window(arguments) is opens


def test_it_knows_every_command_that_opens_a_window(prepare: ModuleType) -> None:
    """A command that the program learns is one without a window, unless its help says so."""
    said = subprocess.run(
        [sys.executable, "-m", "longstride", "--help"], capture_output=True, text=True, check=True
    ).stdout
    commands = re.findall(r"(?m)^    (\w+) {2,}\S", said)
    assert {"list", "draw", "stats", "restore", *prepare.WINDOWED} <= set(commands)
    assert {each for each in commands if prepare.opens_window([each])} == prepare.WINDOWED


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("words", [["dance"], ["stats", "--dance"], ["--dance"]])
def test_what_is_not_understood_is_said_without_a_display(
    words: list[str], prepare: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert prepare.lacks_for("run", words) == prepare.Lacks()


@pytest.mark.parametrize(
    ("says", "version"),
    [("uv 0.9.11 (abc 2025-11-20)", (0, 9)), ("uv 1.2.3", (1, 2)), ("not found", ())],
)
def test_versions_of_uv(
    prepare: ModuleType, tmp_path: Path, says: str, version: tuple[int, ...]
) -> None:
    assert prepare.uv_version(str(program(tmp_path, "uv", says))) == version


def test_a_uv_that_does_not_run_has_no_version(prepare: ModuleType, tmp_path: Path) -> None:
    assert prepare.uv_version(str(tmp_path / "uv")) == ()


@pytest.mark.parametrize(("says", "used"), [("uv 0.9.11", True), ("uv 0.4.30", False)])
def test_the_machines_own_uv_is_used_unless_it_is_too_old(
    prepare: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, says: str, used: bool
) -> None:
    uv = program(tmp_path, "uv", says)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(prepare, "TOOLS", tmp_path / "tools")
    assert prepare.found_uv() == (uv if used else None)


@bash_only
@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_offers_a_flow_by_ear() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environ = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        ["bash", HERE / "packaging/run"], env=environ, capture_output=True, text=True, check=False
    )
    assert run.returncode == 2
    assert "packaging/run play hip-extension-base --no-window" in run.stderr
    assert not run.stdout


@bash_only
def test_without_python_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "dirname").symlink_to(shutil.which("dirname") or "")
    run = subprocess.run(
        [shutil.which("bash") or "", HERE / "packaging/run", "list"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "needs Python 3.11 or newer" in run.stderr


@bash_only
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: str(script.relative_to(HERE)))
def test_scripts_are_sound_bash(script: Path) -> None:
    assert os.access(script, os.X_OK)
    assert b"\r" not in script.read_bytes()
    subprocess.run(["bash", "-n", script], check=True)


def test_ci_and_readme_run_the_same_tests() -> None:
    assert "check packaging/test\n" in (HERE / ".ci/run").read_text(encoding="utf-8")
    assert "packaging/test\n" in (HERE / "README.md").read_text(encoding="utf-8")
