"""Every question that comes in front of a page, for ``see_pages``."""

from collections.abc import Iterator
from pathlib import Path

import fakes
from longstride.core.history.session import Pain, PainKind
from longstride.licences import licences
from longstride.ui.flows.mistakes_dialog import MistakesDialog
from longstride.ui.look.theme import Theme
from longstride.ui.player.leave_dialog import LeaveDialog
from longstride.ui.player.who_speaks_dialog import WhoSpeaksDialog
from longstride.ui.shell.about_dialog import AboutDialog
from longstride.ui.shell.bug_dialog import BugDialog
from longstride.ui.shell.unwritten_dialog import UnwrittenDialog
from longstride.ui.shell.window import MainWindow
from longstride.ui.shown.after_dialog import AfterDialog
from longstride.ui.widgets.overlay import Overlay
from ui import editor_samples, plan_samples
from ui.see_finish import finishes
from ui.see_record_overlays import record_overlays
from ui.see_samples import FOLDER, FULL, MISTAKES
from ui.see_welcome import welcomes

_ROOT = Path(__file__).parents[2]


def overlays(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    """Yield the name of each and itself."""
    yield from welcomes(theme, window)
    yield "after", AfterDialog(theme, window, "Hip extension base", 6)
    yield (
        "after_gap",
        AfterDialog(theme, window, "Hip extension base", 6, fakes.PHRASES.welcome.back),
    )
    sharp = AfterDialog(theme, window, "Hip extension base", 6)
    sharp.stiffness.choose(3)
    sharp.effort.choose(5)
    sharp.pains[2].click()
    yield "after_sharp", sharp
    yield "after_hurt", AfterDialog(theme, window, "Run", 6, pain=Pain(PainKind.DULL))
    yield from finishes(theme, window)
    yield from record_overlays(theme, window)
    yield from plan_samples.overlays(theme, window)
    yield from editor_samples.overlays(theme, window)
    yield "who_speaks", WhoSpeaksDialog(theme, window)
    yield "mistakes", MistakesDialog(theme, window, MISTAKES)
    places = (("Your data", FOLDER), ("The log", FOLDER / "log"))
    icon = _ROOT / "resources/icons/hicolor/128x128/apps/longstride.png"
    resources = _ROOT / "resources/licences"
    yield "about", AboutDialog(theme, window, licences(resources), places, icon)
    yield "leave", LeaveDialog(theme, window, "Hip extension base", 5, 9)
    waiting = ("Hip extension base", "Post-run five")
    yield "unwritten", UnwrittenDialog(theme, window, waiting[:1], FULL)
    yield "unwritten_several", UnwrittenDialog(theme, window, waiting, FULL)
    yield "bug", BugDialog(theme, window, "Traceback (most recent call last):\n" + "  line\n" * 40)
