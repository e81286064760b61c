"""A flow that was skipped through: it ends, and nobody calls that well done."""

import pytest
from PySide6.QtCore import Qt

from longstride.ui.player.words import DONE, OVER
from longstride.ui.widgets.fit_text import FitText
from ui.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def read(house: House) -> set[str]:
    return {words.text() for words in house.page.findChildren(FitText) if words.isVisible()}


def test_what_was_skipped_through_is_not_well_done(house: House) -> None:
    house.start()
    while house.run.player.moment.span.phase != "close":
        house.key(Qt.Key.Key_Right)
    assert OVER in read(house)
    assert DONE not in read(house)
    house.hear_to_the_end()
    assert OVER in read(house)
    (session,) = house.engine.records.journal.sessions()
    assert session.ended, "it is kept"
    assert not session.counts


def test_what_was_done_is_well_done(house: House) -> None:
    house.start()
    house.hear_to_the_end()
    assert DONE in read(house)


def test_what_was_done_before_an_interruption_counts_too(house: House) -> None:
    house.start()
    house.hear_until(house.run.player.timeline.step_starts[1] + 50)
    house.key(Qt.Key.Key_Right)
    assert DONE in read(house)
