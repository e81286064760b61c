"""A session's day, once edited, is its day everywhere in the window."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from longstride.ui.records.edit_session_dialog import EditSessionDialog
from ui import page_samples as samples
from ui.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")

Build = Callable[..., House]
DAY = date(2025, 12, 3)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_text_order_details_and_filters_take_the_new_day(build: Build) -> None:
    house = build()
    for session in samples.sessions(4):
        house.engine.records.journal.begin(session)
    house.open().window.show_page("review")
    listed = house.window.page("review").sessions
    table = listed.table.model()
    house.qtbot.waitUntil(lambda: table.rowCount() == 4)
    house.press("Edit")
    house.shown(EditSessionDialog).day.show_day(DAY)
    house.press("Save")
    house.qtbot.waitUntil(lambda: table.index(3, 0).data() == "Wed 3 Dec 2025")
    moved = table.session(3)
    assert moved.id == samples.sessions(1)[0].id
    assert table.index(0, 0).data().startswith("Wed 18 Nov ")
    assert listed.details.session == moved  # it stays open, wherever it went
    house.reads("Wed 3 Dec 2025 · ")
    listed.narrow(DAY)
    house.qtbot.waitUntil(lambda: table.rowCount() == 1)
    assert table.session(0) == moved
    listed.narrow(samples.FRIDAY)
    house.qtbot.waitUntil(lambda: table.rowCount() == 0)
    house.window.show_page("today")
    house.reads("Wed 18 Nov ")
    assert not any("20 Nov" in text for text in texts(house.window))
