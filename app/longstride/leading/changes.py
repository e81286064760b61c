"""What is told of a change under way, and whether it changes anything that is said."""

from collections.abc import Collection

from longstride.core.timeline.adapt import Performance
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.role import Role
from longstride.core.timeline.timeline import Timeline

_SETTING_UP = frozenset({Role.SIDE, Role.PLACE, Role.PREVIEW, Role.WARN, Role.DOSE})


def is_set_up(timeline: Timeline, bout: int, at: int) -> bool:
    """Return whether a bout's set-up has begun to be told before a position."""
    said = (cue for cue in timeline.cues if cue.role in _SETTING_UP and cue.start < at)
    return any(timeline.at(cue.start).span.bout == bout for cue in said)


def words_from(timeline: Timeline, at: int, notice: str) -> list[str]:
    """Return what is said from a position on, besides a notice."""
    said = (cue for cue in timeline.cues if cue.role is not None and cue.start >= at)
    return [cue.text for cue in said if cue.text != notice]


def told_of_lighter(
    performance: Performance, phrases: Phrases, told: Collection[str]
) -> tuple[str, ...]:
    """Return what is said of going lighter: the first time also what it means where drills stay."""
    if not performance.lighter:
        return (phrases.full,)
    steps = zip(performance.authored.steps, performance.flow.steps, strict=True)
    stays = any(old != new and old.drill.id == new.drill.id for old, new in steps)
    if stays and phrases.half_range not in told:
        return phrases.lighter, phrases.half_range
    return (phrases.lighter,)
