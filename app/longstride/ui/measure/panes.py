"""What can stand beside what: stills that were kept, the clip that is open, another clip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtGui import QImage

from longstride.core.history.angle import FilmedAt
from longstride.film.footage import Footage
from longstride.ui.measure.compare_pane import Pane
from longstride.ui.measure.measuring import Measuring, within_reason
from longstride.ui.measure.side_by_side import Angles, Track
from longstride.ui.shown.angle_drawing import Drawing
from longstride.ui.shown.film import Use
from longstride.ui.shown.measured import ShownStill, still_drawing
from longstride.ui.widgets.charts.dates import short_day


def still_panes(stills: tuple[ShownStill, ...], today: date) -> Iterator[tuple[object, Pane]]:
    """Yield each still by its id, newest first."""
    for still in stills:
        marks = still.still.marks
        day = "Today" if still.day == today else short_day(still.day, today)
        yield (
            still.id,
            Pane(
                f"{day}, {still.side.value} {round(still.value)}°",
                still.words,
                still.day,
                still.image,
                still_drawing(still),
                Angles(still.use, still.value, marks.trunk_lean_deg, marks.by),
                use=still.use,
                side=still.side,
                source=(still.still.source, still.still.moment),
            ),
        )


def film_pane(measuring: Measuring, image: QImage, today: date) -> Pane:
    """Return what is open; without angles while its points are not all there."""
    marks, angle, footage = measuring.marks, measuring.angle_deg, measuring.footage
    drawn = angles = None
    if marks is not None and angle is not None:
        thomas = measuring.use is Use.THOMAS
        drawn = Drawing(marks, angle, measuring.error_deg, thomas)
        angles = Angles(measuring.use, angle, marks.trunk_lean_deg, marks.by)
    track = None if footage.is_picture else Track(footage, measuring.filmed, measuring.frame)
    words = f"open, {footage.name}"
    use = measuring.use
    frame, side, source = measuring.frame, measuring.side, (footage.name, measuring.moment)
    return Pane("Now", words, today, image, drawn, angles, track, frame, use, side, source)


def partner(panes: Mapping[object, Pane], key: object) -> object:
    """Return what best stands beside one of them: of the same test and leg, of another day.

    Of the same day, another picture than its own, which says nothing beside itself.

    None where there is nothing else.
    """
    others = [each for each in panes if each != key]
    if (pane := panes.get(key)) is None:
        return next(iter(others), None)

    def unlike(other: object) -> tuple[bool, ...]:
        there = panes[other]
        same_day, same = there.day == pane.day, there.source == pane.source is not None
        return there.use is not pane.use, there.side is not pane.side, same_day, same

    return min(others, key=unlike, default=None)


def beside_pane(footage: Footage, today: date) -> Pane:
    """Return a clip that was opened to stand beside another."""
    stored = within_reason(footage.fps)
    filmed = FilmedAt(stored, within_reason(footage.filmed_fps or stored))
    track = None if footage.is_picture else Track(footage, filmed)
    words = "measure and keep it first, for what may be said of both"
    return Pane(footage.name, words, today, QImage(), track=track)
