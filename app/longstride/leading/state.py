"""What a run is doing."""

from enum import StrEnum


class State(StrEnum):
    """What a run is doing; it is always one of these."""

    PREPARING = "preparing"  # its first words; nothing is written down yet
    PLAYING = "playing"
    PAUSED = "paused"  # because the athlete wants it
    WAITING = "waiting"  # because the flow does, until the athlete is ready
    ASLEEP = "asleep"  # paused, because the machine was
    FINISHED = "finished"
    LEFT = "left"  # in the middle


STANDING = frozenset({State.PAUSED, State.WAITING, State.ASLEEP})
UNDER_WAY = STANDING | {State.PLAYING}
