"""Writes down what the athlete's days hold, and at which times."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal

from longstride.core.history.plan.following import Anchor
from longstride.ui.intentions import plan as wants
from longstride.ui.plan.day_words import day_text, set_text
from longstride.ui.shell.writing_part import WritingPart

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError

_NOTICE = "plan"


class DaysDesk(WritingPart):
    """``refused`` comes where there was no change, which is told."""

    refused = Signal()

    def take(self, wish: wants.DayWish) -> None:
        """Do what is wanted."""
        match wish:
            case wants.SetAnchor():
                self._set_anchor(wish)
            case wants.ChooseTimes():
                self._background.run(self._engine.records.journal.anchors, self._ask, self._refuse)
            case wants.SetTimes(anchors):
                self._set_times(anchors)

    def _ask(self, anchors: Collection[Anchor]) -> None:
        from longstride.ui.plan.times_dialog import TimesDialog

        engine = self._engine
        first, settings = engine.week_start(), engine.settings
        dialog = TimesDialog(self._theme, self._window, anchors, first, settings)
        dialog.wants.connect(self._window.wants)
        dialog.open()

    def _set_anchor(self, wish: wants.SetAnchor) -> None:
        day = Anchor(uuid4(), wish.weekday, wish.after)
        journal = self._engine.records.journal

        def work() -> tuple[Anchor, ...]:
            there = tuple(each for each in journal.anchors() if _key(each) == _key(day))
            if wish.on and not there:
                journal.anchor(day)
            elif not wish.on:
                journal.unanchor(*(each.id for each in there))
            return () if wish.on else there

        def tell(gone: tuple[Anchor, ...]) -> None:
            if any(each.at is not None for each in gone):
                words = f"{day_text(day)} is off, and its time with it."
                self._offer_undo(_NOTICE, words, lambda: journal.anchor(*gone))

        self._write(work, tell)

    def _set_times(self, wanted: tuple[Anchor, ...]) -> None:
        journal = self._engine.records.journal

        def work() -> tuple[Anchor, ...]:
            before = journal.anchors()
            changed = {each.id: each for each in with_times(before, wanted)}
            journal.anchor(*changed.values())
            return tuple(each for each in before if each.id in changed)

        def tell(before: tuple[Anchor, ...]) -> None:
            if before:
                self._offer_undo(_NOTICE, set_text(wanted), lambda: journal.anchor(*before))

        self._write(work, tell)

    def _refuse(self, error: LongstrideError) -> None:
        super()._refuse(error)
        self.refused.emit()


def with_times(anchors: Iterable[Anchor], wanted: Iterable[Anchor]) -> tuple[Anchor, ...]:
    """Return the anchors that get another time: all of a kind and day, where there are two."""
    times = {_key(each): each for each in wanted}
    new = {each: times.get(_key(each), each) for each in anchors}
    made = (replace(each, at=to.at, remind=to.remind) for each, to in new.items())
    return tuple(each for each in made if each not in new)


def _key(anchor: Anchor) -> tuple[object, ...]:
    return anchor.weekday, anchor.after
