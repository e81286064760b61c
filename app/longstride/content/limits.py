"""How long a flow may take, however slowly the athlete breathes and the voice speaks."""

from collections import defaultdict
from dataclasses import astuple, replace

from longstride.core.flow.breath import LONGEST_CYCLE, SHORTEST_CYCLE, Breath
from longstride.core.flow.drill import Sides
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.manner import LEAST_RATE
from longstride.core.flow.talk import Familiarity, Talk
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.lengths import estimate
from longstride.core.timeline.phrases import Phrases
from longstride.core.timeline.returning import READY_LENGTH
from longstride.core.timeline.writer import PAUSE

LONGEST = 3 * 3_600_000
SLOWEST_BREATH = Breath(7000, 8000)
_CYCLES = range(SHORTEST_CYCLE, LONGEST_CYCLE + 1, 1000)


def least_length(step: Step, breath: Breath) -> int:
    """Return the ms a step takes at least, whatever is spoken in it."""
    dose, turns = step.dose, _turns(step)
    rep = dose.tempo.rep if dose.tempo else 0
    bout = (dose.reps or 0) * rep + (dose.hold or 0) + (dose.breaths or 0) * breath.cycle
    between = dose.rest * (dose.sets - 1) + step.change * (turns - 1) * dose.sets
    return step.get_ready + dose.sets * turns * (READY_LENGTH + bout) + between + step.rest


def longest_length(flow: Flow, phrases: Phrases) -> int:
    """Return the ms that a flow takes at most, with every breath, rate and level of talk.

    What is known of a drill shortens its set-up to other words, which may be the longer ones: each
    bout counts as it is longer. What is too long one way is not looked at in the other.
    """
    drills = {step.drill.id: Familiarity.KNOWN for step in flow.steps}
    slow = Coaching(phrases, Talk.FULL, rate=LEAST_RATE, sounds=True)
    known = replace(slow, talk=Talk.EXPERIENCE, known=drills)
    farewell = max(astuple(phrases.welcome), key=len)
    slowest = replace(flow, breath=SLOWEST_BREATH, closing=f"{flow.closing} {farewell}".strip())
    longest: defaultdict[int, int] = defaultdict(int)
    for coaching in (slow, known):
        for bout, length in _bout_lengths(slowest, coaching).items():
            longest[bout] = max(length, longest[bout])
        if sum(longest.values()) > LONGEST:
            break
    return sum(longest.values()) + sum(_more(step) for step in flow.steps)


def _bout_lengths(flow: Flow, coaching: Coaching) -> dict[int, int]:
    lengths: defaultdict[int, int] = defaultdict(int)
    for span in compile_flow(flow, {}, coaching).spans:
        lengths[span.bout] += span.length
    return lengths


def _more(step: Step) -> int:
    """Return the ms by which a step can be longer than at the slowest breath.

    Its holds may be rounded up at another breath, and other cues may be left over for its rests.
    """
    cues = sum(estimate(cue, LEAST_RATE).ms + PAUSE for cue in step.cues or step.drill.cues)
    return (step.dose.sets - 1) * cues + step.dose.sets * _turns(step) * _rounded_up(step)


def _rounded_up(step: Step) -> int:
    hold = step.dose.hold
    if not hold or not step.drill.paced:
        return 0
    most = max(max(1, (hold + cycle // 2) // cycle) * cycle for cycle in _CYCLES)
    return max(0, most - SLOWEST_BREATH.count_in(hold) * SLOWEST_BREATH.cycle)


def _turns(step: Step) -> int:
    return 2 if step.sides is Sides.EACH else 1
