"""Lengths of time as people write, read and hear them; inside, always whole milliseconds."""

import re

_SECONDS = re.compile(r"(\d{1,5})\s*(?:s|sec|seconds?)?")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")
_MINUTES = re.compile(r"(\d{1,3})\s*(?:m|min|minutes?)")

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def parse_duration(value: int | str) -> int:
    """Return milliseconds for ``30``, ``"30s"``, ``"1:30"`` or ``"2 min"``; ValueError if none."""
    if isinstance(value, bool):
        raise ValueError("a length of time is a number of seconds, not true or false")
    if isinstance(value, int):
        if value < 0:
            raise ValueError("a length of time cannot be negative")
        return value * 1000
    text = value.strip().lower()
    if found := _CLOCK.fullmatch(text):
        return (int(found[1]) * 60 + int(found[2])) * 1000
    if found := _SECONDS.fullmatch(text):
        return int(found[1]) * 1000
    if found := _MINUTES.fullmatch(text):
        return int(found[1]) * 60_000
    raise ValueError(f'{value!r} is not a length of time; write 30, "30s" or "1:30"')


def clock_text(duration: int) -> str:
    """Return ``7:42`` or ``1:02:03`` for milliseconds, cut down to the whole second."""
    minutes, seconds = divmod(duration // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def minutes_text(duration: int) -> str:
    """Return ``14 min`` or ``5 min 20 s``, to the nearest ten seconds, as on a flow's card."""
    tens = (duration + 5000) // 10_000
    minutes, rest = divmod(tens * 10, 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


def number_word(number: int) -> str:
    """Return a number below 1000 as a word, so that every voice says it alike."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens] + (f" {_ONES[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_ONES[hundreds]} hundred" + (f" and {number_word(rest)}" if rest else "")


def round_up(duration: int) -> int:
    """Return the next whole second at or after ``duration``."""
    return -(-duration // 1000) * 1000
