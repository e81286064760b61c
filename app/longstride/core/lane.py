"""One voice: words that never overlap, each place given to whoever asks first."""

from bisect import bisect_right, insort

BREATHER = 120  # ms of quiet between two utterances, so that they are heard as two


class Lane:
    """The places already taken by words, in ms."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int]] = []

    def is_free(self, start: int, end: int) -> bool:
        """Return whether words from start to end keep clear of all others."""
        index = bisect_right(self._taken, (start, end))
        before = self._taken[index - 1][1] if index else -BREATHER
        after = self._taken[index][0] if index < len(self._taken) else end + BREATHER
        return before + BREATHER <= start and end + BREATHER <= after

    def take(self, start: int, end: int) -> None:
        """Mark a place as taken."""
        insort(self._taken, (start, end))

    def first_free(self, length: int, earliest: int) -> int:
        """Return the first start at or after ``earliest`` where so many ms are free."""
        start = earliest
        # Words do not overlap, so whatever lies before these ended in time.
        first = max(0, bisect_right(self._taken, (earliest - BREATHER,)) - 1)
        for taken_start, taken_end in self._taken[first:]:
            if taken_end + BREATHER <= start:
                continue
            if start + length + BREATHER <= taken_start:
                break
            start = taken_end + BREATHER
        return start
