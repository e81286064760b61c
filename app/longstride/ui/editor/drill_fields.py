"""The fields of a drill of one's own, by the keys of a flow's file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from longstride.core.flow.drill import Sides, Stage
from longstride.ui.editor.field import FieldRow
from longstride.ui.editor.field_words import FIELD_NAMES
from longstride.ui.editor.picks import Picks
from longstride.ui.editor.view import Remark
from longstride.ui.editor.words import SIDE_WORDS
from longstride.ui.look.theme import Theme
from longstride.ui.shown.stages import stage_name
from longstride.ui.widgets.writing import LineField, ProseField

# key, what belongs there, lines (0: one), and whether it is a list
_TEXTS = (
    ("name", "What it is called", 0),
    ("aliases", "With commas between them", 0),
    ("setup", "The place as it is: what touches the floor, then trunk and limbs", 3),
    ("move", "You will lift the hips to one line, then lower.", 2),
    ("cues", "Two to six words each, the most important one first", 3),
    ("warn", "What can hurt, and what to do then", 2),
    ("feel", "What it should feel like, to be read", 2),
    ("feel_short", "Where it is felt, in a few words", 0),
    ("exit", "Hips down, legs long.", 0),
    ("position", "standing, half kneeling, lying on your back…", 0),
    ("equipment", "With commas between the things", 0),
)
_LISTS = frozenset({"aliases", "equipment", "cues"})
_STAGES = tuple((stage_name(stage), stage) for stage in Stage)


class DrillFields(QWidget):
    """What can be said of a drill; ``keys`` are as its table in a flow's file has them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._others: dict[str, object] = {}
        self.texts: dict[str, LineField | ProseField] = {}
        self.stage = Picks(FIELD_NAMES["stage"], _STAGES)
        self.side = Picks(
            FIELD_NAMES["side"], tuple((word, side) for side, word in SIDE_WORDS.items())
        )
        self.row = FieldRow()
        self._add(theme, _TEXTS[:2])
        self.row.add_wide("stage", FIELD_NAMES["stage"], self.stage)
        self.row.add_wide("side", FIELD_NAMES["side"], self.side)
        self._add(theme, _TEXTS[2:])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def show_keys(self, keys: Mapping[str, object]) -> None:
        """Show a drill as it stands; what has no field here stays as it is."""
        self._others = dict(keys)
        for key, field in self.texts.items():
            field.show_text(_shown(key, keys.get(key, "")))
        self.stage.show_value(_one_of(Stage, keys.get("stage"), Stage.ACTIVATE))
        self.side.show_value(_one_of(Sides, keys.get("side"), Sides.BOTH))

    @property
    def keys(self) -> dict[str, object]:
        """The drill as it is filled in; what is empty is left out."""
        written = {key: _kept(key, _text(field)) for key, field in self.texts.items()}
        marks = {"stage": str(self.stage.value), "side": str(self.side.value)}
        whole = {**self._others, **written, **marks}
        return {key: value for key, value in whole.items() if value not in ("", [])}

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show what is wrong or unwise at each field; the rest stands under the name."""
        known = set(self.row.keys)
        self.row.show_remarks(
            each if each.key in known else Remark(each.text, each.stops, key="name")
            for each in remarks
        )

    def _add(self, theme: Theme, texts: tuple[tuple[str, str, int], ...]) -> None:
        for key, hint, lines in texts:
            name = FIELD_NAMES[key] + (", one a line" if key == "cues" else "")
            made = ProseField(theme, name, hint, lines) if lines else LineField(name, hint)
            self.texts[key] = made
            self.row.add_wide(key, name, made)


def _text(field: LineField | ProseField) -> str:
    return field.text() if isinstance(field, LineField) else field.toPlainText()


def _shown(key: str, value: object) -> str:
    if isinstance(value, list):
        return ("\n" if key == "cues" else ", ").join(map(str, value))
    return str(value)


def _kept(key: str, text: str) -> object:
    if key not in _LISTS:
        return text.strip()
    parts = text.splitlines() if key == "cues" else text.split(",")
    return [part.strip() for part in parts if part.strip()]


def _one_of(kind: type[Stage] | type[Sides], value: object, usual: object) -> object:
    try:
        return kind(str(value))
    except ValueError:
        return usual
