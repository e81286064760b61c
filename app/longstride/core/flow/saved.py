"""A flow as the journal keeps it, JSON: how large it can be, asked before it is parsed."""

MOST_STEPS = 500  # of any flow
_LONGEST = 4_000_000  # characters
# The parser itself can be made to suffer: a megabyte of brackets costs it 300.
_MOST_MARKS = {"{": 10 * MOST_STEPS, ":": 100 * MOST_STEPS, "[": 20 * MOST_STEPS}


def is_swollen(text: str) -> bool:
    """Return whether a text is larger than any flow that was kept."""
    marks = (text.count(mark) > most for mark, most in _MOST_MARKS.items())
    return len(text) > _LONGEST or any(marks)
