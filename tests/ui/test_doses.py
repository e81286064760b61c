"""A dose that was taken, in the whole window."""

from uuid import uuid4

import pytest

from longstride.core.history.growth import proposals
from longstride.core.history.memory import take
from longstride.ui.intentions.records import ReadAgain
from ui.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_dose_that_was_taken_is_shown_fitted_anew_and_led(house: House) -> None:
    engine, name = house.engine, "hip-extension-base"
    authored = engine.library.flows[name]
    proposal = next(proposals(authored, authored, engine.library.catalogue))
    showing, card = house.application.showing, house.window.page("today").next_flow
    card.minutes.chips[6].click()
    house.qtbot.waitUntil(lambda: bool(showing.shown.shorter))
    before = showing.shown.shorter
    engine.records.journal.change_doses([take(proposal, uuid4(), engine.now())])
    house.application.want(ReadAgain())
    house.qtbot.waitUntil(lambda: proposal.flow in showing.shown.flows)
    house.qtbot.waitUntil(lambda: bool(showing.shown.shorter))
    assert showing.shown.shorter is not before
    assert card.minutes.minutes == 6
    assert card.minutes.told.endswith("Both sides stay equal.")
    house.wait_for_tasks()
    house.start(name)
    doses = [step.dose for step in house.coach.flow.steps]
    assert doses == [step.dose for step in proposal.flow.steps]
