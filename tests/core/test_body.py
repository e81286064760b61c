"""Places that hurt, as they are named, and what of the shipped drills loads or stretches them."""

import string
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fakes
from examples import examples
from longstride.content import load_catalogue
from longstride.core.flow.body import HIP, THIGH, BodyPlace, places_named
from longstride.core.flow.drill import Stage
from longstride.core.flow.strain import MOST_NAMED, nameable, spares, strained, straining

P = BodyPlace


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("front of the left hip", {P.HIP_FRONT}),
        ("Hip flexors", {P.HIP_FRONT}),
        ("outside of right hip", {P.HIP_SIDE}),
        ("back of my hip", {P.HIP_BACK}),
        ("left hip", HIP),
        ("pain in the hips", HIP),
        ("left groin", {P.GROIN}),
        ("inner thigh", {P.GROIN}),
        ("thigh", THIGH),
        ("back of the thigh", {P.THIGH_BACK}),
        ("hamstrings", {P.THIGH_BACK}),
        ("Left KNEE!", {P.KNEE}),
        ("back of the knee", {P.KNEE}),
        ("calves", {P.LOWER_LEG}),
        ("Achilles", {P.LOWER_LEG}),
        ("lower back", {P.LOWER_BACK}),
        ("low-back and hip", {P.LOWER_BACK} | HIP),
        ("back", {P.LOWER_BACK}),
        ("upper back", {P.UPPER_BACK}),
        ("left glute, right ankle", {P.HIP_BACK, P.LOWER_LEG}),
        ("wrist", {P.ARM}),
        ("leg", (THIGH | {P.KNEE, P.LOWER_LEG})),
        ("", {P.SOMEWHERE}),
        ("пах", {P.SOMEWHERE}),
        ("it clicks", {P.SOMEWHERE}),
    ],
)
def test_an_athletes_words_name_places(words: str, places: set[BodyPlace]) -> None:
    assert places_named(words) == places


@examples(50)
@given(st.one_of(st.text(), st.text(string.ascii_letters + " -")))
def test_any_words_name_at_least_one_place(words: str) -> None:
    assert places_named(words)


@examples(50)
@given(st.sampled_from([place for place in BodyPlace if place is not BodyPlace.SOMEWHERE]))
def test_a_place_is_understood_by_its_own_name(place: BodyPlace) -> None:
    assert place in places_named(place.value)


CATALOGUE = load_catalogue(Path(__file__).parents[2] / "assets" / "drills")


@pytest.mark.parametrize(
    ("place", "drills"),
    [
        (P.HIP_FRONT, "standing-hip-flexor-stretch couch-stretch psoas-release supine-leg-rock "
                      "glute-bridge dead-bug wall-drive standing-single-leg-hip-extension"),
        (P.HIP_BACK, "figure-four-stretch lying-knee-hug glute-bridge split-squat"),
        (P.HIP_SIDE, "clamshell single-leg-hinge single-leg-balance side-plank leg-swing-across"),
        (P.GROIN, "adductor-rock-back lying-butterfly split-squat strides-within-an-easy-run"),
        (P.THIGH_BACK, "standing-hip-hinge prone-hip-extension steady-running bridge-march"),
        (P.KNEE, "half-kneeling-hip-flexor-stretch bird-dog split-squat figure-four-stretch "
                 "slow-step-down ankle-to-hip-wave steady-running single-leg-balance step-up"),
        (P.LOWER_LEG, "ankle-rock-at-the-wall walking-lunge-with-hip-extension a-skip step-up"),
        (P.LOWER_BACK, "standing-hip-hinge prone-hip-extension dead-bug couch-stretch side-plank"),
        (P.ARM, "side-plank bird-dog front-plank wall-drive"),
    ],
)  # fmt: skip
def test_what_loads_or_stretches_a_place(place: BodyPlace, drills: str) -> None:
    for name in drills.split():
        assert place in strained(CATALOGUE[name]), name


@pytest.mark.parametrize(
    ("place", "drills"),
    [
        (P.KNEE, "ribcage-breathing lying-knee-hug supine-hip-circle clamshell dead-bug"),
        (P.HIP_FRONT, "ankle-rock-at-the-wall standing-hip-hinge ribcage-breathing side-plank"),
        (P.LOWER_LEG, "glute-bridge half-kneeling-hip-flexor-stretch clamshell"),
        (P.ARM, "glute-bridge split-squat couch-stretch"),
        (P.LOWER_BACK, "ankle-rock-at-the-wall clamshell supine-leg-rock"),
    ],
)
def test_what_leaves_a_place_alone(place: BodyPlace, drills: str) -> None:
    for name in drills.split():
        assert place not in strained(CATALOGUE[name]), name


def test_every_drill_strains_its_own_areas_and_what_hurts_somewhere() -> None:
    for drill in CATALOGUE.values():
        found = strained(drill)
        assert P.SOMEWHERE in found
        assert len(found) > 1, drill.id
        assert set(drill.strains) <= found
        follows = strained(replace(drill, strains=()))
        assert not set(drill.strains) & follows, f"{drill.id} says what follows anyway"


def test_a_drill_without_areas_may_strain_anything() -> None:
    assert strained(fakes.drill(areas=())) == frozenset(BodyPlace)


def test_a_flow_says_which_steps_strain_a_place() -> None:
    knee = fakes.drill(areas=("quads",))
    flow = fakes.flow(*map(fakes.step, (fakes.drill(), knee, fakes.HOLD, knee)))
    assert straining(flow, frozenset({P.KNEE})) == (1, 3)
    assert not spares(flow, frozenset({P.KNEE, P.ARM}))
    assert spares(flow, frozenset({P.ARM}))
    assert spares(flow, frozenset())


def test_sprint_drills_strain_both_legs() -> None:
    found = strained(fakes.drill(stage=Stage.SPRINT))
    assert {P.KNEE, P.LOWER_LEG, P.GROIN, P.LOWER_BACK} <= found


def test_each_drill_offers_places_that_it_strains() -> None:
    for drill in CATALOGUE.values():
        places = nameable(drill)
        assert 1 <= len(places) <= MOST_NAMED
        assert set(places) <= strained(drill) - {BodyPlace.SOMEWHERE}
