"""A small figure moves while it is looked at, and stands still otherwise."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QListView, QWidget

from longstride.core.figure.figure import Figure, Stance
from longstride.core.figure.looked_at import looked_at
from longstride.ui.look.theme import Theme

FRAME = 33  # ms
TALL = 200.0  # px a body is high at most, where figures are small
_LOOKS = frozenset(
    {
        QEvent.Type.Enter,
        QEvent.Type.Leave,
        QEvent.Type.HoverEnter,
        QEvent.Type.HoverLeave,
        QEvent.Type.FocusIn,
        QEvent.Type.FocusOut,
        QEvent.Type.Hide,
        QEvent.Type.Show,
    }
)


class Lively(QObject):
    """Tells how figures stand, and when another frame of the one looked at is to be painted."""

    moved = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at: object = None
        self._clock = QElapsedTimer()
        self.timer = QTimer(self)
        self.timer.setInterval(FRAME)
        self.timer.timeout.connect(self._tick)
        self._seen: tuple[Figure, Stance] | None = None

    def look(self, at: object) -> None:
        """Have what is looked at move from its beginning; None is nothing."""
        if self._theme.reduced_motion:
            at = None
        if at == self._at:
            return
        self.moved.emit()  # what was looked at stands still
        self._at, self._seen = at, None
        if at is None:
            self.timer.stop()
        else:
            self._clock.start()
            self.timer.start()
        self.moved.emit()

    def is_at(self, what: object) -> bool:
        """Say whether something is what is looked at now."""
        return self._at is not None and what == self._at

    def stance(self, figure: Figure, what: object = True) -> Stance:
        """Return how a figure stands; it is that of ``what`` can be looked at."""
        if not self.is_at(what):
            return figure.key
        self._seen = (figure, looked_at(figure, self._clock.elapsed()))
        return self._seen[1]

    def _tick(self) -> None:
        """Have another frame painted, if an eye could tell it from the last one."""
        from longstride.ui.widgets.figure.figure import differs  # painted already, so loaded

        if self._seen is not None:
            figure, stance = self._seen
            if differs(stance, looked_at(figure, self._clock.elapsed()), TALL):
                self.moved.emit()


class LivelyWidget(Lively):
    """Looked at is a widget with one figure, or what it belongs to, by mouse or keyboard."""

    def __init__(self, theme: Theme, widget: QWidget) -> None:
        super().__init__(theme, widget)
        self._watched: list[QWidget] = []
        self.watch(widget)
        theme.changed.connect(self._see)

    def watch(self, widget: QWidget) -> None:
        """Take a widget for looked at as well: where it is, so is the figure."""
        self._watched.append(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the mouse and the keyboard come and go."""
        if event.type() in _LOOKS:
            QTimer.singleShot(0, self, self._see)  # the widget knows of it only afterwards
        return False

    def _see(self) -> None:
        looks = (each.underMouse() or each.hasFocus() for each in self._watched if each.isVisible())
        self.look(True if self._watched[0].isVisible() and any(looks) else None)


class LivelyRows(Lively):
    """Looked at is the row under the mouse, else the one the keyboard is on.

    Only that row is painted anew.
    """

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._view = view
        self._under = self._row = -1
        view.entered.connect(lambda index: self._enter(index.row()))
        view.viewportEntered.connect(lambda: self._enter(-1))
        view.model().modelReset.connect(lambda: self._enter(-1))
        view.selectionModel().currentChanged.connect(self._see)
        self.moved.connect(self._paint_row)
        for part in (view, view.viewport()):
            part.installEventFilter(self)
        theme.changed.connect(self._see)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the mouse and the keyboard come and go."""
        if event.type() in _LOOKS:
            if event.type() is QEvent.Type.Leave:
                self._under = -1
            QTimer.singleShot(0, self, self._see)
        return False

    def _enter(self, row: int) -> None:
        self._under = row
        self._see()

    def _see(self) -> None:
        row = self._under
        if row < 0 and self._view.hasFocus():
            row = self._view.currentIndex().row()
        if row < 0 or not self._view.isVisible():
            self.look(None)
        elif not self.is_at(row):
            self.look(None)
            self._row = row
            self.look(row)

    def _paint_row(self) -> None:
        self._view.update(self._view.model().index(self._row, 0))
