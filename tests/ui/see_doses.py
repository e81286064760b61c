"""The states of soreness and doses on Today and on a flow's page, one after another."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from longstride.ui.flows.page import FlowsPage
from longstride.ui.today.page import TodayPage
from ui import dose_samples as doses
from ui import page_samples as samples


def on_today(page: TodayPage) -> Iterator[str]:
    """Bring Today into one state after another; yield the name of each."""
    base, card, many = samples.base(), samples.cards()[:1], samples.sessions(9)[1:]
    yesterday = (replace(many[0], day=samples.FRIDAY - timedelta(days=1)), *many[1:])
    page.show_today(samples.today(yesterday, card, doses.MORNING))
    page.soreness.scale.setFocus()
    yield "today_sore"
    for name, dose, sore in (
        ("ready", doses.ready(base), {}),
        ("same_dose", doses.SORE, {samples.FRIDAY: 5}),
        ("lighter", doses.LIGHTER, {samples.FRIDAY: 8}),
        ("too_much", doses.too_much(base), {}),
    ):
        known = {base.id: dose}
        page.show_today(samples.today(yesterday, card, doses=known, soreness=sore))
        page.dose.counsel.ask_why.setChecked(name == "ready")
        yield f"today_{name}"
    page.show_today(samples.today(yesterday, card, soreness={samples.FRIDAY: 5}))
    page.dose.change_it.click()
    yield "today_sore_again"
    page.soreness.leave.click()


def on_a_flow(page: FlowsPage) -> Iterator[str]:
    """Bring the page of the base flow into one state after another; yield the name of each."""
    base, detail = samples.base(), page.detail
    page.open_card(base.id)
    detail.show_doses({base.id: doses.ready(base)}, doses.catalogue(base))
    yield "flow_detail_ready"
    detail.show_doses({base.id: doses.too_much(base)}, doses.catalogue(base))
    detail.dose.counsel.ask_why.click()
    detail.verticalScrollBar().setValue(10_000)
    yield "flow_detail_doses"
