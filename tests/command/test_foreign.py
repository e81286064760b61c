"""What others wrote on the command line: titles, names and the places of files."""

import os
import signal
from pathlib import Path

import pytest

from journal.journal_samples import a_session
from longstride.command.ending import Ended, Ending
from longstride.command.main import main
from longstride.journal.journal import Journal
from longstride.leading.exporting import PreparedFlow
from longstride.paths import find_paths
from ui.house import NOW

Said = pytest.CaptureFixture[str]


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
    monkeypatch.setattr(PreparedFlow, "prepare", lambda *_: pytest.fail("it renders"))
    for name in (f"{'n' * 256}.wav", "nowhere/flow.wav"):
        assert main(["render", "post-run-five", "-o", str(tmp_path / name)]) == 2
        assert "cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["own"]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("wish", [signal.SIGTERM, signal.SIGHUP])
def test_render_leaves_nothing_when_it_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: signal.Signals
) -> None:
    before = signal.getsignal(wish)
    monkeypatch.setattr(PreparedFlow, "prepare", lambda *_: os.kill(os.getpid(), wish))
    with pytest.raises(SystemExit) as end:
        main(["render", "post-run-five", "-o", str(tmp_path / "flow.wav")])
    assert end.value.code == 128 + wish
    assert [path.name for path in tmp_path.iterdir()] == ["own"]
    assert signal.getsignal(wish) is before


def test_what_has_to_be_whole_is_before_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt), Ending() as ending:
        with ending.held():
            signal.raise_signal(signal.SIGINT)
            done.append("whole")
        done.append("more")
    assert done == ["whole"]


def test_what_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    with Ending():
        signal.raise_signal(signal.SIGTERM)
    assert signal.signal(signal.SIGTERM, before) is signal.SIG_IGN


def test_a_second_wish_does_not_cut_the_end_short() -> None:
    with pytest.raises(Ended), Ending():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            signal.raise_signal(signal.SIGTERM)
