"""Which flows fit, in which order they stand, and that no two look alike."""

from dataclasses import replace

import pytest

from longstride.core.flow.flow import LONGEST_LINE
from longstride.ui.flows.fitting import (
    Has,
    Order,
    all_gear,
    fits,
    in_order,
    matched_drill,
    pictures,
)
from longstride.ui.flows.tile_words import fitting_gear
from ui import page_samples as samples
from ui.see_catalogue import FIGURES
from ui.see_flows import owned, shipped

CARD = replace(samples.cards()[0], length=330_000, equipment=("wall", "chair"))


@pytest.mark.parametrize(
    ("has", "fit"),
    [
        (Has(), True),
        (Has(5), False),
        (Has(10), True),
        (Has(10, frozenset({"ball"})), True),
        (Has(10, frozenset({"ball", "chair"})), False),
    ],
)
def test_a_flow_fits_as_it_is_and_with_all_it_needs(has: Has, fit: bool) -> None:
    assert fits(CARD, has) is fit


@pytest.mark.parametrize(
    ("length", "minutes"), [(1, 1), (309_000, 5), (331_000, 6), (29 * 60_000, 29)]
)
def test_minutes_are_the_nearest(length: int, minutes: int) -> None:
    assert replace(CARD, length=length).minutes == minutes


def test_gear_is_asked_for_by_how_usual_it_is() -> None:
    other = replace(CARD, equipment=("wall", "band"))
    assert all_gear((CARD, other)) == ("wall", "band", "chair")
    assert all_gear(()) == ()


def test_own_flows_stand_first_then_the_most_used_then_the_shortest() -> None:
    a, b, c, d = samples.cards()[:4]
    b, c = replace(b, times=3, length=9), replace(c, file="c.toml", length=99)
    a, d = replace(a, length=7), replace(d, length=8)
    cards = (a, b, c, d)
    assert in_order(cards, Order.USED) == (c, b, a, d)
    assert in_order(cards, Order.SHORT) == (c, a, d, b)
    assert [card.title for card in in_order(cards, Order.NAME)][1:] == sorted(
        card.title for card in (a, b, d)
    )


@pytest.mark.parametrize(
    ("words", "drill"),
    [
        ("", ""),
        ("base", ""),
        ("couch", "Couch stretch"),
        ("hip circle", "Standing hip circle"),
        ("half flexor", "Half-kneeling hip-flexor stretch"),
        ("base couch", ""),
    ],
)
def test_the_drill_that_a_search_means_is_named(words: str, drill: str) -> None:
    assert matched_drill(samples.cards()[0], words) == drill


def test_no_two_flows_that_ship_share_a_figure() -> None:
    chosen = pictures(shipped(), FIGURES)
    assert set(chosen) == {card.id for card in shipped()}
    assert None not in chosen.values()
    looks = [figure.drill for figure in chosen.values() if figure]
    assert len(set(looks)) == len(looks)
    with_own = pictures(owned(), FIGURES)
    assert {name: with_own[name] for name in chosen} == chosen, "own ones change none of them"
    assert len({figure.drill for figure in with_own.values() if figure}) == len(with_own)


def test_a_flow_whose_drills_are_all_taken_still_has_a_figure() -> None:
    card = next(card for card in shipped() if card.id == "unlock-the-desk")
    copies = [replace(card, id=f"copy-{n}", file="x.toml") for n in range(3)]
    chosen = pictures((card, *copies), FIGURES)
    assert None not in chosen.values()
    assert pictures((card,), {}) == {card.id: None}


def test_the_line_is_a_flows_own_or_how_what_it_is_for_begins() -> None:
    def line(**changes: object) -> str:
        return samples.card(samples.flow("Any", (0,), **changes)).line

    assert line(line="Hips awake", purpose="Anything.") == "Hips awake"
    assert line(purpose="For the hips. And more of it.") == "For the hips"
    assert line(purpose="Gives the hips their length back, slowly.") == (
        "Gives the hips their length back…"
    )
    assert line(purpose="") == ""
    assert len(line(purpose="x" * 80)) == LONGEST_LINE


def test_gear_stands_as_far_as_there_is_room() -> None:
    gear = ("wall", "chair", "step")
    told = {room: fitting_gear(gear, room, len) for room in (99, 14, 7, 2, 1)}
    assert told == {99: "wall, chair, step", 14: "wall, chair +1", 7: "wall +2", 2: "+3", 1: ""}
    assert fitting_gear((), 99, len) == ""
