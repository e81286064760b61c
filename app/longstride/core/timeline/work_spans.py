"""The work of one bout: which kind it is, and who writes it."""

from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.holds import write_breath_hold, write_free_hold
from longstride.core.timeline.reps import write_reps
from longstride.core.timeline.told import Told
from longstride.core.timeline.writer import Line, TimelineWriter


def write_work(writer: TimelineWriter, bout: Bout, told: Told) -> list[Line]:
    """Write a bout's beats and return the words wished for among them, first come first."""
    if bout.tempos:
        lines = write_reps(writer, bout, told)
    elif bout.breaths:
        lines = write_breath_hold(writer, bout, told)
    else:
        lines = write_free_hold(writer, bout, told)
    return sorted(lines, key=lambda line: (line.rank, line.at)) if told.says.speaks else []
