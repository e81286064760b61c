"""The drill in words, where the athlete looks before lying down."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.fit_text import LEFT, TOP, fits, shortened, wrapped

_BOLD, _MEDIUM, _NORMAL = QFont.Weight.Bold, QFont.Weight.Medium, QFont.Weight.Normal
_SHRINKS = (1.0, 0.94, 0.88)
_TIGHTER = (0.8, 0.7, 0.6, 0.5)  # rather than leave out a cue
_SMALLEST = 13


@dataclass(frozen=True, slots=True)
class DrillText:
    """What is written about a drill: all of it plain sentences, chips a word or two each.

    ``title`` is painted; the name and the set-up stand elsewhere and are told only.
    """

    name: str = ""
    chips: tuple[str, ...] = ()
    setup: str = ""
    cues: tuple[str, ...] = ()
    feel: str = ""
    avoid: str = ""
    title: str = ""

    def __str__(self) -> str:
        parts = (self.name, *self.chips, self.setup, *self.cues)
        foot = (f"Feel: {self.feel}" if self.feel else "", self.avoid and f"Avoid: {self.avoid}")
        return "\n".join(part for part in (*parts, *foot) if part)


@dataclass(frozen=True, slots=True)
class _Piece:
    place: QRect
    text: str
    font: QFont
    role: str
    cue: int | None = None
    chip: bool = False
    mark: str = ""
    foot: bool = False


class DrillWords(QLabel):
    """Position, cues, feeling and fault, as large and as many as the place allows.

    The cue being said is lit. What does not fit is left out from the bottom: fault and feeling
    first, chips next.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._drill = DrillText()
        self._lit: int | None = None
        self._pieces: list[_Piece] = []
        theme.changed.connect(self._arrange)

    def show_drill(self, drill: DrillText) -> None:
        """Show a drill."""
        if drill != self._drill:
            self._drill = drill
            self.setText(str(drill))
            self._arrange()

    def show_lit(self, cue: int | None) -> None:
        """Light one cue, or none."""
        if cue != self._lit:
            self._lit = cue
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self._pieces:
            self._paint(painter, piece)

    def shown(self) -> tuple[str, ...]:
        """Return the texts that found room, from the top."""
        return tuple(piece.text for piece in self._pieces)

    def places(self) -> tuple[QRect, ...]:
        """Return where those texts stand."""
        return tuple(piece.place for piece in self._pieces)

    def _paint(self, painter: QPainter, piece: _Piece) -> None:
        lit = piece.cue is not None and piece.cue == self._lit
        painter.setPen(Qt.PenStyle.NoPen)
        if piece.chip:
            painter.setBrush(self._theme.color("raised"))
            radius = piece.place.height() / 2
            painter.drawRoundedRect(piece.place, radius, radius)
        if piece.cue is not None or piece.mark:
            role = piece.mark or ("coral" if lit else "line")
            self._paint_bar(painter, piece.place, role)
        painter.setFont(piece.font)
        painter.setPen(self._theme.color("text" if lit else piece.role))
        centred = Qt.AlignmentFlag.AlignCenter if piece.chip else LEFT if piece.mark == "" else TOP
        flags = int(centred.value) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(piece.place, flags, piece.text)

    def _paint_bar(self, painter: QPainter, place: QRect, role: str) -> None:
        width = self._theme.px(4)
        bar = QRectF(place.left() - self._theme.px(20), place.top(), width, place.height())
        painter.setBrush(self._theme.color(role))
        painter.drawRoundedRect(bar, width / 2, width / 2)

    def _arrange(self) -> None:
        self._pieces = next(self._attempts(), [])
        self._sink_foot()
        self.update()

    def _sink_foot(self) -> None:
        """Stand the foot on the ground of the card, so that it stays put from drill to drill."""
        foot = [piece for piece in self._pieces if piece.foot]
        low = max((piece.place.bottom() for piece in foot), default=0)
        for piece in foot:
            piece.place.translate(QPoint(0, max(0, self.height() - 1 - low)))

    def _attempts(self) -> Iterator[list[_Piece]]:
        """Yield the arrangements that fit, best first, and at last one that is cut to fit."""
        if self.height() < 1 or self.width() < 1 or not self._drill.name:
            return
        for parts in ("chips foot", "chips", ""):
            for shrink in _SHRINKS if parts else (*_SHRINKS, *_TIGHTER):
                laid = _Setting(self._theme, self._drill, shrink, self.width())
                pieces = laid.pieces(parts.split())
                if laid.bottom <= self.height() and laid.fits:
                    yield pieces
        yield _Setting(self._theme, self._drill, 0.5, self.width()).cut(self.height())


class _Setting:
    """Sets the texts of a drill one below another, at one size, in one width."""

    def __init__(self, theme: Theme, drill: DrillText, shrink: float, width: int) -> None:
        self._theme, self._drill = theme, drill
        self._shrink, self._width = shrink, width
        self._y = 0
        self._pieces: list[_Piece] = []
        self.fits = True

    @property
    def bottom(self) -> int:
        """Where the last piece ends, in px."""
        return max((piece.place.bottom() for piece in self._pieces), default=0)

    def pieces(self, parts: list[str]) -> list[_Piece]:
        """Return the title and the cues, with the parts asked for."""
        self._add(self._drill.title, 52, _BOLD, "text", gap=16)
        if "chips" in parts:
            self._add_chips()
        self._add_cues()
        if "foot" in parts:
            self._add_foot()
        return self._pieces

    def cut(self, height: int) -> list[_Piece]:
        """Return what matters most, cut to the height."""
        text = self._drill.title or " · ".join(self._drill.cues)
        font, room = self._font(34, _MEDIUM), QRect(0, 0, self._width, height)
        kept = shortened(text, font, room)
        return [_Piece(room, kept, font, "text")] if text else []

    def _font(self, size: int, weight: QFont.Weight) -> QFont:
        return self._theme.font(max(_SMALLEST, round(size * self._shrink)), weight)

    def _px(self, length: float) -> int:
        return self._theme.px(length * self._shrink)

    def _add(self, text: str, size: int, weight: QFont.Weight, role: str, gap: float) -> None:
        if text:
            place = self._place(text, self._font(size, weight), 0, self._width)
            self._pieces.append(_Piece(place, text, self._font(size, weight), role))
            self._y = place.bottom() + self._px(gap)

    def _add_cues(self) -> None:
        font = self._font(34, _MEDIUM)
        inset = self._theme.px(20)
        for index, cue in enumerate(self._drill.cues):
            place = self._place(cue, font, inset, self._width - inset)
            self._pieces.append(_Piece(place, cue, font, "quiet", cue=index))
            self._y = place.bottom() + self._px(14)
        self._y += self._px(14)

    def _add_chips(self) -> None:
        font = self._font(30, _MEDIUM)
        metrics = QFontMetrics(font)
        x, high = 0, metrics.height() + self._px(12)
        for chip in self._drill.chips:
            wide = min(metrics.horizontalAdvance(chip) + self._px(28), self._width)
            if x and x + wide > self._width:
                x, self._y = 0, self._y + high + self._px(8)
            place = QRect(x, self._y, wide, high)
            self._pieces.append(_Piece(place, chip, font, "text", chip=True))
            x += wide + self._px(8)
        if self._drill.chips:
            self._y += high + self._px(24)

    def _add_foot(self) -> None:
        inset, gap = self._theme.px(20), self._px(28)
        told = [
            (title, text, mark)
            for title, text, mark in (
                ("Feel", self._drill.feel, "sea"),
                ("Avoid", self._drill.avoid, "amber"),
            )
            if text
        ]
        self._y += self._px(4)
        for column, (title, text, mark) in enumerate(told):
            wide = (self._width - gap) // 2
            left = column * (wide + gap) + inset
            self._add_column(title, text, mark, left, wide - inset)

    def _add_column(self, title: str, text: str, mark: str, left: int, width: int) -> None:
        small, font = self._font(30, _MEDIUM), self._font(30, _NORMAL)
        head = self._place(title, small, left, width)
        body = self._place(text, font, left, width).translated(0, head.height() + self._px(4))
        self._pieces.append(_Piece(head, title, small, "quiet", foot=True))
        self._pieces.append(_Piece(body, text, font, "text", mark=mark, foot=True))

    def _place(self, text: str, font: QFont, left: int, width: int) -> QRect:
        needed = wrapped(text, font, width)
        self.fits = self.fits and fits(text, font, QRect(0, 0, width, needed.height()))
        return QRect(left, self._y, width, needed.height())
