"""The first questions in their states, to be looked at."""

from collections.abc import Iterator
from pathlib import Path

from longstride.content import load_catalogue, load_flows, load_plans
from longstride.core.history.plan.answers import Who
from longstride.ui.look.theme import Theme
from longstride.ui.shell.window import MainWindow
from longstride.ui.welcome.dialog import WelcomeDialog
from longstride.ui.widgets.overlay import Overlay
from ui.see_samples import DAMAGED

ASSETS = Path(__file__).parents[2] / "assets"
FLOWS, _ = load_flows(ASSETS / "flows", load_catalogue(ASSETS / "drills"))
PLANS = load_plans(ASSETS / "plans", FLOWS)


def welcomes(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    yield "welcome", WelcomeDialog(theme, window)
    for who, target in ((Who.RUNNER, 4), (Who.SPRINTER, 2), (Who.DESK, 5), (Who.BEGINNER, 3)):
        asked = WelcomeDialog(theme, window, 6)
        asked.show_plans(PLANS)
        asked.who[who].click()
        for day in (0, 2, 6):
            asked.days[day].click()
        asked.targets[target].click()
        yield f"welcome_{who}", asked
    asked = WelcomeDialog(theme, window)
    asked.show_plans({})
    asked.who[Who.RUNNER].click()
    asked.refuse(DAMAGED)
    yield "welcome_refused", asked
