"""The verdicts there are on the next dose, apart from how they are reached."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the next dose should be, the most careful first."""

    REST = "rest"
    LIGHTER = "lighter"
    TAKE_BACK = "take back"
    REPEAT = "repeat"
    GO_ON = "go on"
    GROW = "grow"
