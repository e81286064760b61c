"""What is fetched and put away where steps are left out."""

from dataclasses import replace

import fakes
from core.timeline.shortened import FLOWS, drills, step
from longstride.core.flow.drill import Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.timeline.shorten import ladder


def kit(flow: Flow, *left: str) -> list[tuple[str, str]]:
    """Return what is put away and fetched where only those drills are left."""
    rung = next(rung for rung in ladder(flow) if drills(rung) == list(left))
    return [(step.put_away, step.fetch) for step in rung.flow.steps]


BAND = ("band",)
WORN = fakes.flow(
    step("wave", Stage.OPEN, keep=True),
    step("abduction", equipment=BAND, fetch="To the chair. Band on.", get_ready=30_000),
    step("walk", equipment=BAND, areas=("hips",)),
    step("lunge", put_away="Band off.", fetch="To the stair.", areas=("quads", "core")),
    step("thrust", equipment=BAND, fetch="To the bench. Band on.", areas=("glutes", "ankles")),
    step("couch", Stage.END_RANGE, put_away="Band off.", fetch="Take the cushion."),
)


def keeping(*names: str) -> Flow:
    return replace(
        WORN, steps=tuple(replace(s, keep=s.keep or s.drill.id in names) for s in WORN.steps)
    )


def test_the_next_one_takes_over_what_was_to_be_fetched() -> None:
    flow = keeping("walk", "lunge", "thrust")
    assert kit(flow, "wave", "walk", "lunge", "thrust", "couch")[1:3] == [
        ("", "Band on."),
        ("Band off.", "To the stair."),
    ]
    (rung,) = [r for r in ladder(flow) if drills(r)[1] == "walk" and len(r.kept) == 5][:1]
    assert rung.flow.steps[1].get_ready == 30_000


def test_nothing_is_put_away_that_was_never_taken() -> None:
    assert kit(keeping("lunge"), "wave", "lunge", "couch") == [
        ("", ""),
        ("", "To the stair."),
        ("", "Take the cushion."),
    ]


def test_what_is_still_worn_is_not_put_on_again() -> None:
    assert kit(keeping("walk", "thrust"), "wave", "walk", "thrust", "couch") == [
        ("", ""),
        ("", "Band on."),
        ("", "To the bench."),
        ("Band off.", "Take the cushion."),
    ]


def test_what_is_still_worn_is_put_away_by_the_next_one() -> None:
    steps = (*WORN.steps[:4], step("squat", areas=("feet",)), WORN.steps[5])
    flow = replace(keeping("abduction"), steps=tuple(map(kept_but_lunge, steps)))
    assert kit(flow, "wave", "abduction", "squat", "couch")[2] == ("Band off.", "")


def kept_but_lunge(each: Step) -> Step:
    return replace(each, keep=each.drill.id in {"wave", "abduction", "squat"})


def test_the_way_to_the_clear_ground_is_told_to_whoever_goes_first() -> None:
    flow = FLOWS["sprint-blast"]
    places = {step.drill.id: step.fetch for step in ladder(flow)[-1].flow.steps}
    assert places["a-skip"] == "Walk to the clear ground."
