import os
import stat
from pathlib import Path

import pytest

from longstride.core.errors import SettingsError
from longstride.paths import DATA_DIR, find_paths, find_shipped, make_folders


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_data_dir_moves_everything_of_the_athletes(tmp_path: Path) -> None:
    paths = find_paths(tmp_path, {})
    for place in (*paths.folders, paths.settings_file, paths.journal, paths.log):
        assert place.is_relative_to(tmp_path)


def test_the_option_wins_over_the_environment(tmp_path: Path) -> None:
    environ = {DATA_DIR: str(tmp_path / "environment")}
    assert find_paths(None, environ).data == tmp_path / "environment" / "data"
    assert find_paths(tmp_path / "option", environ).data == tmp_path / "option" / "data"


def test_an_empty_variable_means_the_usual_folders() -> None:
    usual = find_paths(None, {})
    assert find_paths(None, {DATA_DIR: ""}) == usual
    assert "longstride" in str(usual.data).lower()


def test_a_relative_data_dir_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_paths(Path("here"), {}).data == tmp_path / "here" / "data"


def test_finding_makes_nothing(tmp_path: Path) -> None:
    find_paths(tmp_path / "new", {})
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps folders private by other means")
def test_folders_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "deep" / "down", {})
    make_folders(paths)
    make_folders(paths)
    assert [mode(folder) for folder in paths.folders] == [0o700] * len(paths.folders)
    assert mode(tmp_path / "deep") == 0o700


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_folder_that_stands_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o755)
    (tmp_path / "data").chmod(0o755)
    make_folders(find_paths(tmp_path, {}))
    assert mode(tmp_path / "data") == 0o755


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("a file")
    with pytest.raises(SettingsError) as caught:
        make_folders(find_paths(tmp_path, {}))
    assert str(in_the_way) in str(caught.value)
    assert "--data-dir" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_many_folders_that_cannot_be_made_name_one_place(tmp_path: Path) -> None:
    paths = find_paths(tmp_path / "own" / "deep", {})
    (tmp_path / "own").write_text("a file")
    with pytest.raises(SettingsError) as caught:
        make_folders(paths)
    assert str(caught.value).count(str(tmp_path)) == 1


def test_assets_and_resources_ship_with_the_program(tmp_path: Path) -> None:
    paths = find_paths(tmp_path, {})
    assert (paths.assets / "drills").is_dir()
    assert (paths.resources / "icons/hicolor/scalable/apps/longstride.svg").is_file()


def test_the_first_shipped_place_that_exists_is_taken(tmp_path: Path) -> None:
    wheel, checkout = tmp_path / "wheel", tmp_path / "checkout"
    checkout.mkdir()
    assert find_shipped("assets", (wheel, checkout)) == checkout
    wheel.mkdir()
    assert find_shipped("assets", (wheel, checkout)) == wheel


def test_a_frozen_program_looks_in_its_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bundled").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert find_shipped("bundled") == tmp_path / "bundled"


def test_missing_program_files_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="install Longstride again"):
        find_shipped("assets", (tmp_path / "nowhere",))
