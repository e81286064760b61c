"""Fields in rows, with their names above them and what is wrong with them below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from longstride.ui.editor.view import Remark
from longstride.ui.intentions import Intention
from longstride.ui.widgets.flow_layout import FlowLayout
from longstride.ui.widgets.text import button, label, sentence


class FieldRow(QWidget):
    """Fields side by side, on more lines where there is no room; remarks on them stand below.

    ``wants`` carries what mends a remark, where ``mends`` has a button for it.
    """

    wants = Signal(Intention)

    def __init__(self, *, mends: bool = False) -> None:
        super().__init__()
        self._mends = mends
        self._keys: dict[str, tuple[QWidget, QLabel]] = {}
        self._remedies: dict[str, Remedy] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._across = QWidget()
        self._row = FlowLayout(self._across, gap=8)
        self._column.addWidget(self._across)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys whose fields are here."""
        return tuple(self._keys)

    def add(self, key: str, caption: str, field: QWidget) -> QWidget:
        """Put a field at the end, under its name; return both as one."""
        holder = _captioned(caption, field)
        self._row.addWidget(holder)
        self._note(key, field)
        return holder

    def add_wide(self, key: str, caption: str, field: QWidget) -> QWidget:
        """Put a field on a line of its own, as wide as the column."""
        holder = _captioned(caption, field)
        self._across.hide()
        self._column.addWidget(holder)
        self._note(key, field)
        return holder

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """Show what is wrong or unwise at the keys that are here."""
        found: dict[str, list[Remark]] = {key: [] for key in self._keys}
        for remark in remarks:
            if remark.key in found:
                found[remark.key].append(remark)
        for key, (field, words) in self._keys.items():
            show_remarks(words, found[key])
            field.setAccessibleDescription(words.accessibleName() or field.accessibleName())
            if self._mends:
                self._remedies[key].show_remarks(found[key])

    def field(self, key: str) -> QWidget:
        """Return the field of a key."""
        return self._keys[key][0]

    def _note(self, key: str, field: QWidget) -> None:
        words = label("", "warn", wrap=True)
        words.hide()
        self._column.addWidget(words)
        self._keys[key] = (field, words)
        if self._mends:
            remedy = self._remedies[key] = Remedy()
            remedy.wants.connect(self.wants)
            self._column.addWidget(remedy, 0, Qt.AlignmentFlag.AlignLeft)
            remedy.hide()


class Remedy(QWidget):
    """A button that mends the first remark that can be mended; hidden where none can."""

    wants = Signal(Intention)

    def __init__(self) -> None:
        super().__init__()
        self._wish: Intention | None = None
        self.button = button("", "chip")
        self.button.clicked.connect(lambda: self.wants.emit(self._wish))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def show_remarks(self, remarks: Iterable[Remark]) -> None:
        """Offer what mends one of these."""
        mended = next((each for each in remarks if each.wish is not None), None)
        self._wish = mended.wish if mended else None
        self.button.setText(mended.remedy if mended else "")
        self.setVisible(mended is not None)


def _captioned(caption: str, field: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label(caption, "caption"))
    column.addWidget(field)
    return holder


def show_remarks(words: QLabel, remarks: Sequence[Remark]) -> None:
    """Show remarks as sentences, in the colour of the gravest; hidden where there are none."""
    text = " ".join(sentence(each.text.rstrip(".")) for each in remarks)
    role = "bad" if any(each.stops for each in remarks) else "warn"
    if words.property("role") != role:
        words.setProperty("role", role)
        words.style().unpolish(words)
        words.style().polish(words)
    words.setText(text)
    words.setVisible(bool(text))
