"""What hurts, on Today: each place that is left alone, and the answer that it is better."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from longstride.core.flow.body import BodyPlace, places_named
from longstride.core.history.session import AfterRating, Pain, PainKind
from longstride.ui.intentions.records import SayBetter
from longstride.ui.today.page import TodayPage
from ui import page_samples as samples
from ui import rest_samples
from ui.today.test_page import page, press, texts

__all__ = ["page"]  # the fixture

# Only the offscreen screen says this, of any window that has a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_what_hurts_is_better_when_the_athlete_says_so(page: TodayPage, qtbot: QtBot) -> None:
    page.show_today(rest_samples.resting())
    (said,) = (text for text in texts(page) if "hurt sharply" in text)
    assert said.startswith("The front of the hip hurt sharply on 20 Nov.")
    with qtbot.waitSignal(page.wants) as asked:
        press(page, "It is better")
    assert asked.args == [SayBetter(frozenset({BodyPlace.HIP_FRONT}), "the front of the hip")]
    page.show_today(samples.today(samples.sessions(4)[1:]))
    assert "LEFT ALONE" not in texts(page)


@pytest.mark.parametrize(
    ("where", "names"),
    [
        ("hip", ["the hip"]),
        ("left knee", ["the knee"]),
        ("hip and knee", ["the hip", "the knee"]),
        ("front of the hip, groin", ["the front of the hip", "the groin"]),
        ("", [""]),
    ],
)
def test_each_place_that_hurts_has_its_row(where: str, names: list[str]) -> None:
    newest, *older = samples.sessions(3)
    sharp = replace(newest, after=AfterRating(pain=Pain(PainKind.SHARP, where)))
    hurts = samples.today((sharp, *older)).hurts
    assert [hurt.name for hurt in hurts] == names
    assert {place for hurt in hurts for place in hurt.places} == places_named(where)
    assert {hurt.day for hurt in hurts} == {newest.day}
    tomorrow = replace(sharp, day=samples.FRIDAY + timedelta(days=1))
    assert samples.today((tomorrow, *older)).hurts == ()
