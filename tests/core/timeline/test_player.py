import fakes
from longstride.core.flow.drill import Dose, Side, Sides
from longstride.core.flow.talk import Talk
from longstride.core.flow.tempo import parse_tempo
from longstride.core.timeline.clock import SilentOutput
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.player import Player, PlayState
from longstride.core.timeline.step_record import Outcome
from longstride.core.timeline.timeline import SpanPhase, Timeline

TIMELINE = compile_flow(fakes.flow(), fakes.EvenLengths(), fakes.FULL)


def playing(timeline: Timeline = TIMELINE) -> tuple[Player, fakes.HandOutput]:
    output = fakes.HandOutput()
    player = Player(timeline, output)
    player.play()
    return player, output


def play_through(player: Player, output: fakes.HandOutput, until: int) -> list[object]:
    records: list[object] = []
    while output.at < min(until, output.until):
        output.go_to(output.at + 500)
        records += player.advance().ended
    return records


def test_it_follows_the_output_and_finishes() -> None:
    player, output = playing()
    output.go_to(4321)
    player.advance()
    assert player.position == 4321
    play_through(player, output, TIMELINE.duration)
    assert player.state is PlayState.FINISHED
    assert not output.sounding


def test_a_finished_step_comes_with_what_was_done() -> None:
    player, output = playing()
    (record,) = play_through(player, output, TIMELINE.step_starts[1])
    assert (record.drill, record.side, record.sets, record.reps) == ("hip-hinge", None, 1, 6)
    assert (record.seconds, record.eccentric_seconds) == (42, 24)
    assert record.outcome is Outcome.DONE


def test_each_side_has_its_own_record_and_the_last_step_ends_with_the_flow() -> None:
    player, output = playing()
    records = play_through(player, output, TIMELINE.duration)
    assert [(r.step, r.side, r.seconds) for r in records[1:]] == [
        (1, Side.LEFT, 30),
        (1, Side.RIGHT, 30),
    ]


def test_going_on_early_shortens_a_step_and_skips_one_not_begun() -> None:
    player, output = playing()
    lowering = next(s for s in TIMELINE.spans if s.phase is SpanPhase.ECCENTRIC)
    play_through(player, output, lowering.start + 14_500)
    (record,) = player.next().ended
    assert (record.outcome, record.reps) == (Outcome.SHORTENED, 2)
    fresh, _ = playing()
    assert fresh.next().ended[0].outcome is Outcome.SKIPPED


def test_next_skips_the_tones_that_are_explained_and_back_does_not_return_to_them() -> None:
    coaching = fakes.told(Talk.FULL, sounds=True)
    timeline = compile_flow(fakes.flow(), fakes.EvenLengths(), coaching)
    player, output = playing(timeline)
    output.go_to(5000)
    assert player.next().ended == ()
    assert (player.position, player.step) == (timeline.sounds_until, 0)
    player.next()
    assert player.position == timeline.step_starts[1]
    player.previous()
    assert player.position == timeline.sounds_until
    player.seek(5000)
    player.previous()
    assert player.position == 0


def test_going_over_a_stretch_twice_counts_it_once() -> None:
    player, output = playing()
    lowering = next(s for s in TIMELINE.spans if s.phase is SpanPhase.ECCENTRIC)
    play_through(player, output, lowering.start + 7000)
    player.seek(lowering.start)
    play_through(player, output, lowering.start + 7000)
    (record,) = player.retell(0)
    assert (record.seconds, record.reps) == (7, 1)


def test_pause_keeps_the_position_and_play_goes_on_there() -> None:
    player, output = playing()
    output.go_to(2500)
    player.pause()
    output.at = 9999
    assert (player.position, player.state) == (2500, PlayState.PAUSED)
    player.play()
    assert output.at == 2500


def test_back_goes_to_the_start_of_the_step_and_then_to_the_one_before() -> None:
    player, _ = playing()
    start = TIMELINE.step_starts[1]
    player.seek(start + 10_000)
    player.previous()
    assert player.position == start
    player.previous()
    assert player.position == 0


def test_it_waits_until_the_athlete_is_ready() -> None:
    dose = Dose(reps=1, tempo=parse_tempo("3010"), sets=2, rest_until_ready=True)
    timeline = compile_flow(
        fakes.flow(fakes.step(fakes.drill(dose=dose))), fakes.EvenLengths(), fakes.FULL
    )
    player, output = playing(timeline)
    play_through(player, output, timeline.duration)
    assert (player.state, player.waiting) == (PlayState.PAUSED, True)
    assert player.position == timeline.waits[0]
    player.play()
    play_through(player, output, timeline.duration)
    assert player.state is PlayState.FINISHED


def test_next_in_the_last_step_goes_to_the_closing_words() -> None:
    player, _ = playing()
    player.seek(TIMELINE.step_starts[1] + 100)
    player.next()
    assert player.moment.span.phase is SpanPhase.CLOSE


def test_the_silent_output_runs_on_its_clock_at_its_speed() -> None:
    clock = fakes.HandClock()
    output = SilentOutput(clock, speed=10)
    player = Player(TIMELINE, output)
    player.play()
    clock.pass_by(1234)
    assert player.position == 12_340
    player.pause()
    clock.pass_by(1000)
    assert player.position == 12_340
    player.play()
    clock.pass_by(TIMELINE.duration)
    player.advance()
    assert player.state is PlayState.FINISHED


def test_records_of_alternating_sides_are_apart() -> None:
    step = fakes.step(fakes.drill(sides=Sides.ALTERNATE))
    timeline = compile_flow(fakes.flow(step), fakes.EvenLengths(), fakes.FULL)
    player, output = playing(timeline)
    records = play_through(player, output, timeline.duration)
    assert [(r.side, r.reps) for r in records] == [(Side.LEFT, 3), (Side.RIGHT, 3)]


def test_next_ends_a_step_that_waits_before_it_goes_on() -> None:
    """Whoever comes down early hears what to write down and fetch."""
    steps = (fakes.step(until_ready=True), fakes.step(fakes.HOLD))
    timeline = compile_flow(fakes.flow(*steps), fakes.EvenLengths(), fakes.FULL)
    output = fakes.HandOutput()
    player = Player(timeline, output)
    player.play()
    work = next(span for span in timeline.spans if span.phase.is_work)
    player.seek(work.start + 2000)
    assert player.next().ended == ()
    (wait,) = timeline.waits
    assert player.position == timeline.at(wait - 1).span.start
    (record,) = player.next().ended
    assert player.position == wait == timeline.step_starts[1]
    assert record.step == 0
