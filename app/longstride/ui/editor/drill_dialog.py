"""A drill of one's own: written for one flow, and carried in its file."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from longstride.core.flow.drill import Dose, Drill
from longstride.ui.editor.drill_fields import DrillFields
from longstride.ui.editor.view import Amount, Remark
from longstride.ui.look.theme import Theme
from longstride.ui.widgets.choice import Choice
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

PAUSE = 250  # ms without a key before what is written is looked at
_WORDS = (
    "It lies in this flow's file, so that whoever gets the file has it too. Its dose is set in "
    "its steps."
)
_NO_FIGURE = ("No figure: shown in words", "")

Judge = Callable[[Mapping[str, object], Callable[[tuple[Remark, ...]], object]], object]


class DrillDialog(Overlay):
    """``kept`` carries the drill's keys once nothing in them is wrong.

    ``judge`` is asked what is wrong with keys, and answers later with remarks.
    """

    kept = Signal(dict)

    def __init__(
        self,
        theme: Theme,
        host: QWidget,
        keys: Mapping[str, object],
        alike: Mapping[str, Drill],
        judge: Judge,
    ) -> None:
        title = "Change your drill" if keys.get("id") else "A drill of your own"
        super().__init__(theme, host, title, width=720)
        self._judge, self._alike = judge, alike
        self._wants_to_keep = False
        self.like = Choice(theme, "Drawn and dosed like")
        self.fields = DrillFields(theme)
        self.save = button("Keep this drill", "primary")
        self.cancel = button("Cancel", "ghost")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._lay_out()
        names = sorted((drill.name, name) for name, drill in alike.items())
        self.like.offer((_NO_FIGURE, *names), keys.get("figure", ""))
        self.fields.show_keys(keys)
        self._connect()
        self.fields.texts["name"].setFocus()

    def hideEvent(self, event: object) -> None:
        self._pause.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    @property
    def keys(self) -> dict[str, object]:
        """The drill as it is filled in; ``figure`` is the drill that it looks like."""
        like = str(self.like.value or "")
        keys = self.fields.keys | {"figure": like}
        if not any(amount.value in keys for amount in Amount):
            keys |= dose_keys(self._alike[like].dose if like else None)
        return {key: value for key, value in keys.items() if value != ""}

    def _lay_out(self) -> None:
        column = self.card.column
        column.addWidget(label(_WORDS, "quiet", wrap=True))
        column.addWidget(label("Drawn and dosed like", "caption"))
        column.addWidget(self.like)
        column.addWidget(self.fields)
        self.buttons(self.save, self.cancel)

    def _connect(self) -> None:
        for field in self.fields.texts.values():
            field.edited.connect(lambda _: self._pause.start())
        self.fields.stage.chosen.connect(lambda _: self._ask())
        self.fields.side.chosen.connect(lambda _: self._ask())
        self._pause.timeout.connect(self._ask)
        self.save.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)

    def _ask(self) -> None:
        keys = self.keys
        self._judge(keys, lambda remarks: self._take(keys, remarks))

    def _keep(self) -> None:
        self._wants_to_keep = True
        self._ask()

    def _take(self, keys: Mapping[str, object], remarks: tuple[Remark, ...]) -> None:
        """Show what is wrong with what stands here now; keep it where nothing is."""
        if keys != self.keys or not self.isVisible():
            return
        wanted, self._wants_to_keep = self._wants_to_keep, False
        self.fields.show_remarks(remarks)
        wrong = [each for each in remarks if each.stops]
        if wanted and not wrong:
            self.accept()
            self.kept.emit(dict(keys))
        elif wanted:
            field = self.fields.texts.get(wrong[0].key, self.fields.texts["name"])
            field.setFocus()
            self.reveal(field)


def dose_keys(dose: Dose | None) -> dict[str, object]:
    """Return a dose by the keys of a file; eight repetitions where there is none to go by."""
    if dose is None or (dose.reps and dose.tempo is None):
        return {"reps": 8, "tempo": "2-0-2-0"}
    if dose.reps:
        return {"reps": dose.reps, "tempo": str(dose.tempo)}
    if dose.breaths:
        return {"breaths": dose.breaths}
    return {"hold": (dose.hold or 30_000) // 1000}
