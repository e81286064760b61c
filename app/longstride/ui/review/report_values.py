"""What stands on the report, from what Review shows."""

from __future__ import annotations

from collections.abc import Iterator

from longstride.core.flow.drill import Side
from longstride.core.history.measure import MeasureKind, change, error_of, number_text, series
from longstride.core.history.session import PainKind, Session
from longstride.ui.review import plots
from longstride.ui.review.page import CHART_TITLES, past_text
from longstride.ui.review.report import Report, StillOnPaper, Table
from longstride.ui.review.year_card import YearPlot, regular_text
from longstride.ui.shown.measured import measure_title
from longstride.ui.shown.past import Past
from longstride.ui.shown.session_text import stiffness_text, work_text
from longstride.ui.widgets.charts.dates import full_day
from longstride.ui.widgets.charts.plot import Plot

_ORDER = ("stiffness", "changes", "minutes", "lowering", "areas", "skipped", "score")


def report_on(
    past: Past,
    sessions: tuple[Session, ...],
    name: str,
    stills: tuple[StillOnPaper, ...] = (),
) -> Report:
    """Return the report of a time; ``sessions`` are those of it, newest first."""
    first = max(past.first, past.totals[0].day) if past.totals else past.first
    return Report(
        name=name,
        first=first,
        last=past.today,
        summary=f"{past_text(past)}. {regular_text(past)}.",
        tables=(_measurements(past),),
        charts=tuple(_charts(past)),
        sessions=_sessions(past, sessions),
        changed=past.changed,
        stills=stills,
    )


def _measurements(past: Past) -> Table:
    head = ("Measurement", "Side", "First", "Last", "Change")
    rows = tuple(row for kind in MeasureKind for row in _measured(past, kind))
    return Table("Measurements", head, rows, (0.22, 0.06, 0.24, 0.24, 0.24))


def _measured(past: Past, kind: MeasureKind) -> Iterator[tuple[str, ...]]:
    for side in (None, *Side):
        points = series(past.measurements, kind, side)
        if not points:
            continue
        (first, before), (last, after) = points[0], points[-1]
        error = error_of(past.measurements, kind, {(side, first), (side, last)})
        words = change(kind, before, after, error).words if len(points) > 1 else "first result"
        yield (
            kind.form.title,
            side.value if side else "",
            f"{number_text(before, kind.form.unit)}, {full_day(first)}",
            f"{number_text(after, kind.form.unit)}, {full_day(last)}",
            words,
        )


def _charts(past: Past) -> Iterator[tuple[str, Plot]]:
    for kind in MeasureKind:
        if (lines := plots.measured(past, kind)) is not None:
            yield measure_title(kind), lines
    for name in _ORDER:
        if (plot := getattr(plots, name)(past)) is not None:
            yield CHART_TITLES[name], plot
    yield "Days of the year", YearPlot(plots.heat_days(past), regular_text(past))


def _sessions(past: Past, sessions: tuple[Session, ...]) -> Table:
    head = ("Day", "Flow", "At work", "Stiffness", "Pain", "Note")
    kept = (session for session in sessions if session.day >= past.first)
    rows = tuple(_session_row(session) for session in kept)
    return Table("Sessions, newest first", head, rows, (0.13, 0.2, 0.08, 0.1, 0.14, 0.35))


def _session_row(session: Session) -> tuple[str, ...]:
    after = session.after
    pain = ""
    if after and after.pain.kind is not PainKind.NONE:
        pain = " ".join(part for part in (after.pain.kind.value, after.pain.where) if part)
    return (
        full_day(session.day),
        session.title,
        work_text(session),
        stiffness_text(session).removeprefix("stiffness "),
        pain,
        " ".join(after.note.split()) if after else "",
    )
