"""The end of a run in each of its states, for ``see_pages`` and for tests."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

import fakes
from longstride.content import load_catalogue, load_figures
from longstride.core.history.session import Pain, PainKind, Session
from longstride.ui.look.theme import Theme
from longstride.ui.player.finish import Finish
from longstride.ui.player.finish_words import finish_week, finished
from longstride.ui.shown.rest_figure import at_rest
from ui import page_samples as samples
from ui import plan_samples

ASSETS = Path(__file__).parents[2] / "assets"
FIGURES, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
FLOWS = plan_samples.flows()


def session(done: int = 9, each: int = 92, total: int = 9) -> Session:
    """Return a run of so many steps done, each with so many seconds of work."""
    steps = tuple(
        replace(samples._record(n, n < done), seconds=now, eccentric_seconds=now // 4)
        for n in range(total)
        for now in [each * (n < done)]
    )
    return replace(samples.sessions(1)[0], title="Mobility A", steps=steps, step_count=total)


def finish(
    theme: Theme,
    window: QWidget,
    made: Session | None = None,
    before: int | None = 6,
    farewell: str = "",
    pain: Pain | None = None,
    *,
    kept: bool = False,
    week: bool = True,
) -> Finish:
    """Return the end of a run, its week known."""
    starts = tuple(n * 90_000 + (n % 3) * 9_000 for n in range(9))
    what = finished(made or session(), kept=kept)
    steps = (starts, 840_000)
    page = Finish(theme, window, what, before, farewell, pain, at_rest(FIGURES), steps)
    if week:
        recent = samples.recent(samples.sessions(9), plan=plan_samples.now())
        page.show_week(finish_week(recent, FLOWS))
    return page


def finishes(theme: Theme, window: QWidget) -> Iterator[tuple[str, Finish]]:
    """Yield each state with its name."""
    yield "finish_asking", finish(theme, window)
    looser = finish(theme, window, farewell=fakes.PHRASES.welcome.back)
    looser.stiffness.choose(3)
    yield "finish_looser", looser
    stiffer = finish(theme, window)
    stiffer.stiffness.choose(10)
    stiffer.unfold.click()
    yield "finish_stiffer_more", stiffer
    skipped = finish(theme, window, session(4, 10), before=None, week=False)
    skipped.stiffness.choose(2)
    yield "finish_skipped", skipped
    sharp = finish(theme, window)
    sharp.something_hurt.click()
    sharp.pains[2].click()
    yield "finish_sharp", sharp
    yield "finish_hurt_kept", finish(theme, window, session(4), pain=Pain(PainKind.DULL), kept=True)
