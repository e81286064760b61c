"""Has a drill of one's own written, and looked at while it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from longstride.ui.editor.drill_dialog import DrillDialog
from longstride.ui.editor.field_words import field_words
from longstride.ui.editor.latest import Latest
from longstride.ui.editor.view import Remark
from longstride.ui.intentions import editing as wants

if TYPE_CHECKING:
    from longstride.core.flow.drill import Drill
    from longstride.ui.editor.desk import EditDesk
    from longstride.ui.shell.front import Front

_TRIAL = "a-drill-of-my-own"  # the id of what is tried and has none of its own yet


def write_drill(desk: EditDesk, front: Front, drill: str) -> None:
    """Ask for a drill of the open flow: the one of an id, or a new one."""
    sitting, seen = desk.sitting, desk.seen
    if sitting is None or seen is None:
        return
    number = sitting.own_drill(drill) if drill else None
    keys = {} if number is None else dict(sitting.draft.drills[number])
    catalogue = sitting.catalogue
    latest = Latest(front.background, front.refuse, desk)

    def judge(tried: Mapping[str, object], take: Callable[[tuple[Remark, ...]], object]) -> None:
        latest.ask(lambda: remarks_on(tried, catalogue), take)

    dialog = DrillDialog(front.theme, front.window, keys, catalogue, judge)
    dialog.kept.connect(lambda kept: desk.take(wants.KeepDrill(kept)))
    dialog.finished.connect(latest.drop)
    dialog.open()


def remarks_on(tried: Mapping[str, object], catalogue: Mapping[str, Drill]) -> tuple[Remark, ...]:
    """Return what is wrong or unwise in a drill by itself, as if it stood in a flow of its own."""
    from longstride.content.writing.commands import add_drill, add_step
    from longstride.content.writing.draft import new_draft
    from longstride.content.writing.looking import look
    from longstride.core.timeline.coaching import Coaching
    from longstride.core.timeline.phrases import Phrases

    drill = {"id": _TRIAL, **tried}
    alone = add_drill(new_draft("Trial"), drill)
    alone, _ = add_step(alone, str(drill["id"]), catalogue)
    found = look(alone, catalogue, Coaching(Phrases()))
    places = ((True, found.mistakes), (False, found.warnings))
    return tuple(
        Remark(field_words(each.text, found.known), stops, key=each.key)
        for stops, group in places
        for each in group
        if each.drill is not None
    )
