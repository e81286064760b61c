"""Kept pictures as they stand on the report."""

from longstride.records.pictures import Pictures
from longstride.ui.review.report import StillOnPaper
from longstride.ui.shown.measured import ShownStill, still_drawing
from longstride.ui.shown.still_files import read_still
from longstride.ui.widgets.charts.dates import full_day


def still_on_paper(pictures: Pictures, still: ShownStill) -> StillOnPaper:
    """Read a picture as large as it was kept; an empty one where its file is gone."""
    words = f"{full_day(still.day)}: {still.title}, {still.words}"
    return StillOnPaper(read_still(pictures.file(still.id)), still_drawing(still), words)
