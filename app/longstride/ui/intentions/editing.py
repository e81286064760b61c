"""What the athlete wants of flows of their own: written, moved, shared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from longstride.ui.intentions import Intention
from longstride.ui.intentions.leading import LeadWish

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from longstride.core.flow.flow import Flow


class EditWish(Intention):
    """What the editor's desk does."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class NewFlow(EditWish):
    """Begin an empty flow."""


@dataclass(frozen=True, slots=True)
class TakeJson(EditWish):
    """Take in what was dropped: a workout of another app, or else an exported journal."""

    file: Path


@dataclass(frozen=True, slots=True)
class MakeMine(EditWish):
    """Begin a flow as a copy of another, by its id."""

    flow: str


@dataclass(frozen=True, slots=True)
class EditFlow(EditWish):
    """Open one of the athlete's own flows in the editor, by its id."""

    flow: str


@dataclass(frozen=True, slots=True)
class EditFile(EditWish):
    """Open a file among the athlete's own flows in the editor, whatever is wrong with it."""

    file: str


@dataclass(frozen=True, slots=True)
class DeleteFlow(EditWish):
    """Take one of the athlete's own flows away; it can be had back."""

    flow: str


@dataclass(frozen=True, slots=True)
class Star(EditWish):
    """Make a flow a favourite, or one no more."""

    flow: str
    on: bool


@dataclass(frozen=True, slots=True)
class ImportFlow(EditWish):
    """Take in a flow from a file; None asks for it."""

    path: Path | None = None


class DraftWish(EditWish):
    """What is done to the flow that is open in the editor; steps are counted from 0."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ChooseDrill(DraftWish):
    """Look at the drills there are, to add one."""


@dataclass(frozen=True, slots=True)
class AddStep(DraftWish):
    """Add a drill at the end of its stage."""

    drill: str


@dataclass(frozen=True, slots=True)
class MoveStep(DraftWish):
    """Put a step in another's place."""

    step: int
    to: int


@dataclass(frozen=True, slots=True)
class RepeatStep(DraftWish):
    """Put a copy of a step behind it."""

    step: int


@dataclass(frozen=True, slots=True)
class DropStep(DraftWish):
    """Take a step out."""

    step: int


@dataclass(frozen=True, slots=True)
class SetStep(DraftWish):
    """Give a step's keys other values; None leaves one to the drill or the flow."""

    step: int
    changes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SetFlow(DraftWish):
    """Give the flow's keys other values; None takes one out."""

    changes: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class SortStages(DraftWish):
    """Put the steps in the order of the stages."""


@dataclass(frozen=True, slots=True)
class WriteDrill(DraftWish):
    """Ask for a drill of one's own; ``drill`` is one of the flow's to be changed, "" a new one."""

    drill: str = ""


@dataclass(frozen=True, slots=True)
class KeepDrill(DraftWish):
    """Have a drill of one's own in the flow, by its keys; ``add`` puts a step of it in as well."""

    keys: Mapping[str, object]
    add: bool = True


@dataclass(frozen=True, slots=True)
class DropDrill(DraftWish):
    """Take a drill of one's own out of the flow."""

    drill: str


@dataclass(frozen=True, slots=True)
class UndoEdit(DraftWish):
    """Take the last change back."""


@dataclass(frozen=True, slots=True)
class RedoEdit(DraftWish):
    """Make a change again that was taken back."""


class SaveWish(DraftWish):
    """What is done with the draft and its file."""

    __slots__ = ()


class ShareWish(DraftWish):
    """What hands the flow on."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class SaveDraft(SaveWish):
    """Write the flow to its file."""


@dataclass(frozen=True, slots=True)
class SaveAsCopy(SaveWish):
    """Write the flow to a file of its own, under another id."""


@dataclass(frozen=True, slots=True)
class ReloadFile(SaveWish):
    """Let the changes go, and open the file as it is by now."""


@dataclass(frozen=True, slots=True)
class LeaveDraft(SaveWish):
    """Let go of what was not saved."""


@dataclass(frozen=True, slots=True)
class HearDraft(DraftWish):
    """Be led through a step, or all of it for None; nothing is written down."""

    step: int | None = None


@dataclass(frozen=True, slots=True)
class ShareCopy(ShareWish):
    """Save the flow with its own drills as one file."""


@dataclass(frozen=True, slots=True)
class ShareSound(ShareWish):
    """Save the flow as sound."""


@dataclass(frozen=True, slots=True)
class SharePage(ShareWish):
    """Save the flow as a page to be printed."""


@dataclass(frozen=True, slots=True)
class PreviewFlow(LeadWish):
    """Lead through a flow that is in no file yet, or one step of it; nothing is written down."""

    flow: Flow
    step: int | None = None
