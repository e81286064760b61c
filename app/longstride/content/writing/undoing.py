"""What was done to a draft, to be taken back and done again, without end."""

from dataclasses import replace
from typing import NamedTuple

from longstride.content.writing.draft import Draft


class Change(NamedTuple):
    """A draft and what led to it, in words, such as "Glute bridge moved up"."""

    draft: Draft
    words: str = ""
    field: str = ""


class History:
    """The drafts of one sitting. Typing on in one ``field`` is one change."""

    def __init__(self, draft: Draft) -> None:
        self._done = [Change(draft)]
        self._undone: list[Change] = []
        self._closed = True

    @property
    def now(self) -> Draft:
        """The draft as it stands."""
        return self._done[-1].draft

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return len(self._done) > 1

    @property
    def can_redo(self) -> bool:
        """Whether there is anything to do again."""
        return bool(self._undone)

    def do(self, draft: Draft, words: str = "", field: str = "") -> None:
        """Take a new draft on; one that is no other is no change."""
        if draft is self.now or draft == self.now:
            return
        last = self._done.pop()
        if not field or field != last.field or self._closed:
            self._done.append(last._replace(draft=replace(last.draft)))  # without its text
        self._done.append(Change(draft, words, field))
        self._undone.clear()
        self._closed = False

    def close(self) -> None:
        """Have what is typed next be a change of its own, in the same field too."""
        self._closed = True

    def undo(self) -> str:
        """Take the last change back and return its words; "" where there is none."""
        if not self.can_undo:
            return ""
        self._closed = True
        self._undone.append(self._done.pop())
        return self._undone[-1].words

    def redo(self) -> str:
        """Do again what was taken back last and return its words; "" where there is none."""
        if not self._undone:
            return ""
        self._closed = True
        self._done.append(self._undone.pop())
        return self._done[-1].words
