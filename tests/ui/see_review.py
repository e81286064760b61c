"""Review in its states, to be looked at."""

from collections.abc import Iterator

from longstride.ui.review.page import ReviewPage
from longstride.ui.shown.past import Range
from ui import page_samples as samples


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
        page.show_sessions(many[:100])
        page.verticalScrollBar().setValue(0)
        yield f"review_{name}"
        for place in (1, 2) if name in {"season", "year", "long"} else ():
            page.verticalScrollBar().setValue(place * (page.height() - 100))
            yield f"review_{name}_{place}"
    page.year.heatmap.choose(samples.FRIDAY)
    page.show_sessions(samples.sessions(1))
    page.verticalScrollBar().setValue(0)
    yield "review_day"
    page.show_past(samples.past(()))
    page.show_sessions(())
    yield "review_empty"
