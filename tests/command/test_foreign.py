"""What others wrote on the command line: titles, names and the places of files."""

from pathlib import Path

import pytest

from journal.journal_samples import a_session
from longstride.command import verbs
from longstride.command.main import main
from longstride.journal.journal import Journal
from longstride.paths import find_paths
from ui.house import NOW

Said = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "own"))
    return tmp_path / "own"


@pytest.mark.parametrize("name", ["nothing\x1b[2J\nOK", "\udcff\u202e.toml"])
def test_a_name_forges_no_line(name: str, capsys: Said) -> None:
    assert main(["show", name]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert said.removesuffix("\n").isprintable()


def test_a_title_clears_no_screen_and_forges_no_line(own_data: Path, capsys: Said) -> None:
    assert main(["list"]) == 0
    journal = Journal(find_paths(own_data, {}).journal, lambda: NOW)
    journal.begin(a_session(title="Wind\n\x1b[2Jdown\x9b\u202e"))
    journal.dispose()
    capsys.readouterr()
    assert main(["history"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert r"Wind\n\x1b[2Jdown\x9b\u202e" in line
    assert main(["history", "--json"]) == 0
    assert capsys.readouterr().out.isascii()


@pytest.mark.parametrize("verb", ["export --json {}", "draw glute-bridge -o {}.svg"])
def test_a_file_takes_the_place_of_a_link(verb: str, tmp_path: Path, capsys: Said) -> None:
    kept, file = tmp_path / "kept", tmp_path / "new"
    kept.write_text("kept")
    link = tmp_path / ("new.svg" if "svg" in verb else "new")
    link.symlink_to(kept)
    assert main(verb.format(file).split()) == 0
    assert kept.read_text() == "kept"
    assert not link.is_symlink()


def test_render_finds_out_before_it_renders(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "_prepared", lambda *_: pytest.fail("it renders"))
    for name in (f"{'n' * 256}.wav", "nowhere/flow.wav"):
        assert main(["render", "post-run-five", "-o", str(tmp_path / name)]) == 2
        assert "cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
