"""The dialogs that ask about the records, to be looked at."""

from collections.abc import Iterator

from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind
from longstride.desktop.suspend import SteadyClock
from longstride.ui.look.theme import Theme
from longstride.ui.records.add_session_dialog import AddSessionDialog
from longstride.ui.records.edit_session_dialog import EditSessionDialog
from longstride.ui.records.explain_dialog import ExplainDialog
from longstride.ui.records.measure_dialog import MeasureDialog
from longstride.ui.records.rest_dialog import RestDialog
from longstride.ui.records.restore_dialog import RestoreDialog
from longstride.ui.review.report_dialog import ReportDialog
from longstride.ui.shell.window import MainWindow
from longstride.ui.widgets.overlay import Overlay
from ui import page_samples as samples
from ui import see_film
from ui.see_samples import BACKUPS


def record_overlays(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    """Yield them, each with its name."""
    today, rhythm = samples.FRIDAY, samples.RHYTHM
    yield "edit", EditSessionDialog(theme, window, samples.sessions(1)[0], today)
    yield "add", AddSessionDialog(theme, window, {"a": "Hip extension base"}, today)
    yield "add_other", AddSessionDialog(theme, window, {}, today)
    week = rhythm.week_of(today)
    yield "rest", RestDialog(theme, window, rhythm.freezes, today, week)
    thomas = MeasureDialog(theme, window, SteadyClock(), today, None)
    for side, drops in ((Side.LEFT, "8 9.5 9"), (Side.RIGHT, "11 10 10.5")):
        thomas.form.thighs[side].setText("44")
        for field, drop in zip(thomas.form.tries[side], drops.split(), strict=True):
            field.setText(drop)
    yield "measure", thomas
    yield "cadence", MeasureDialog(theme, window, SteadyClock(), today, MeasureKind.CADENCE)
    yield "explain", ExplainDialog(theme, window)
    yield "report", ReportDialog(theme, window)
    yield "report_with_stills", ReportDialog(theme, window, see_film.STILLS)
    yield "restore", RestoreDialog(theme, window, BACKUPS)
    yield "restore_none", RestoreDialog(theme, window, ())
