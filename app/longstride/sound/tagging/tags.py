"""What a sound file says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a sound file, from ``start`` ms to the next one's."""

    start: int
    title: str


@dataclass(frozen=True, slots=True)
class Tags:
    """A title, and chapters in order; ``length`` of the whole in ms."""

    title: str
    chapters: tuple[Chapter, ...] = ()
    length: int = 0

    def ends(self) -> tuple[int, ...]:
        """Return where each chapter ends, in ms."""
        return (*(chapter.start for chapter in self.chapters), self.length)[1:]
