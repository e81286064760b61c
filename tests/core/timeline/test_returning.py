"""What is heard where one comes back to the work."""

from dataclasses import replace

import fakes
from core.timeline.compiled import HINGE, LENGTHS, spans_of
from longstride.core.flow.drill import Dose, Sides, Unit
from longstride.core.flow.flow import Flow
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.returning import Return
from longstride.core.timeline.timeline import CueKind, SpanPhase, Timeline


def returning(flow: Flow, *returns: Return) -> Timeline:
    return compile_flow(flow, LENGTHS, fakes.FULL, returns=returns)


def test_one_comes_back_to_a_repetition_with_name_side_what_is_left_and_ready() -> None:
    flow = fakes.flow(fakes.step(replace(HINGE, sides=Sides.EACH)))
    timeline = returning(flow, Return(0, 6, 3))
    again = [s for s in spans_of(timeline, SpanPhase.READY) if s.bout == 0][1]
    words = [c.text for c in timeline.cues if c.role and again.start <= c.start < again.end]
    assert words == ["Hip hinge.", "Left side.", "Three left.", "Ready."]
    sixth = next(span for span in timeline.spans if span.rep == 6)
    assert sixth.start == again.end
    assert any(c.kind is CueKind.READY and c.at == again.end - 1000 for c in timeline.cues)


def test_a_hold_is_gone_on_with_at_its_breath_and_lasts_as_long_altogether() -> None:
    flow = fakes.flow(fakes.step(replace(fakes.HOLD, sides=Sides.BOTH)))
    timeline = returning(flow, Return(0, 2, 1))
    holds = spans_of(timeline, SpanPhase.HOLD)
    assert [hold.length for hold in holds] == [20_000, 10_000]
    assert timeline.breaths[-1].end == holds[-1].end


def test_a_free_hold_is_gone_on_with_at_its_second() -> None:
    of = fakes.drill(unit=Unit.SECONDS, paced=False, dose=Dose(hold=40_000), cues=(), test=True)
    timeline = returning(fakes.flow(fakes.step(of)), Return(0, 25))
    holds = spans_of(timeline, SpanPhase.HOLD)
    assert [hold.length for hold in holds] == [25_000, 15_000]
    told = [c.at - holds[1].start for c in timeline.cues if c.text == "Thirty."]
    assert told == [5000]
