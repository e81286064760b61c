"""Values of settings as JSON has them: each read as what it is, ValueError where it is none."""

from collections.abc import Callable
from datetime import datetime, time
from enum import StrEnum

_HOUR = "%H:%M"
MOST_TIMES = 2  # a day
MOST_GEAR = 40
_LONGEST_GEAR = 100  # characters, as in a file of a drill


def text(value: object) -> str:
    """Return a text."""
    if isinstance(value, str):
        return value
    raise ValueError("not a text")


def text_or_none(value: object) -> str | None:
    """Return a text, or None."""
    return None if value is None else text(value)


def flag(value: object) -> bool:
    """Return true or false."""
    if isinstance(value, bool):
        return value
    raise ValueError("neither true nor false")


def number(least: int, most: int) -> Callable[[object], int]:
    """Return what reads a whole number of a range."""

    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"not a whole number from {least} to {most}")

    return read


def one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    """Return what reads one of a few words."""

    def read(value: object) -> StrEnum:
        return kind(text(value))

    return read


def time_of_day(value: object) -> time:
    """Return a time such as ``18:00``."""
    return datetime.strptime(text(value), _HOUR).time()


def weekdays(value: object) -> tuple[int, ...]:
    """Return weekdays, 0 Monday to 6 Sunday, each once and in their order."""
    return tuple(sorted(set(map(number(0, 6), _list(value)))))


def times_of_day(value: object) -> tuple[time, ...]:
    """Return at most two times of the day, each once and in their order."""
    times = tuple(sorted(set(map(time_of_day, _list(value)))))
    if len(times) <= MOST_TIMES:
        return times
    raise ValueError(f"more than {MOST_TIMES} times of the day")


def gear(value: object) -> tuple[str, ...]:
    """Return names of things, each once and in their order, as many as there can be."""
    names = tuple(sorted(set(map(text, _list(value)))))
    if len(names) <= MOST_GEAR and all(len(name) <= _LONGEST_GEAR for name in names):
        return names
    raise ValueError("more than there can be")


def plain(value: object) -> object:
    """Return a value as JSON has it."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value.strftime(_HOUR) if isinstance(value, time) else value


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise ValueError("not a list")
