"""A figure at rest, in the picture that says most about its drill, until it is looked at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.core.figure.figure import Figure
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.figure.lively import LivelyWidget

if TYPE_CHECKING:
    from longstride.ui.widgets.figure.still import StillPicture


class FigurePicture(QLabel):
    """Shows a drill's key picture, and its movement while it is looked at.

    It is not there while there is none. What is ``lively.watch``ed moves it as well.
    """

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self._figure: Figure | None = None
        self._still: StillPicture | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        self.lively = LivelyWidget(theme, self)
        self.lively.moved.connect(self.update)
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    def show_figure(self, figure: Figure | None, text: str) -> None:
        """Show a figure; ``text`` says in words what is seen."""
        self._figure = figure
        self.setText(text)
        self.setVisible(figure is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self._theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._theme.px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        # Loaded when there is a figure: Today is read and shown before there is one.
        from longstride.ui.widgets.figure.still import StillPicture
        from longstride.ui.widgets.figure.worn import worn

        self._still = self._still or StillPicture()
        stance, look = self.lively.stance(self._figure), worn(self._theme, "surface")
        self._still.paint(QPainter(self), QRectF(self.rect()), self._figure, stance, look)
