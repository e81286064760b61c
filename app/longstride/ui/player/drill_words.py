"""The drill in words, where the athlete looks before lying down."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.fit_text import LEFT, TOP, fits, shortened, wrapped

_BOLD, _MEDIUM, _NORMAL = QFont.Weight.Bold, QFont.Weight.Medium, QFont.Weight.Normal
_SHRINKS = (1.2, 1.1, 1.0, 0.92, 0.85, 0.78, 0.7)
_TIGHTER = (0.64, 0.58, 0.52)  # rather than leave out a cue or the set-up
_SMALLEST = 13


@dataclass(frozen=True, slots=True)
class DrillText:
    """What is written about a drill: all of it plain sentences, chips a word or two each."""

    overline: str = ""
    name: str = ""
    chips: tuple[str, ...] = ()
    setup: str = ""
    cues: tuple[str, ...] = ()
    feel: str = ""
    avoid: str = ""

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
    """Name, set-up, cues, feeling and fault, as large and as many as the place allows.

    While setting up the set-up is the largest; at work the cues are, and the one being said is
    lit. What does not fit is left out from the bottom: fault and feeling first, chips next.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme = theme
        self._drill = DrillText()
        self._setting_up = True
        self._lit: int | None = None
        self._pieces: list[_Piece] = []
        theme.changed.connect(self._arrange)

    def show_drill(self, drill: DrillText, setting_up: bool) -> None:
        """Show a drill; ``setting_up`` puts the weight on how to get there."""
        if (drill, setting_up) == (self._drill, self._setting_up):
            return
        self._drill, self._setting_up = drill, setting_up
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
        for parts in ("overline chips rest foot", "chips rest foot", "chips rest", "rest", ""):
            for shrink in (*_SHRINKS, *_TIGHTER) if parts == "rest" else _SHRINKS:
                laid = _Setting(self._theme, self._drill, self._setting_up, shrink, self.width())
                pieces = laid.pieces(parts.split())
                if laid.bottom <= self.height() and laid.fits:
                    yield pieces
        laid = _Setting(self._theme, self._drill, self._setting_up, 0.6, self.width())
        yield laid.cut(self.height())


class _Setting:
    """Sets the texts of a drill one below another, at one size, in one width."""

    def __init__(
        self, theme: Theme, drill: DrillText, setting_up: bool, shrink: float, width: int
    ) -> None:
        self._theme, self._drill, self._up = theme, drill, setting_up
        self._shrink, self._width = shrink, width
        self._y = 0
        self._pieces: list[_Piece] = []
        self.fits = True

    @property
    def bottom(self) -> int:
        """Where the last piece ends, in px."""
        return max((piece.place.bottom() for piece in self._pieces), default=0)

    def pieces(self, parts: list[str]) -> list[_Piece]:
        """Return the name, and the set-up or the cues, with the parts asked for."""
        if "overline" in parts and self._drill.overline:
            self._add(self._drill.overline, 13, _MEDIUM, "quiet", gap=8)
        self._add(self._drill.name, 44, _BOLD, "text", gap=16)
        if "chips" in parts:
            self._add_chips()
        if self._up or "rest" in parts:
            self._add(self._drill.setup, 30 if self._up else 17, _NORMAL, self._ink(), gap=24)
        if not self._up or "rest" in parts:
            self._add_cues()
        if "foot" in parts:
            self._add_foot()
        return self._pieces

    def cut(self, height: int) -> list[_Piece]:
        """Return the name and the one text that matters most now, each cut to half a height."""
        main = self._drill.setup if self._up else " · ".join(self._drill.cues)
        for text, size, weight in ((self._drill.name, 44, _BOLD), (main, 22, _NORMAL)):
            font = self._font(size, weight)
            room = QRect(0, self._y, self._width, height // 2)
            kept = shortened(text, font, room)
            needed = min(room.height(), wrapped(kept, font, self._width).height())
            place = QRect(0, self._y, self._width, needed)
            self._pieces.append(_Piece(place, kept, font, "text"))
            self._y = place.bottom() + 1
        return self._pieces

    def _ink(self) -> str:
        return "text" if self._up else "quiet"

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
        font = self._font(20 if self._up else 26, _MEDIUM)
        inset = self._theme.px(20)
        for index, cue in enumerate(self._drill.cues):
            place = self._place(cue, font, inset, self._width - inset)
            self._pieces.append(_Piece(place, cue, font, "quiet", cue=index))
            self._y = place.bottom() + self._px(14)
        self._y += self._px(14)

    def _add_chips(self) -> None:
        font = self._font(15, _MEDIUM)
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
                ("FEEL", self._drill.feel, "sea"),
                ("AVOID", self._drill.avoid, "amber"),
            )
            if text
        ]
        self._y += self._px(4)
        for column, (title, text, mark) in enumerate(told):
            wide = (self._width - gap) // 2
            left = column * (wide + gap) + inset
            self._add_column(title, text, mark, left, wide - inset)

    def _add_column(self, title: str, text: str, mark: str, left: int, width: int) -> None:
        small, font = self._font(13, _MEDIUM), self._font(17, _NORMAL)
        head = self._place(title, small, left, width)
        body = self._place(text, font, left, width).translated(0, head.height() + self._px(4))
        self._pieces.append(_Piece(head, title, small, "quiet", foot=True))
        self._pieces.append(_Piece(body, text, font, "text", mark=mark, foot=True))

    def _place(self, text: str, font: QFont, left: int, width: int) -> QRect:
        needed = wrapped(text, font, width)
        self.fits = self.fits and fits(text, font, QRect(0, 0, width, needed.height()))
        return QRect(left, self._y, width, needed.height())
