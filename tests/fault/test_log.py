"""The log says what went wrong, and nothing of what the athlete wrote, felt or was told."""

import logging
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from longstride.core.errors import JournalError
from longstride.journal.journal import Journal
from longstride.log import LateFile, start_log
from longstride.log.file import OLD, SIZE
from longstride.paths import Paths
from longstride.sound.state import SoundState
from longstride.ui.player.finish import Finish
from longstride.ui.shell.bug_dialog import BugDialog
from ui import page_samples as samples
from ui.house import NOW, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]

SECRETS = ("bunion", "groin", "Klaviersonate")
log = logging.getLogger("longstride")


@pytest.fixture
def noted(paths: Paths) -> Iterator[Path]:
    """A log that has been started, as the program starts it."""
    start_log(paths.log)
    yield paths.log
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    log.propagate = True


def blunder(note: str) -> None:
    """Make the mistake of an error that quotes what somebody wrote."""
    try:
        _ = {}[note]
    except KeyError as error:
        raise ValueError(f"no such thing as {note}") from error


def test_a_session_leaves_nothing_of_the_athlete_in_the_log(
    house: House, noted: Path, tmp_path: Path
) -> None:
    house.start(stiffness=6)
    said = {cue.text for cue in house.run.player.timeline.cues if len(cue.text) > 3}
    house.speaker.be(SoundState.NO_DEVICE)
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    dialog = house.shown(Finish)
    dialog.stiffness.choose(2)
    dialog.something_hurt.click()
    dialog.pains[2].click()
    dialog.where.setText("left groin")
    dialog.note.setPlainText("My bunion hummed the Klaviersonate")
    house.press("Done")
    house.wait_for_tasks()
    after = house.engine.records.journal.sessions()[0].after
    assert after is not None
    assert "bunion" in after.note
    try:
        blunder(after.note)
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]
    house.qtbot.waitUntil(lambda: house.shown(BugDialog) is not None)
    assert "bunion" in house.shown(BugDialog).report.toPlainText()  # what is shown may quote it
    (tmp_path / "odd.json").write_text('{"format": "Klaviersonate"}')
    with pytest.raises(JournalError):
        house.engine.records.journal.import_json(tmp_path / "odd.json")
    text = noted.read_text()
    assert "Longstride 0." in text
    assert "in blunder" in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert "sound: NO_DEVICE" in text
    assert not [secret for secret in (*SECRETS, *said) if secret in text]


def test_a_refusal_that_quotes_a_note_is_noted_without_it(paths: Paths, noted: Path) -> None:
    journal = Journal(paths.journal, lambda: NOW)
    (session,) = samples.sessions(1)
    journal.begin(session)
    with closing(sqlite3.connect(paths.journal)) as connection:
        quoting = "SELECT raise(ABORT, 'my Klaviersonate')"
        connection.execute(f"CREATE TRIGGER quote BEFORE UPDATE ON session BEGIN {quoting}; END")
        connection.commit()
    with pytest.raises(JournalError, match="Klaviersonate"):
        journal.close(session.id, NOW)
    journal.dispose()
    assert "the journal: SQLITE_CONSTRAINT_TRIGGER" in noted.read_text()
    assert "Klaviersonate" not in noted.read_text()


def test_the_log_stays_small_and_its_owners_alone(noted: Path) -> None:
    before = os.umask(0)
    try:
        for _ in range(4 * (OLD + 1)):
            log.info("x" * (SIZE // 3))
    finally:
        os.umask(before)
    files = sorted(noted.parent.iterdir())
    assert [file.name for file in files] == [noted.name, f"{noted.name}.1", f"{noted.name}.2"]
    assert all(file.stat().st_size <= SIZE for file in files)
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


@pytest.mark.parametrize("way", ["no folder", "a folder in its place"])
def test_a_log_that_cannot_be_written_is_no_obstacle(
    tmp_path: Path, way: str, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "nowhere" / "log"
    if way != "no folder":
        place.mkdir(parents=True)
    unwritten = LateFile(place)
    unwritten.handle(log.makeRecord("longstride", logging.ERROR, "", 0, "a bug", (), None))
    unwritten.close()
    assert capfd.readouterr().err == ""


def test_a_bug_on_the_command_line_is_a_sentence_and_exit_code_70(tmp_path: Path) -> None:
    program = (
        "import sys, longstride.command.main as cli, longstride.command.verbs as verbs\n"
        "def broken(engine, options): raise ValueError('my Klaviersonate')\n"
        "verbs.list_flows = broken\n"
        "sys.exit(cli.main())"
    )
    done = subprocess.run(
        (sys.executable, "-c", program, "--data-dir", str(tmp_path), "list"),
        capture_output=True,
        text=True,
        check=False,
    )
    place = tmp_path / "state" / "longstride.log"
    assert done.returncode == 70
    assert len(done.stderr.splitlines()) == 1
    assert str(place) in done.stderr
    assert "Klaviersonate" not in done.stderr + place.read_text()
    assert "in broken" in place.read_text()
