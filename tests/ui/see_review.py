"""Review in its states, to be looked at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from longstride.core.history.plan.course import Course, CourseWeek, Stand
from longstride.core.history.week import WEEK
from longstride.ui.review.page import ReviewPage
from longstride.ui.shown.past import FOUND, Range
from ui import page_samples as samples

_WENT = (
    (1, Stand.KEPT),
    (2, Stand.PAST),
    (2, Stand.KEPT),
    (3, Stand.FROZEN),
    (3, Stand.KEPT),
    (4, Stand.KEPT),
    (4, Stand.PAST),
    (5, Stand.KEPT),
    (6, Stand.RUNNING),
)
COURSE = Course(
    "Runner",
    8,
    tuple(
        CourseWeek(date(2026, 9, 21) + n * WEEK, number, stand, number == 4)
        for n, (number, stand) in enumerate(_WENT)
    ),
)


def review(page: ReviewPage) -> Iterator[str]:
    """Bring Review into one state after another; yield the name of each."""
    long = samples.long_cards()[0].title
    for name, many, chosen in (
        ("one", samples.sessions(1), Range.MONTH),
        ("weeks", samples.sessions(9), Range.MONTH),
        ("season", samples.sessions(180), Range.SEASON),
        ("year", samples.sessions(180), Range.YEAR),
        ("all", samples.sessions(1800), Range.ALL),
        ("long", samples.sessions(60, long, "Sehr lang. " * 40), Range.SEASON),
    ):
        page.show_past(samples.past(many, chosen, samples.measurements()[: 99 * (name != "one")]))
        page.show_sessions(many[: FOUND + 1])
        page.verticalScrollBar().setValue(0)
        yield f"review_{name}"
        for place in (1, 2) if name in {"season", "year", "long"} else ():
            page.verticalScrollBar().setValue(place * (page.height() - 100))
            yield f"review_{name}_{place}"
    page.year.heatmap.choose(samples.FRIDAY)
    page.show_sessions(samples.sessions(1))
    page.verticalScrollBar().setValue(0)
    yield "review_day"
    for name, weeks in (("plan", COURSE.weeks), ("plan_to_begin", ())):
        course = replace(COURSE, weeks=weeks)
        page.show_past(replace(samples.past(samples.sessions(60)), course=course))
        yield f"review_{name}"
    page.show_past(samples.past(()))
    page.show_sessions(())
    yield "review_empty"
