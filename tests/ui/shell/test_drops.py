"""Files dragged onto the window: a hint while they hang over it, then the flow or a sentence."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from journal.journal_samples import a_session, a_step, noon
from longstride.journal.journal import Journal
from longstride.ui.intentions.window import OpenFiles
from longstride.ui.shell.drops import DROP_JOURNAL, sort_drop
from longstride.ui.widgets.drop_hint import DropHint
from ui.house import SHORT_FLOW, House
from ui.records.using_files import says

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
WRONG = sorted((Path(__file__).parents[2] / "journal" / "cases").iterdir())
PAGES = ("today", "plan", "flows", "drills", "measure", "review", "settings")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    file = tmp_path / "Club night.flow.toml"
    file.write_text(SHORT_FLOW.replace("Two steps", "Club night"))
    return file


def carried(files: Sequence[Path]) -> QMimeData:
    """Return what a file manager hands over."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def taker(house: House, place: QPoint) -> QWidget | None:
    """Return the widget that a drag at a place is offered to, as Qt finds it."""
    found = house.window.childAt(place)
    while found is not None and not found.acceptDrops():
        found = found.parentWidget()
    return found


def drag(house: House, *files: Path) -> QMimeData:
    mime = carried(files)
    event = QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(house.window, event)
    assert event.isAccepted()
    return mime


def drop(house: House, *files: Path) -> None:
    mime = drag(house, *files)
    event = QDropEvent(QPointF(300, 300), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(house.window, event)
    assert event.isAccepted()


def test_a_file_manager_that_would_rather_move_keeps_its_file(house: House, club: Path) -> None:
    mime, ways = carried((club,)), COPY | MOVE
    enter = QDragEnterEvent(QPoint(300, 300), ways, mime, LEFT, NONE)
    over = QDragMoveEvent(QPoint(310, 300), ways, mime, LEFT, NONE)
    dropped = QDropEvent(QPointF(310, 300), ways, mime, LEFT, NONE)
    for event in (enter, over, dropped):
        event.setDropAction(MOVE)
        QApplication.sendEvent(house.window, event)
        assert event.isAccepted()
        assert event.dropAction() is COPY


def hint(house: House) -> str:
    shown = house.shown(DropHint)
    return str(shown.text()) if shown else ""


def detail(house: House) -> str:
    if house.window.current_page != "flows":
        return ""
    return str(house.window.page("flows").detail.flow)


def test_a_dropped_flow_is_opened(house: House, club: Path) -> None:
    drag(house, club)
    assert "look at this flow" in hint(house)
    QApplication.sendEvent(house.window, QDragLeaveEvent())
    assert hint(house) == ""
    drop(house, club)
    assert hint(house) == ""
    house.qtbot.waitUntil(lambda: detail(house) == "club-night")


def test_something_else_is_refused_before_and_after(house: House, tmp_path: Path) -> None:
    photo = tmp_path / "run.psd"
    drag(house, photo)
    assert "is not a flow" in hint(house)
    drop(house, photo)
    assert "“run.psd” is not a flow" in house.window.notices[0]
    drop(house, tmp_path)
    assert "is a folder" in house.window.notices[0]
    assert len(house.window.notices) == 1
    house.press("Dismiss this notice")
    drop(house, tmp_path)
    assert len(house.window.notices) == 1


def test_text_is_nothing_to_drop(house: House) -> None:
    mime = QMimeData()
    mime.setText("a sentence")
    event = QDragEnterEvent(QPoint(300, 300), COPY, mime, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(house.window, event)
    assert not event.isAccepted()


@pytest.mark.parametrize("page", PAGES)
def test_it_may_be_dropped_anywhere_on_any_page(house: House, page: str) -> None:
    house.window.show_page(page)
    house.wait_for_tasks()
    window = house.window
    for across in range(0, window.width(), 40):
        for down in range(0, window.height(), 40):
            assert taker(house, QPoint(across, down)) is window
    assert not [line for line in window.findChildren(QLineEdit) if line.acceptDrops()]


def test_a_flow_that_is_led_goes_on(house: House, club: Path) -> None:
    house.start()
    drag(house, club)
    assert "after this flow" in hint(house)
    drop(house, club)
    assert house.playing
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    house.press("Done")
    house.qtbot.waitUntil(lambda: detail(house) == "club-night")


def test_an_exported_journal_is_taken_in(house: House, tmp_path: Path) -> None:
    file = tmp_path / "longstride.json"
    there = Journal(tmp_path / "there.sqlite", noon)
    there.add(a_session(steps=(a_step(0),)))
    there.export_json(file)
    there.dispose()
    drag(house, file)
    assert hint(house) == DROP_JOURNAL
    drop(house, file)
    says(house, "Taken in: 1 session.")
    assert house.engine.records.journal.count() == 1


@pytest.mark.parametrize("case", WRONG, ids=[case.stem for case in WRONG])
def test_a_wrong_export_is_told_with_its_place_and_nothing_is_taken(
    house: House, case: Path
) -> None:
    drop(house, case)
    says(house, "cannot be imported", "[", "nothing was changed")
    assert house.engine.records.journal.count() == 0


@pytest.mark.parametrize("name", ["pipe.json", "pipe.flow.toml"])
def test_a_pipe_is_refused_at_once(house: House, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    drop(house, tmp_path / name)
    says(house, "is a pipe or a device")


def test_of_two_journals_one_is_taken(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a.json", "B.JSON")]
    found = sort_drop([QUrl.fromLocalFile(str(file)) for file in files])
    assert found.journal == files[0]
    assert found.refusal == "“B.JSON” is another journal; drop one at a time."


def test_a_drop_is_sorted(tmp_path: Path, club: Path) -> None:
    urls = [QUrl.fromLocalFile(str(file)) for file in (club, tmp_path, tmp_path / "a.fit")]
    assert sort_drop(urls[:1]) == OpenFiles((str(club),))
    mixed = sort_drop(urls)
    assert mixed.flows == (str(club),)
    assert mixed.refusal.endswith("So it is with 1 more.")
    assert "this machine" in sort_drop([QUrl("https://example.org/a.flow.toml")]).refusal


@pytest.mark.parametrize(
    "name", ["x" * 300, "x/" * 5000, "\0", "\ud800", "\udcff", "%00%ff", "\x1b[2J\n", ""]
)
def test_a_name_that_no_file_can_have_is_refused_or_handed_on(name: str) -> None:
    urls = [QUrl.fromLocalFile(f"/{name}{end}") for end in ("", ".toml")]
    sorted_ = sort_drop([*urls, QUrl(), QUrl(f"file://elsewhere/{name}"), QUrl("data:,x")])
    assert len(sorted_.flows) <= 3
    assert sorted_.refusal
    assert len(sorted_.refusal) < 240
