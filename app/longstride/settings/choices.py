"""What the athlete chooses one of: the day a week begins on, and how the figure looks."""

from enum import StrEnum


class WeekStart(StrEnum):
    """The day on which weeks begin."""

    SYSTEM = "system"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def weekday(self) -> int | None:
        """The day as ``date.weekday()`` counts it, None where the system is asked."""
        return {"monday": 0, "saturday": 5, "sunday": 6}.get(self)


class Kit(StrEnum):
    """What the figure wears."""

    SLATE = "slate"
    FERN = "fern"
    PLUM = "plum"


class Skin(StrEnum):
    """The tone of the figure's skin."""

    LIGHT = "light"
    TAN = "tan"
    DEEP = "deep"
