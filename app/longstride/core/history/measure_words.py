"""Results in words that say which side of nought they are on."""

from longstride.core.history.measure import MeasureKind, number_text


def value_words(kind: MeasureKind, value: float) -> str:
    """Return ``4° short of level``, ``2° past level``, ``0°`` or ``40 s``."""
    amount, (above, below) = round(value, 1), kind.form.zero
    side = above if amount > 0 else below if amount < 0 else ""
    if not side:
        return number_text(value, kind.form.unit)
    return f"{number_text(abs(amount), kind.form.unit)} {side}"


def zero_words(kind: MeasureKind) -> str:
    """Return "Above 0° is past level, below it short of level.", "" where all are more."""
    above, below = kind.form.zero
    return f"Above 0{kind.form.unit} is {above}, below it {below}." if above else ""
