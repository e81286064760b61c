"""What to do next, and why; and nothing that hurts until it is said to be better."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from core.history import dosed_flows as made
from core.history.dosed_flows import hinge
from examples import examples
from longstride.core.flow.body import BodyPlace
from longstride.core.flow.drill import Stage
from longstride.core.flow.strain import spares
from longstride.core.history.pain import hurting, places_text, tender
from longstride.core.history.session import AfterRating, Pain, PainKind, Session
from longstride.core.history.suggestion import suggest

TODAY = date(2024, 1, 10)
LOADED = fakes.flow(hinge(), id="eccentric", title="Eccentric hips", minutes=(12, 15))
DESK = fakes.flow(fakes.step(fakes.HOLD), id="desk", title="Unlock the desk", minutes=(3, 3))
CALM = fakes.flow(fakes.step(fakes.HOLD), id="calm", title="Wind down", minutes=(8, 8))
FLOWS = (LOADED, CALM, DESK)
FRONT = replace(
    fakes.flow(fakes.step(replace(fakes.HOLD, areas=("hip flexors",)))),
    id="front",
    title="Hip flexors",
    minutes=(2, 2),
)


def session(day: int, flow: str = "test-flow", after: AfterRating | None = made.GOOD) -> Session:
    return replace(made.session(day, after=after), flow=flow)


def hurt(day: int, where: str = "hip", kind: PainKind = PainKind.SHARP) -> Session:
    return session(day, "eccentric", AfterRating(pain=Pain(kind, where)))


def suggested(stiffness: int | None, *last: Session) -> tuple[str, str]:
    found = suggest(FLOWS, stiffness, last, TODAY)
    assert found is not None
    assert found.flow is not None
    return found.flow.id, found.reason


def test_stiff_hips_begin_with_the_gentlest() -> None:
    assert suggested(7) == ("desk", "Stiff 7: start with Unlock the desk.")
    assert suggested(6) == ("eccentric", "Eccentric hips is a good place to begin.")


def test_the_day_after_load_is_easy() -> None:
    words = "Eccentric hips was yesterday: an easy day suits it, with Unlock the desk."
    assert suggested(3, session(8, "eccentric"), session(5, "calm")) == ("desk", words)
    assert suggested(3, session(9, "eccentric"))[1].startswith("Eccentric hips was today")
    assert suggested(3, session(7, "eccentric"))[0] == "eccentric"


def test_flows_take_turns() -> None:
    runs = (session(2, "eccentric"), session(4, "desk"), session(6, "calm"))
    assert suggested(None, *runs) == ("eccentric", "Eccentric hips was last done 7 days ago.")
    assert suggested(None, *runs, session(7, "eccentric"))[0] == "desk"


def test_what_is_gone_or_yet_to_come_is_passed_over() -> None:
    assert suggest((), 5, [], TODAY) is None
    assert suggested(None, session(8, "deleted"))[0] == "eccentric"
    assert suggested(None, session(20, "calm")) == suggested(None)
    assert suggested(None, hurt(20)) == suggested(None)


# -- it hurts


@pytest.mark.parametrize("stiffness", [None, 0, 8])
def test_sharp_pain_comes_first(stiffness: int | None) -> None:
    assert suggested(stiffness, hurt(8)) == (
        "desk",
        "Sharp pain last time: rest, or move easily with Unlock the desk. "
        "It leaves the hip alone. If it stays, see a clinician.",
    )


def test_a_hip_flexor_stretch_is_not_offered_one_screen_after_it_hurt() -> None:
    found = suggest((FRONT,), 8, [hurt(9, "front of the left hip")], TODAY)
    assert found is not None
    assert found.flow is None
    assert found.reason == (
        "Every flow here works on the front of the hip: let it rest until it is better. "
        "If it stays, see a clinician."
    )
    other = suggest((FRONT, CALM), 8, [hurt(9, "front of the left hip")], TODAY)
    assert other is not None
    assert other.flow == CALM


def test_it_is_left_alone_until_it_is_said_to_be_better() -> None:
    runs = [hurt(1, "left hip flexor"), *(session(day, "front") for day in range(2, 9))]
    flows = (FRONT, CALM)
    later = date(2024, 1, 30)
    found = suggest(flows, None, runs, later)
    assert found is not None
    assert found.flow == CALM
    assert found.reason == (
        "Wind down is a good place to begin. It leaves the front of the hip alone. "
        "If it stays, see a clinician."
    )
    said = datetime(2024, 1, 3, tzinfo=UTC)
    better = suggest(flows, None, runs, later, {BodyPlace.HIP_FRONT: said})
    assert better is not None
    assert better.flow == FRONT
    again = [*runs, hurt(8, "hip flexor")]
    relapsed = suggest(flows, None, again, later, {BodyPlace.HIP_FRONT: said})
    assert relapsed is not None
    assert relapsed.flow == CALM


def test_only_easy_flows_in_the_first_days() -> None:
    found = suggest((LOADED,), None, [hurt(8, "left shoulder")], TODAY)
    assert found is not None
    assert found.flow is None
    later = suggest((LOADED,), None, [hurt(8, "left shoulder")], TODAY + timedelta(days=5))
    assert later is not None
    assert later.flow == LOADED


def test_pain_that_nobody_can_place_rests() -> None:
    for where in ("", "пах"):
        found = suggest(FLOWS, None, [hurt(8, where)], TODAY)
        assert found is not None
        assert found.flow is None
        assert found.reason.startswith("Something hurt sharply last time: let it rest")


def test_dull_pain_suggests_what_it_always_did() -> None:
    assert suggested(3, hurt(8, kind=PainKind.DULL)) == suggested(3, session(8, "eccentric"))


def test_places_that_hurt_have_their_last_day() -> None:
    runs = [hurt(1, "knee"), hurt(4, "knee, hip flexor"), hurt(6, "calf", PainKind.DULL)]
    found = hurting(runs, {})
    assert found == {BodyPlace.KNEE: date(2024, 1, 5), BodyPlace.HIP_FRONT: date(2024, 1, 5)}
    said = {BodyPlace.KNEE: datetime(2024, 1, 6, tzinfo=UTC)}
    assert set(hurting(runs, said)) == {BodyPlace.HIP_FRONT}
    assert tender(runs, {}) == {BodyPlace.KNEE, BodyPlace.HIP_FRONT, BodyPlace.LOWER_LEG}


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ({BodyPlace.KNEE}, "knee"),
        ({BodyPlace.KNEE, BodyPlace.HIP_FRONT}, "front of the hip and knee"),
        (
            {BodyPlace.KNEE, BodyPlace.HIP_FRONT, BodyPlace.LOWER_BACK},
            "front of the hip, knee and lower back",
        ),
        ({BodyPlace.SOMEWHERE, BodyPlace.KNEE}, ""),
    ],
)
def test_places_read_as_a_list(places: set[BodyPlace], words: str) -> None:
    assert places_text(places) == words


stages = st.sampled_from(list(Stage))
areas = st.sampled_from([(), ("quads",), ("hips",), ("core",), ("ankles",), ("hip flexors",)])
any_flow = st.builds(
    lambda number, stage, area: fakes.flow(
        fakes.step(fakes.drill(stage=stage, areas=area)), id=f"flow-{number}", title="Flow"
    ),
    st.integers(0, 9),
    stages,
    areas,
)


@examples(50)
@given(
    st.lists(any_flow, max_size=4),
    st.one_of(st.none(), st.integers(0, 10)),
    st.lists(st.tuples(st.integers(0, 9), made.ratings), max_size=5),
)
def test_nothing_that_hurts_is_ever_suggested(
    flows: list[made.Flow], stiffness: int | None, rated: list[tuple[int, AfterRating | None]]
) -> None:
    runs = [session(day, "flow-1", after) for day, after in rated]
    found = suggest(flows, stiffness, runs, TODAY)
    assert (found is None) is (not flows)
    if found is not None:
        assert found.reason.endswith(".")
        hurts = frozenset(hurting(runs, {}))
        assert spares(found.flow, hurts) if found.flow else hurts
