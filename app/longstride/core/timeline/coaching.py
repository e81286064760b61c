"""How one athlete is told a flow: the language, how much of it, what they know already."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from longstride.core.flow.flow import Flow
from longstride.core.flow.manner import USUAL_RATE
from longstride.core.flow.talk import Familiarity, Says, Talk, says
from longstride.core.timeline.bouts import Bout
from longstride.core.timeline.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Coaching:
    """What a flow is told with.

    ``talk`` is the athlete's choice, used where neither step nor flow has its own. ``known`` says
    how well drills are known by id; a drill that is not in it is new. ``sessions`` is how often
    the flow was finished before, by which the second cue takes turns. ``sounds``: the tones are
    explained first. What leads in to a bout before ``since``, and the work before that, is told as
    ``before`` has it: what was said cannot change. ``rate`` is the voice's, in words a minute: a
    sentence that was not measured is guessed by it.
    """

    phrases: Phrases
    talk: Talk = Talk.FULL
    known: Mapping[str, Familiarity] = field(default_factory=dict, hash=False)
    sessions: int = 0
    sounds: bool = False
    before: "Coaching | None" = None
    since: int = 0
    rate: int = USUAL_RATE

    def says(self, flow: Flow, bout: Bout, *, working: bool = False) -> Says:
        """Return what is said before the work of a bout, or while one is ``working``."""
        if self.before is not None and bout.index + working < self.since:
            return self.before.says(flow, bout, working=working)
        level = self.talk
        if level is not Talk.TONES:
            level = bout.talk or flow.talk or level
        return says(level, self.known.get(bout.drill.id, Familiarity.NEW))

    def says_less(self, flow: Flow) -> bool:
        """Return whether less than everything is said of a flow's drills by now."""
        if self.talk is Talk.EXPERIENCE:
            return any(self.known.get(step.drill.id, Familiarity.NEW) for step in flow.steps)
        return self.talk is not Talk.FULL

    def everything(self) -> "Coaching":
        """Return how it is told where nothing is left out."""
        return replace(self, talk=Talk.FULL, known={})

    def fewer(self, flow: Flow, drills: Iterable[str]) -> "Coaching":
        """Return how it is told in fewer words: as it is, or as if one knew all the drills."""
        if self.says_less(flow):
            return self
        return replace(self, talk=Talk.EXPERIENCE, known=dict.fromkeys(drills, Familiarity.KNOWN))

    def changed_from(self, bout: int, other: "Coaching", *, set_up: bool = True) -> "Coaching":
        """Return how it is told when that changes under way: a bout's work, and all after it.

        How it is led in to stays where it has been ``set_up`` already.
        """
        since = bout + 1 if set_up else bout
        return replace(self, talk=other.talk, known=other.known, before=self, since=since)
