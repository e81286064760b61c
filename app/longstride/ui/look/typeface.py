"""Longstride's own typeface: every page is measured in it, whatever the system has."""

import logging
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Longstride Inter"
WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")

_log = logging.getLogger(__name__)


def load_typeface(folder: Path) -> bool:
    """Give the program its typeface, before anything is shown; say whether all of it is there.

    ``folder`` is the one of the program's fonts. Whatever cannot be read is left to Qt, which
    takes the weight beside it, or a typeface of the system.
    """
    files = [folder / f"Inter-{weight}.ttf" for weight in WEIGHTS]
    broken = [file for file in files if QFontDatabase.addApplicationFont(str(file)) < 0]
    for file in broken:
        _log.warning("The typeface %s cannot be read", file)
    return not broken


def typeface() -> QFont:
    """Return the typeface in a size yet to be said, measured alike on every machine.

    A desktop's own wishes for sharper strokes move them to whole pixels and make words wider.
    What the typeface has no shape for, such as an emoji, comes from a font of the system.
    """
    made = QFont([FAMILY])
    made.setStyleHint(QFont.StyleHint.SansSerif)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    # Its figures are of one width; those of whatever stands in for it have to be asked.
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
