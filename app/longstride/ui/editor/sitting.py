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
        self.catalogue = catalogue

    @property
    def draft(self) -> Draft:
        """The flow as it stands."""
        return self.history.now

    def take(self, wish: wants.DraftWish) -> Outcome:
        """Do what is wanted of the draft; a step that is not there any more is let be."""
        step = getattr(wish, "step", None)
        if isinstance(step, int) and not 0 <= step < len(self.draft.steps):
            return Outcome()
        outcome = Outcome()
        match wish:
            case wants.UndoEdit():
                outcome = Outcome(words=_said("Taken back", self.history.undo()))
            case wants.RedoEdit():
                outcome = Outcome(words=_said("Done again", self.history.redo()))
            case wants.SetFlow(changes):
                self._set_flow(changes)
            case wants.SetStep(step, changes):
                self._set_step(step, changes)
            case _:
                outcome = self._arrange(wish)
        return outcome

    def name_of(self, step: int) -> str:
        """Return what the drill of a step is called, its id where nobody knows it."""
        return name_of(self.draft, step, self.catalogue)

    def own_drill(self, drill: str) -> int | None:
        """Return which of the flow's own drills has an id, None where none has."""
        ids = [own.get("id") for own in self.draft.drills]
        return ids.index(drill) if drill in ids else None

    def _arrange(self, wish: wants.DraftWish) -> Outcome:
        """Do what changes which steps and drills there are, and their order."""
        draft, known, outcome = self.draft, self.catalogue, Outcome()
        match wish:
            case wants.AddStep(drill):
                outcome = self._put("added", *commands.add_step(draft, drill, known))
            case wants.MoveStep(step, to):
                outcome = self._put("moved", *commands.move_step(draft, step, to, known))
            case wants.RepeatStep(step):
                outcome = self._put("repeated", *commands.repeat_step(draft, step))
            case wants.DropStep(step):
                words = f"{self.name_of(step)} removed"
                outcome = self._do(words, commands.remove_step(draft, step))
            case wants.SortStages():
                outcome = self._do("Sorted by stage", commands.sort_by_stage(draft, known))
            case wants.KeepDrill(keys, add):
                outcome = self._keep_drill(dict(keys), add=add)
            case wants.DropDrill(drill):
                outcome = self._drop_drill(drill)
        return outcome

    def _do(self, words: str, draft: Draft) -> Outcome:
        if draft is self.draft:
            return Outcome()
        self.history.do(draft, words)
        return Outcome(words=words)

    def _put(self, done: str, draft: Draft, step: int) -> Outcome:
        """Take on a draft in which something was done to a step, and say where that stands."""
        if draft is self.draft:
            return Outcome(step)
        name = name_of(draft, step, self.catalogue)
        self.history.do(draft, f"{name} {done}")
        return Outcome(step, f"{name} {done}: step {step + 1} of {len(draft.steps)}")

    def _set_flow(self, changes: Mapping[str, object]) -> None:
        draft = self.draft
        for key, value in changes.items():
            draft = commands.set_head(draft, key, value)
        self.history.do(draft, f"{_named(changes)} changed", _field("flow", changes))

    def _set_step(self, step: int, changes: Mapping[str, object]) -> None:
        draft = self.draft
        for key, value in changes.items():
            draft = commands.set_step(draft, step, key, value)
        words = f"{self.name_of(step)}: {_named(changes)} changed"
        self.history.do(draft, words, _field(str(step), changes))

    def _keep_drill(self, keys: dict[str, object], *, add: bool) -> Outcome:
        """Write a drill of one's own anew, or change the one with its id, as one change."""
        draft, number = self.draft, self.own_drill(str(keys.get("id", "")))
        if number is None:
            name = str(keys.get("name", ""))
            keys = {"id": commands.new_drill_id(draft, name, self.catalogue), **keys}
            draft = commands.add_drill(draft, keys)
            if add:
                drill = str(keys["id"])
                return self._put("added", *commands.add_step(draft, drill, self.catalogue))
            return self._do(f"{name} written", draft)
        for key in (*draft.drills[number], *keys):
            draft = commands.set_drill(draft, number, key, keys.get(key))
        return self._do(f"{keys.get('name')} changed", draft)

    def _drop_drill(self, drill: str) -> Outcome:
        number = self.own_drill(drill)
        if number is None:
            return Outcome()
        words = f"{self.draft.drills[number].get('name', drill)} removed"
        return self._do(words, commands.remove_drill(self.draft, number))


def name_of(draft: Draft, step: int, catalogue: Mapping[str, Drill]) -> str:
    """Return what the drill of a step of a draft is called, its id where nobody knows it."""
    drill = draft.steps[step].get("drill", "")
    for own in draft.drills:
        if own.get("id") == drill:
            return str(own.get("name", drill))
    known = catalogue.get(str(drill))
    return known.name if known else str(drill)


def _said(what: str, words: str) -> str:
    return f"{what}: {words}" if words else ""


def _named(changes: Mapping[str, object]) -> str:
    """Return the key that is given a value, in words."""
    given = [key for key, value in changes.items() if value is not None] or [*changes]
    return given[-1].replace("_", " ")


def _field(where: str, changes: Mapping[str, object]) -> str:
    """Return what typing on in one field has in common, so that it is one change."""
    return f"{where} {'+'.join(sorted(changes))}"
