"""Measure in its states, to be looked at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from longstride.core.flow.drill import Side
from longstride.core.history.angle import By, Marks
from longstride.core.history.measure import Measurement
from longstride.core.history.still import Still
from longstride.film.footage import Footage
from longstride.ui.measure.film_view import FilmView
from longstride.ui.measure.page import MeasurePage
from longstride.ui.measure.placed import LEVEL, Mark
from longstride.ui.shown.film import NO_FILM, Use
from longstride.ui.shown.measured import Measured, ShownStill
from ui import film_pictures as pictures
from ui import page_samples as samples

TIMES = tuple(round(n * 1_000_000 / 240) for n in range(720))
CLIP = Footage("strides-tuesday.mp4", pictures.WIDTH, pictures.HEIGHT, 240.0, TIMES)
PICTURE = Footage("table.jpg", pictures.WIDTH, pictures.HEIGHT, 0.0, (0,))
LONG = "Exzentrische-Hüftbeugerverlängerung-Donaudampfschifffahrtsgesellschaftslauf-2026.mp4"


def measured(count: int = 12) -> Measured:
    """Return what the page shows of a year, or of less."""
    return Measured(samples.FRIDAY, samples.measurements()[-7 * count :] if count else ())


def open_clip(view: FilmView, footage: Footage = CLIP, use: Use = Use.STRIDE) -> None:
    """Open a clip or picture as if it had been read."""
    view.show_source(footage, use, {Side.RIGHT: (17.0, 19.0)})
    if not footage.is_picture:
        thumbs = tuple(pictures.runner(pictures.stride(n / 12)) for n in range(12))
        view.parts.strip.show_thumbs(thumbs)
    view.parts.strip.setValue(300)
    view.show_frame(min(300, len(footage.times) - 1), pictures.runner(18))


def place(view: FilmView, by: By = By.HAND, marks: tuple[Mark, ...] = tuple(Mark)) -> None:
    """Put points on what is open."""
    assert view.measuring is not None
    found = pictures.points(18, by)
    view.change(view.measuring.put_all({mark: found[mark] for mark in marks}))


def states(page: MeasurePage) -> Iterator[str]:
    """Bring the page into one state after another; yield the name of each."""
    yield "measure_blank"
    page.show_measured(measured(0))
    yield "measure_none"
    page.show_measured(replace(measured(0), no_film=NO_FILM))
    yield "measure_no_film"
    page.show_measured(replace(measured(), stills=STILLS))
    yield "measure_numbers"
    page.overview.verticalScrollBar().setValue(10_000)
    yield "measure_stills"
    page.overview.verticalScrollBar().setValue(0)
    page.open_film()
    yield from _film(page.film)
    yield from _thomas(page.film)
    yield from _compare(page)
    page.close_film()


def _film(view: FilmView) -> Iterator[str]:
    view.invite(Use.STRIDE)
    yield "film_before"
    view.invite(Use.STRIDE, "strides.mp4 cannot be read (it is empty); choose another clip.")
    yield "film_refused"
    view.show_reading(Use.STRIDE, CLIP.name)
    yield "film_reading"
    open_clip(view)
    yield "film_open"
    place(view, marks=LEVEL)
    yield "film_level"
    place(view)
    yield "film"
    view.parts.stage.handles[Mark.KNEE].setFocus()
    yield "film_knee"
    view.verticalScrollBar().setValue(10_000)
    yield "film_below"
    place(view, By.SUGGESTED)
    view.verticalScrollBar().setValue(0)
    yield "film_suggested"
    view.parts.finding.show_progress(120, 720)
    yield "film_finding"
    view.show_unsure("Nobody is seen clearly on this frame; place the points by hand.")
    yield "film_unsure"
    view.show_can_suggest("This Longstride came without the model that suggests points.")
    open_clip(view, replace(CLIP, name=LONG))
    yield "film_long"


def still(number: int, angle: float, days: int, use: Use = Use.STRIDE) -> ShownStill:
    """Return a still of so many days ago."""
    points = pictures.points(angle)
    hip, knee, shoulder = (points[mark] for mark in (Mark.HIP, Mark.KNEE, Mark.SHOULDER))
    marks = Marks(hip, knee, pictures.WIDTH, pictures.HEIGHT, Side.RIGHT, shoulder)
    day = samples.FRIDAY - timedelta(days=days)
    words = "video 240 fps, by hand" if use is Use.STRIDE else "picture, by hand"
    taken = datetime(day.year, day.month, day.day, 8, number, tzinfo=UTC)
    measured = Measurement(UUID(int=number), day, taken, use.kind, Side.RIGHT, angle, "°", words)
    kept = Still(UUID(int=number), UUID(int=number), 0, marks, 240, CLIP.name, "0" * 64)
    return ShownStill(kept, (measured,), pictures.runner(angle))


STILLS = (still(1, 18, 0), still(2, 17, 0), still(3, 6, 43), still(4, 11, 43, Use.THOMAS))


def _compare(page: MeasurePage) -> Iterator[str]:
    page.compare.show_panes({}, None, None)
    page.setCurrentWidget(page.compare)
    yield "compare_none"
    page.close_film()
    page.open_compare(UUID(int=3))
    yield "compare_stills"
    page.film.show_can_suggest("")
    open_clip(page.film)
    place(page.film)
    page.open_film()
    page.open_compare(UUID(int=3))
    yield "compare"
    page.compare.bar.lock.click()
    page.compare.panes[1].next.click()
    yield "compare_locked"
    page.compare.verticalScrollBar().setValue(10_000)
    yield "compare_below"


def _thomas(view: FilmView) -> Iterator[str]:
    view.invite(Use.THOMAS)
    yield "thomas_before"
    open_clip(view, PICTURE, Use.THOMAS)
    view.show_frame(0, pictures.lying())
    assert view.measuring is not None
    view.change(view.measuring.put_all(pictures.hanging()))
    yield "thomas"
