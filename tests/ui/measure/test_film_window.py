"""Real clips opened, measured and kept in the whole window, over a real journal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from film.clips import draw, steady
from film.mannequin import Runner
from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind
from longstride.ui.intentions.measure import LeadToFilm, OpenFilm
from longstride.ui.intentions.window import OpenFlow
from longstride.ui.measure.film_file import qimage
from longstride.ui.measure.film_view import FilmView
from longstride.ui.measure.page import MeasurePage
from longstride.ui.records.measure_dialog import MeasureDialog
from longstride.ui.review.report_dialog import ReportDialog
from longstride.ui.shown.film import Use
from ui import film_pictures as pictures
from ui.house import House

Build = Callable[..., House]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw(tmp_path_factory.mktemp("film") / "strides.mp4", steady(48, 240))


@pytest.fixture
def film(house: House, clip: Path, monkeypatch: pytest.MonkeyPatch) -> FilmView:
    """The window with a clip open in it, and no model."""
    monkeypatch.setattr("longstride.film.pose.is_here", lambda _: False)
    house.application.want(OpenFilm(Use.STRIDE, clip))
    view = view_of(house)
    house.qtbot.waitUntil(lambda: view.measuring is not None and not view.waits)
    return view


def view_of(house: House) -> FilmView:
    page = house.window.page("measure")
    assert isinstance(page, MeasurePage)
    return page.film


def kept(house: House) -> list[tuple[MeasureKind, float]]:
    return [(each.kind, each.value) for each in house.engine.records.journal.measurements()]


def test_a_clip_is_stepped_measured_kept_and_that_is_taken_back(
    house: House, film: FilmView
) -> None:
    film.parts.bar.next.click()
    house.qtbot.waitUntil(lambda: film.measuring.frame == 1)
    film.change(film.measuring.put_all(pictures.points(18)))
    assert film.parts.number.number.text().endswith("°")
    house.press(film.parts.number.save.text())
    house.qtbot.waitUntil(lambda: len(kept(house)) == 2)
    house.qtbot.waitUntil(lambda: film.measuring.turn == 2)
    (still,) = house.engine.records.journal.stills()
    assert (still.source, still.moment, still.filmed_fps) == ("strides.mp4", 4167, 240)
    file = house.engine.records.pictures.file(still.id)
    assert file.stat().st_mode & 0o777 == 0o600
    assert b"Exif" not in file.read_bytes()
    house.press("Undo")
    house.qtbot.waitUntil(lambda: kept(house) == [])
    house.qtbot.waitUntil(lambda: film.measuring.turn == 1)


def test_a_still_is_listed_compared_deleted_and_had_back(house: House, film: FilmView) -> None:
    film.change(film.measuring.put_all(pictures.points(18)))
    house.press(film.parts.number.save.text())
    page = house.window.page("measure")
    house.qtbot.waitUntil(lambda: len(page.stills.shown) == 1)
    page.open_compare()
    (angle, _), (still,) = kept(house), page.stills.shown
    assert page.compare.verdict.word == "Unchanged within error"
    house.qtbot.waitUntil(lambda: page.compare.panes[0].stage.image.width() == 160)
    house.press("Back to film")
    house.press("Back to measure")
    house.press(f"Delete {still.title}, 22 Nov 2026")
    house.qtbot.waitUntil(lambda: page.stills.shown == ())
    assert kept(house) == []
    house.press("Undo")
    house.qtbot.waitUntil(lambda: [each.title for each in page.stills.shown] == [still.title])
    assert kept(house)[0] == angle


def test_a_still_goes_into_the_report_where_it_is_ticked(
    house: House, film: FilmView, tmp_path: Path
) -> None:
    film.change(film.measuring.put_all(pictures.points(18)))
    house.press(film.parts.number.save.text())
    house.qtbot.waitUntil(lambda: house.window.page("measure").stills.shown != ())
    house.window.show_page("review")
    for number, ticked in enumerate((False, True)):
        house.press("Report as PDF")
        house.qtbot.waitUntil(lambda: house.shown(ReportDialog) is not None)
        (switch,) = house.shown(ReportDialog).switches
        switch.setChecked(ticked)
        house.press("Choose where to save it")
        save_as(house, tmp_path / f"{number}.pdf")
        written = (tmp_path / f"{number}.pdf").read_bytes()
        assert (b"/Subtype /Image" in written) is ticked


def save_as(house: House, path: Path) -> None:
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) != [])
    dialog = house.window.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    house.qtbot.waitUntil(lambda: house.window.findChildren(QFileDialog) == [])


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("picture") / "runner.png"
    qimage(Runner(near_thigh=18, faces=Side.RIGHT).drawn(640, 360)).save(str(file))
    return file


def test_points_are_suggested_on_a_picture_and_taken(house: House, runner: Path) -> None:
    house.application.want(OpenFilm(Use.STRIDE, runner))
    view = view_of(house)
    house.qtbot.waitUntil(lambda: view.measuring is not None and not view.waits)
    house.press("Place the level line")
    house.press("Suggest the points")
    house.qtbot.waitUntil(view.parts.number.guess.isEnabled, timeout=60_000)
    house.press("Take them as they are")
    assert view.measuring.placed.by_hand
    assert view.measuring.angle_deg == pytest.approx(18, abs=12)


def test_a_frame_with_nobody_on_it_says_so(house: House, clip: Path) -> None:
    house.application.want(OpenFilm(Use.STRIDE, clip))
    view = view_of(house)
    house.qtbot.waitUntil(lambda: view.measuring is not None and not view.waits)
    house.press("Suggest the points")
    house.qtbot.waitUntil(view.parts.number.guess.isEnabled, timeout=60_000)
    house.reads("Nobody is seen clearly enough")
    house.press("Find the furthest back")
    house.press("Cancel")
    assert house.has_button("Find the furthest back")


def test_a_cadence_is_counted_from_two_footfalls(house: House, film: FilmView) -> None:
    box = film.parts.cadence
    box.first.click()
    film.go_to(40)
    house.qtbot.waitUntil(lambda: film.measuring.frame == 40)
    box.last.click()
    box.steps.setText("2")
    assert not box.save.isEnabled()  # 720 a minute is no run
    box.steps.setText("1")
    assert not box.save.isEnabled()
    film.parts.filmed.setCurrentIndex(1)
    film.parts.filmed.activated.emit(1)
    assert film.measuring.filmed_fps == 480


def drop(house: House, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    QApplication.sendEvent(house.window, QDragEnterEvent(QPoint(300, 300), *how))
    QApplication.sendEvent(house.window, QDropEvent(QPointF(300, 300), *how))


def test_a_clip_that_is_dropped_is_opened_with_how_to_measure(
    house: House, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longstride.film.pose.is_here", lambda _: False)
    drop(house, clip)
    house.reads("strides.mp4")
    house.reads("Click one end of something level")
    view = view_of(house)
    house.qtbot.waitUntil(lambda: view.measuring is not None and not view.waits)
    assert view.parts.number.place.hasFocus()
    house.key(Qt.Key.Key_Right)
    house.qtbot.waitUntil(lambda: view.measuring.frame == 1)


def test_a_clip_that_is_dropped_on_a_flow_waits_for_its_end(
    house: House, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longstride.film.pose.is_here", lambda _: False)
    house.start()
    drop(house, clip)
    assert house.leading
    end(house)
    house.reads("strides.mp4")


def test_what_cannot_be_read_says_so_on_the_page(house: House, tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "noise.mov").write_bytes(bytes(range(256)) * 40)
    for name in ("empty.mp4", "noise.mov", "gone.mp4"):
        house.application.want(OpenFilm(Use.STRIDE, tmp_path / name))
        house.reads(f"{name} cannot be read")
    assert house.window.notices == ()


def test_without_what_reads_film_the_page_says_how_to_get_it(
    house: House, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longstride.film.reel.is_here", lambda: False)
    house.window.show_page("measure")
    house.reads("pip install av")
    house.application.want(OpenFilm(Use.STRIDE, clip))
    house.reads("pip install av")


def test_the_way_to_film_is_shown_before_the_first_clip(house: House) -> None:
    house.application.want(LeadToFilm(Use.STRIDE))
    house.reads("Filming a stride worth measuring")
    house.reads("Nothing leaves this machine.")
    house.press("Back to measure")
    house.reads("See your stride")


def test_a_flow_that_asks_to_be_filmed_says_how_and_leads_to_the_film(build: Build) -> None:
    house = build(fresh=True).open()
    house.application.want(OpenFlow("acceleration-drills"))
    house.press("How to film it")
    house.reads("Filming a stride worth measuring")
    end(house.start("acceleration-drills"))
    house.reads("Filming a stride worth measuring")
    house.press("Back to measure")
    end(house.start("range-check"))
    house.qtbot.waitUntil(lambda: house.shown(MeasureDialog) is not None)
    house.press("Done")
    house.press("Thomas test by picture")
    house.reads("Filming the Thomas test")


def end(house: House) -> None:
    """End what is led, and wait for Measure."""
    house.key(Qt.Key.Key_Escape)
    house.press("End here")
    house.press("Done")
    house.qtbot.waitUntil(lambda: house.window.current_page == "measure")


def test_a_picture_that_cannot_be_written_keeps_nothing_and_says_so(
    house: House, film: FilmView
) -> None:
    house.engine.records.pictures.folder.write_text("a file where the pictures go")
    film.change(film.measuring.put_all(pictures.points(18)))
    house.press(film.parts.number.save.text())
    house.qtbot.waitUntil(lambda: house.window.notices != ())
    assert "for pictures cannot be made" in house.window.notices[0]
    assert kept(house) == []
    assert film.measuring.angle_deg is not None
