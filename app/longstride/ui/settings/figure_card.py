"""The card on Settings for the figure: what it wears, its skin, and whether it is painted flat."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal

from longstride.core.figure.figure import Figure
from longstride.settings import Settings
from longstride.settings.choices import Kit, Skin
from longstride.ui.look.theme import Theme
from longstride.ui.settings.rows import SettingRow
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.choice import Choice, Switch
from longstride.ui.widgets.figure.picture import FigurePicture

_SHOWN = "split-squat"  # the drill whose figure tries it all on: all of it is seen
_HEIGHT = 220
_TITLES = {"kit": "Clothes", "skin": "Skin"}
_OFFERS = {
    "kit": tuple((kit.value.capitalize(), kit) for kit in Kit),
    "skin": tuple((skin.value.capitalize(), skin) for skin in Skin),
}
_SIMPLE = "Simple figure"
_WHY = "Flat and light, for a computer that gets slow or warm while a flow runs."


class FigureCard(Card):
    """``chosen`` carries the name of a setting and its new value."""

    chosen = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__("Figure")
        self.column.setSpacing(16)
        self.picture = FigurePicture(theme, _HEIGHT)
        self.column.addWidget(self.picture)
        self.choices = {name: Choice(theme, title) for name, title in _TITLES.items()}
        for name, choice in self.choices.items():
            choice.activated.connect(partial(self._choose, name))
            self.column.addWidget(SettingRow(theme, _TITLES[name], "", choice))
        self.simple = Switch(theme, _SIMPLE)
        self.simple.toggled.connect(lambda on: self.chosen.emit("simple_figure", on))
        self.column.addWidget(SettingRow(theme, _SIMPLE, _WHY, self.simple))

    def show_settings(self, settings: Settings) -> None:
        """Show what is set, without telling of a change."""
        for name, choice in self.choices.items():
            choice.offer(_OFFERS[name], getattr(settings, name))
        with QSignalBlocker(self.simple):
            self.simple.setChecked(settings.simple_figure)

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Show one of the drills' figures in what is chosen."""
        self.picture.show_figure(figures.get(_SHOWN), "How the figure looks")

    def _choose(self, name: str, _: int) -> None:
        self.chosen.emit(name, self.choices[name].value)
