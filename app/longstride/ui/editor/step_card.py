"""The step that is chosen: its figure at its dose, all that can be set, and what is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from longstride.core.durations import clock_text
from longstride.core.figure.figure import Figure
from longstride.core.flow.tempo import Phase, Tempo, parse_tempo
from longstride.ui.editor.dose_fields import DoseFields
from longstride.ui.editor.field import FieldRow
from longstride.ui.editor.field_words import FIELD_NAMES
from longstride.ui.editor.said_list import SaidList
from longstride.ui.editor.view import Amount, Link, Remark, StepView
from longstride.ui.intentions import Intention
from longstride.ui.intentions.editing import (
    DropStep,
    HearDraft,
    MoveStep,
    RepeatStep,
    SetStep,
    WriteDrill,
)
from longstride.ui.look.theme import Theme
from longstride.ui.shown.movement import movement
from longstride.ui.shown.talk import TALK_NAMES
from longstride.ui.widgets.card import Card
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.figure.loop import FigureLoop
from longstride.ui.widgets.flow_layout import Reflow, flowing
from longstride.ui.widgets.text import button, label, overline
from longstride.ui.widgets.writing import ProseField

_WORDS = frozenset({"cues", "talk", "keep"})
_CUES = f"{FIELD_NAMES['cues']}, one a line"
_AS_THE_FLOW = ("As the flow has it", None)


class StepCard(Card):
    """``wants`` carries what is to be done with the step that is shown."""

    wants = Signal(Intention)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName("The chosen step")
        self._number = 0
        self._step: StepView | None = None
        self._links: dict[QPushButton, str] = {}
        self.figure = FigureLoop(theme, 250)
        self._name = label(role="heading", wrap=True)
        self._place = label(role="quiet", wrap=True)
        self.hear = button("Preview")
        self.dose = DoseFields(theme)
        self.cues = ProseField(theme, _CUES, "No cues")
        self.talk = Choice(theme, FIELD_NAMES["talk"])
        self.keep = button("Keep it in a shorter flow", "pick")
        self.keep.setCheckable(True)
        self.words = FieldRow()
        self.others = tuple(button("", "chip") for _ in range(2))
        self.own = button("Change this drill", "chip")
        self.up, self.down = button("Move up", "chip"), button("Move down", "chip")
        self.repeat, self.drop = button("Repeat", "chip"), button("Remove", "chip")
        self.said = SaidList()
        self._lay_out(theme)
        self._connect()

    def show_step(
        self, number: int, step: StepView, moves: tuple[bool, bool], figures: Mapping[str, Figure]
    ) -> None:
        """Show a step, counted from 0; ``moves`` says whether it can go up, and down."""
        self._number, self._step = number, step
        self._show_figure(step, figures.get(step.looks))
        self._name.setText(step.name)
        self._place.setText(f"Step {number + 1}, {clock_text(step.length)}")
        self.hear.setAccessibleName(f"Preview {step.name}")
        self.dose.show_step(step)
        if _cues(self.cues.toPlainText()) != step.cues:
            self.cues.show_text("\n".join(step.cues))
        if self.talk.value is not step.talk or not self.talk.values:
            self.talk.offer((_AS_THE_FLOW, *TALK_NAMES), step.talk)
        self.keep.blockSignals(True)
        self.keep.setChecked(step.keep)
        self.keep.blockSignals(False)
        self.words.show_remarks(_of_words(step, self.dose))
        self._show_others(step)
        self.own.setVisible(step.own)
        self.up.setEnabled(moves[0])
        self.down.setEnabled(moves[1])
        self.said.show_said(step.said)

    def field(self, key: str) -> QWidget:
        """Return the field of a key; the first one where it has none of its own."""
        fields = {**self.dose.fields, **{each: self.words.field(each) for each in self.words.keys}}
        return fields.get(key, self.dose.kind)

    def _show_figure(self, step: StepView, figure: Figure | None) -> None:
        self.figure.setVisible(figure is not None)
        if figure is not None:
            first = Phase.CONCENTRIC if step.rises_first else Phase.ECCENTRIC
            beats = movement(_tempo(step), first)
            self.figure.show_loop(figure, beats, f"{step.name}, shown as a figure in motion")

    def _show_others(self, step: StepView) -> None:
        pairs = zip(self.others, ("Easier", "Harder"), (step.easier, step.harder), strict=True)
        for made, word, link in pairs:
            made.setVisible(link is not None)
            if link is not None:
                self._name_link(made, word, link)

    def _name_link(self, made: QPushButton, word: str, link: Link) -> None:
        made.setText(f"{word}: {link[1]}")
        made.setAccessibleName(f"Take what is {word.lower()}: {link[1]}")
        self._links[made] = link[0]

    def _lay_out(self, theme: Theme) -> None:
        head = Reflow(theme, 300, gap=8)
        titles = QWidget()
        column = QVBoxLayout(titles)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._name)
        column.addWidget(self._place)
        head.add(titles, 3)
        head.add(self.hear, 1)
        self.words.add_wide("cues", _CUES, self.cues)
        self.words.add_wide("talk", FIELD_NAMES["talk"], self.talk)
        self.words.add_wide("keep", "When there are fewer minutes", self.keep)
        self.keep.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.column.setSpacing(12)
        for widget in (self.figure, head, flowing(self.up, self.down, self.repeat, self.drop)):
            self.column.addWidget(widget)
        self.column.addWidget(self.dose)
        self.column.addWidget(self.words)
        self.column.addWidget(flowing(*self.others, self.own))
        self.column.addWidget(overline("What is said"))
        self.column.addWidget(self.said)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.hear.clicked.connect(lambda: self.wants.emit(HearDraft(self._number)))
        self.dose.changed.connect(self._set)
        self.cues.edited.connect(self._set_cues)
        self.talk.currentIndexChanged.connect(lambda _: self._set_talk())
        self.keep.toggled.connect(lambda on: self._set({"keep": True if on else None}))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.repeat.clicked.connect(lambda: self.wants.emit(RepeatStep(self._number)))
        self.drop.clicked.connect(lambda: self.wants.emit(DropStep(self._number)))
        self.own.clicked.connect(self._change_drill)
        for made in self.others:
            made.clicked.connect(lambda _=False, each=made: self._set({"drill": self._links[each]}))

    def _set(self, changes: Mapping[str, object]) -> None:
        self.wants.emit(SetStep(self._number, dict(changes)))

    def _set_cues(self, text: str) -> None:
        self._set({"cues": list(_cues(text))})

    def _set_talk(self) -> None:
        talk = self.talk.value
        self._set({"talk": None if talk is None else str(talk)})

    def _move(self, by: int) -> None:
        self.wants.emit(MoveStep(self._number, self._number + by))

    def _change_drill(self) -> None:
        if self._step is not None:
            self.wants.emit(WriteDrill(self._step.drill))


def _cues(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _tempo(step: StepView) -> Tempo | None:
    if step.amount is not Amount.REPS or not step.tempo:
        return None
    try:
        return parse_tempo(step.tempo)
    except ValueError:
        return None


def _of_words(step: StepView, dose: DoseFields) -> list[Remark]:
    """Return the remarks for fields below the dose, and those that have no field of their own."""
    below = [each for each in step.remarks if each.key not in dose.fields]
    return [each if each.key in _WORDS else replace(each, key="keep") for each in below]
