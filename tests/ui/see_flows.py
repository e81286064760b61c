"""The page Flows, and one flow opened, in every state."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import fakes
from longstride.content import load_flows
from longstride.core.flow.talk import Talk
from longstride.core.timeline.compiler import compile_flow
from longstride.ui.flows.page import FlowsPage
from longstride.ui.shown.cards import FlowCard, flow_card
from ui import page_samples as samples
from ui import see_doses
from ui.see_catalogue import ASSETS, CATALOGUE, FIGURES
from ui.see_samples import MISTAKES
from ui.shorter_samples import fits

_SEEN = (
    "band-and-step",
    "deep-hips",
    "eccentric-hips",
    "hip-flexor-release",
    "post-run-five",
    "range-check",
    "sprint-blast",
    "unlock-the-desk",
    "wind-down",
)
MISSING = ("ball", "band", "bench", "stair", "table", "tape measure")


@cache
def shipped() -> tuple[FlowCard, ...]:
    """Return the cards of all flows that ship, as somebody has them who knows no drill."""
    flows = load_flows(ASSETS / "flows", CATALOGUE)[0].values()
    return tuple(flow_card(each, compile_flow(each, {}, fakes.FULL)) for each in flows)


def owned() -> tuple[FlowCard, ...]:
    """Return those, three flows of the athlete's own, and a favourite."""
    cards = {card.id: card for card in shipped()}
    own = (
        ("single-leg-control", "Midweek hips", "Swings, then two slow lowerings"),
        ("post-run-five", "Gran’s kitchen", "Standing, a hand on the worktop"),
        ("mobility-a", "Long Sunday", "Mobility A, slower"),
    )
    made = [
        replace(
            cards[name],
            id=f"own-{name}",
            title=title,
            line=line,
            file=f"/home/anna/{name}.toml",
            last_done=samples.FRIDAY,
        )
        for name, title, line in own
    ]
    star = replace(cards.pop("wind-down"), starred=True)
    return (*cards.values(), star, *made)


def few(cards: tuple[FlowCard, ...]) -> tuple[FlowCard, ...]:
    """Return those of cards that are in sight at once: to go through all would take long."""
    return tuple(card for card in cards if card.id in _SEEN or card.is_own)


def states(page: FlowsPage) -> Iterator[str]:
    """Bring the page into one state after another; yield the name of each."""
    page.show_flows(few(shipped()))
    page.tiles[1].setFocus()
    yield "flows_without_figures"
    page.show_figures(FIGURES)
    yield "flows"
    page.show_flows(few(owned()))
    page.search.questions.show_missing(MISSING)
    page.search.changed.emit()
    yield "flows_own"
    page.search.words.setText("adductor")
    page.search.changed.emit()
    yield "flows_search"
    page.search.words.setText("no such thing")
    page.search.changed.emit()
    yield "flows_nothing"
    page.nothing.clear.click()
    page.search.questions.show_missing(())
    page.search.questions.times[5].click()
    yield "flows_five_minutes"
    page.search.clear()
    yield from _with_trouble(page)
    yield from _opened(page)


def _with_trouble(page: FlowsPage) -> Iterator[str]:
    cards, long = samples.cards(), samples.long_cards()
    mine = replace(long[0], id="mine", file="/home/anna/mine.toml", starred=True)
    page.show_flows((*cards[:2], *long, mine), MISTAKES)
    yield "flows_long_mistakes"
    page.show_flows((), MISTAKES)
    yield "flows_none"


def _opened(page: FlowsPage) -> Iterator[str]:
    cards, long = samples.cards(), samples.long_cards()
    mine = replace(cards[3], file="/home/anna/wind-down.toml", last_done=samples.FRIDAY)
    page.show_flows((*cards[:3], mine, cards[4], *long))
    page.open_card(mine.id)
    yield "flow_detail_own"
    page.show_flows((*cards, *long))
    page.set_talk(Talk.EXPERIENCE)
    page.set_known([step.drill for step in cards[0].steps[:6]])
    page.open_card(cards[0].id)
    yield "flow_detail"
    page.detail.minutes.chips[6].click()
    page.detail.show_shorter({(cards[0].id, Talk.EXPERIENCE): fits(samples.base())})
    yield "flow_detail_six_minutes"
    yield from see_doses.on_a_flow(page)
    page.open_card(long[0].id)
    yield "flow_detail_long"
    page.detail.verticalScrollBar().setValue(10_000)
    yield "flow_detail_long_below"
