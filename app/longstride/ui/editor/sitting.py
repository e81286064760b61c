"""One sitting at a flow: what is done to it, step by step, and taken back; free of Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.content.writing import commands
from longstride.content.writing.undoing import History
from longstride.ui.intentions import editing as wants

if TYPE_CHECKING:
    from longstride.content.writing.draft import Draft
    from longstride.core.flow.drill import Drill


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a wish: the step to be chosen, None for the one that is, and words to hear."""

    step: int | None = None
    words: str = ""


class Sitting:
    """A draft with its history; ``catalogue`` are the drills that ship, by id."""

    def __init__(self, draft: Draft, catalogue: Mapping[str, Drill]) -> None:
        self.history = History(draft)
        self._catalogue = catalogue

    @property
    def draft(self) -> Draft:
        """The flow as it stands."""
        return self.history.now

    def take(self, wish: wants.DraftWish) -> Outcome:
        """Do what is wanted of the draft; a step that is not there any more is let be."""
        step = getattr(wish, "step", None)
        if isinstance(step, int) and not 0 <= step < len(self.draft.steps):
            return Outcome()
        match wish:
            case wants.UndoEdit():
                return Outcome(words=_said("Taken back", self.history.undo()))
            case wants.RedoEdit():
                return Outcome(words=_said("Done again", self.history.redo()))
            case wants.SetFlow(changes):
                return self._set_flow(changes)
            case wants.SetStep(step, changes):
                return self._set_step(step, changes)
            case wants.SortStages():
                return self._do(commands.sort_by_stage(self.draft, self._catalogue), "Sorted")
        return self._arrange(wish)

    def name_of(self, step: int) -> str:
        """Return what the drill of a step is called, its id where nobody knows it."""
        drill = self.draft.steps[step].get("drill", "")
        for own in self.draft.drills:
            if own.get("id") == drill:
                return str(own.get("name", drill))
        known = self._catalogue.get(str(drill))
        return known.name if known else str(drill)

    def own_drill(self, drill: str) -> int | None:
        """Return which of the flow's own drills has an id, None where none has."""
        ids = [own.get("id") for own in self.draft.drills]
        return ids.index(drill) if drill in ids else None

    def _arrange(self, wish: wants.DraftWish) -> Outcome:
        """Do what changes which steps and drills there are, and their order."""
        draft, known = self.draft, self._catalogue
        match wish:
            case wants.AddStep(drill):
                return self._do(*commands.add_step(draft, drill, known), "added")
            case wants.MoveStep(step, to):
                return self._do(*commands.move_step(draft, step, to, known), "moved")
            case wants.RepeatStep(step):
                return self._do(*commands.repeat_step(draft, step), "repeated")
            case wants.DropStep(step):
                name = self.name_of(step)
                self.history.do(commands.remove_step(draft, step), f"{name} removed")
                return Outcome(step, f"{name} removed")
            case wants.KeepDrill(keys, add):
                return self._keep_drill(dict(keys), add=add)
            case wants.DropDrill(drill):
                number = self.own_drill(drill)
                if number is not None:
                    return self._do(commands.remove_drill(draft, number), "Drill removed")
        return Outcome()

    def _do(self, draft: Draft, *done: int | str) -> Outcome:
        """Take a draft on; ``done`` is what was done, after the number of the step it was done to."""
        if draft is self.draft:
            return Outcome()
        *where, words = done
        step = where[0] if where and isinstance(where[0], int) else None
        before = self.history.now
        self.history.do(draft, str(words))
        if step is None or self.history.now is before:
            return Outcome(step, str(words))
        return Outcome(step, f"{self.name_of(step)} {words}: step {step + 1} of {len(draft.steps)}")

    def _set_flow(self, changes: Mapping[str, object]) -> Outcome:
        draft = self.draft
        for key, value in changes.items():
            draft = commands.set_head(draft, key, value)
        self.history.do(draft, f"{_named(changes)} changed", _field("flow", changes))
        return Outcome()

    def _set_step(self, step: int, changes: Mapping[str, object]) -> Outcome:
        draft = self.draft
        for key, value in changes.items():
            draft = commands.set_step(draft, step, key, value)
        words = f"{self.name_of(step)}: {_named(changes)} changed"
        self.history.do(draft, words, _field(str(step), changes))
        return Outcome()

    def _keep_drill(self, keys: dict[str, object], *, add: bool) -> Outcome:
        """Write a drill of one's own anew, or change the one with its id, as one change."""
        draft, number = self.draft, self.own_drill(str(keys.get("id", "")))
        if number is None:
            name = str(keys.get("name", ""))
            keys = {"id": commands.new_drill_id(draft, name, self._catalogue), **keys}
            draft = commands.add_drill(draft, keys)
            if add:
                draft, step = commands.add_step(draft, str(keys["id"]), self._catalogue)
                return self._do(draft, step, "added")
            return self._do(draft, "Drill written")
        for key in (*draft.drills[number], *keys):
            draft = commands.set_drill(draft, number, key, keys.get(key))
        return self._do(draft, "Drill changed")


def _said(what: str, words: str) -> str:
    return f"{what}: {words}" if words else ""


def _named(changes: Mapping[str, object]) -> str:
    """Return the key that is given a value, in words."""
    given = [key for key, value in changes.items() if value is not None] or [*changes]
    return given[-1].replace("_", " ")


def _field(where: str, changes: Mapping[str, object]) -> str:
    """Return what typing on in one field has in common, so that it is one change."""
    return f"{where} {'+'.join(sorted(changes))}"
