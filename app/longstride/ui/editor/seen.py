"""What a draft comes to and how it stands to its file; worked out off the GUI thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from longstride.content.writing.kept_drafts import drop, keep
from longstride.content.writing.looking import Look, look
from longstride.content.writing.saving import Opened, is_changed
from longstride.core.errors import FileError
from longstride.core.timeline.coaching import Coaching
from longstride.ui.editor.reading import read_view
from longstride.ui.editor.view import EditorView, Remark

if TYPE_CHECKING:
    from pathlib import Path

    from longstride.content.writing.draft import Draft
    from longstride.core.flow.drill import Drill
    from longstride.engine import Engine


@dataclass(frozen=True, slots=True)
class Ground:
    """What a sitting begins with: the draft, the drills that ship, and where it is kept."""

    opened: Opened
    catalogue: Mapping[str, Drill]
    place: Path
    unsaved: bool = False


CHANGED = (
    "Another program has changed this flow's file since it was opened here. Yours is kept as a "
    "draft; Save would not write over the other."
)


@dataclass(frozen=True, slots=True)
class Seen:
    """A draft, what it comes to, and how the page shows it."""

    draft: Draft
    look: Look
    view: EditorView


def see(engine: Engine, ground: Ground, saved: bytes, *, changed: bool) -> Seen:
    """Return what a draft comes to after keeping it in its place; ``saved`` is what its file has.

    What nobody ``changed`` yet is not kept. It is told in full, as somebody hears it who knows
    none of it.
    """
    opened, catalogue = ground.opened, ground.catalogue
    draft = opened.draft
    coaching = Coaching(engine.library.phrases, rate=engine.settings.rate)
    found = look(draft, catalogue, coaching, engine.known_lengths())
    is_saved = opened.file is not None and draft.content == saved
    view = read_view(draft, found, catalogue)
    state, trouble = _kept(ground.place, opened, is_saved=is_saved, changed=changed)
    view = replace(
        view,
        is_saved=is_saved,
        state=state,
        remarks=(*trouble, *view.remarks),
        origin=CHANGED if is_changed(opened) else "",
    )
    return Seen(draft, found, view)


def _kept(
    place: Path, opened: Opened, *, is_saved: bool, changed: bool
) -> tuple[str, tuple[Remark, ...]]:
    """Keep a draft, or keep none of what is saved; return how it stands, and what is in the way."""
    if is_saved:
        drop(place)
        return "Saved", ()
    if not changed and not place.exists():
        return "Not saved yet", ()
    try:
        keep(place, opened)
    except FileError as error:
        return "No draft kept", (Remark(f"The draft cannot be kept. {error}", stops=False),)
    return "Draft kept", ()
