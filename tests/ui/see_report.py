"""Write the report of a sample year to a PDF file, to be looked at.

PYTHONPATH=tests QT_QPA_PLATFORM=offscreen python -m ui.see_report FILE.pdf
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from longstride.ui.review.report import StillOnPaper, write_report
from longstride.ui.review.report_values import report_on
from longstride.ui.shown.measured import still_drawing
from longstride.ui.shown.past import Range
from typeface import bring_typeface
from ui import page_samples as samples
from ui import see_film


def main(path: str) -> None:
    app = QApplication([])
    bring_typeface()
    many = samples.sessions(180)
    past = samples.past(many, Range.YEAR, samples.measurements())
    stills = tuple(
        StillOnPaper(still.image, still_drawing(still), f"20 Nov 2026: {still.title}")
        for still in see_film.STILLS[:3]
    )
    write_report(Path(path), report_on(past, many[:60], "Alex Läufer", stills))
    app.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
