"""A figure that stands still: the picture that says most about its drill."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from longstride.core.figure.figure import Figure
from longstride.ui.look.theme import Theme

if TYPE_CHECKING:
    from longstride.ui.widgets.figure.still import StillPicture


class FigurePicture(QLabel):
    """Shows a drill's key picture; it is not there while there is none."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self._theme, self._height = theme, height
        self._figure: Figure | None = None
        self._still: StillPicture | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.changed.connect(self.updateGeometry)

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
        from longstride.ui.widgets.figure.look import Look
        from longstride.ui.widgets.figure.still import StillPicture

        self._still = self._still or StillPicture()
        look = Look.of(self._theme.palette, "surface")
        room = QRectF(self.rect())
        self._still.paint(QPainter(self), room, self._figure, self._figure.key, look)
