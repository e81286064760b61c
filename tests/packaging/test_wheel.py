"""The wheel carries the whole program: code, assets and resources."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parents[2]
OFFLINE = ("error sending request", "dns error", "Temporary failure in name resolution")


def build_command(out: Path) -> list[str]:
    """Return how to build here: with the uv that runs us, one on the path, or pip."""
    if uv := os.environ.get("UV") or shutil.which("uv"):
        return [uv, "build", "--wheel", "--quiet", "--out-dir", str(out)]
    if importlib.util.find_spec("pip") is None:
        pytest.skip("neither uv nor pip is here to build with")
    return [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(out), "."]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    out = tmp_path_factory.mktemp("wheel")
    run = subprocess.run(build_command(out), cwd=HERE, capture_output=True, text=True, check=False)
    if run.returncode and any(sign in run.stderr for sign in OFFLINE):
        pytest.skip("this machine is offline, and building a wheel fetches hatchling")
    assert run.returncode == 0, run.stderr
    return zipfile.ZipFile(next(out.glob("longstride-*.whl")))


def files_of(folder: Path) -> set[str]:
    """Return the files of a folder, by their path inside it."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("app/longstride", "longstride/"),
        ("assets", "longstride/_assets/"),
        ("resources", "longstride/_resources/"),
    ],
)
def test_everything_travels(wheel: zipfile.ZipFile, folder: str, inside: str) -> None:
    names = {name.removeprefix(inside) for name in wheel.namelist() if name.startswith(inside)}
    assert files_of(HERE / folder) <= names
    assert files_of(HERE / folder)


def test_nothing_else_travels(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0].split("-")[0] for name in wheel.namelist()}
    assert tops == {"longstride"}
    assert not [name for name in wheel.namelist() if name.endswith(".pyc")]


def test_the_command_is_named(wheel: zipfile.ZipFile) -> None:
    (points,) = (name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    assert "longstride = longstride.command.main:main" in wheel.read(points).decode()


def test_an_installed_program_finds_what_came_with_it(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path)
    asks = (
        "from longstride.paths import find_paths\n"
        "paths = find_paths(None, {})\n"
        "print(paths.assets, paths.resources, sep='\\n')\n"
    )
    environ = os.environ | {"PYTHONPATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", asks], env=environ, capture_output=True, text=True, check=True
    )
    top = tmp_path.resolve() / "longstride"
    assert run.stdout.splitlines() == [str(top / "_assets"), str(top / "_resources")]
