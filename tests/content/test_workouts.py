"""Workouts of another app become flows that load, and what has no counterpart is told."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from longstride.content import load_catalogue, load_flow
from longstride.content.writing.workouts import Workout, read_workouts
from longstride.core.errors import FileError, FlowError

KNOWN = load_catalogue(Path(__file__).parents[2] / "assets" / "drills")
EXAMPLES = 1000 if os.environ.get("LONGSTRIDE_FUZZ") else 40


def exercise(name: object, duration: object = 30) -> dict[str, object]:
    return {"name": name, "id": "x", "duration": duration}


def a_set(*exercises: object, repetitions: object = 1, **more: object) -> dict[str, object]:
    return {"repetitions": repetitions, "id": "y", "exercises": list(exercises), **more}


def workout(*sets: object, title: object = "Morning") -> dict[str, object]:
    return {"title": title, "sets": list(sets), "version": 2, "position": 0}


def read(*tables: object) -> tuple[Workout, ...]:
    table = tables[0] if len(tables) == 1 else {"workouts": list(tables)}
    return read_workouts(json.dumps(table).encode(), KNOWN)


def test_a_workout_becomes_a_flow() -> None:
    (found,) = read(
        workout(
            a_set(exercise("Glute bridge", 40), exercise("Rest", 15), name="Warm"),
            a_set(exercise("couch stretch", 60)),
        )
    )
    flow = load_flow(found.draft.text, KNOWN)
    assert [step.drill.id for step in flow.steps] == ["glute-bridge", "couch-stretch"]
    assert flow.steps[0].rest == 15_000
    assert flow.steps[1].dose.hold == 30_000  # a side
    assert found.notes == (
        "The set's name “Warm” has no place in a flow.",
        f"“Glute bridge” is counted here: 40 s became {flow.steps[0].dose.reps} repetitions.",
    )


def test_what_is_no_drill_here_becomes_one_of_its_own() -> None:
    (found,) = read(workout(a_set(exercise("Jumping jacks"), exercise("Squats"), repetitions=3)))
    flow = load_flow(found.draft.text, KNOWN)
    assert [step.drill.name for step in flow.steps] == ["Jumping jacks", "Squats"] * 3
    assert [step.round for step in flow.steps] == [1, 1, 2, 2, 3, 3]
    assert len(found.draft.drills) == 2
    assert "“Squats” is no drill here, so it is one of the flow's own" in " ".join(found.notes)


def test_rounds_of_known_drills_become_sets() -> None:
    known = (exercise("Couch stretch"), exercise("Glute bridge"))
    (found,) = read(workout(a_set(*known, repetitions=30)))
    flow = load_flow(found.draft.text, KNOWN)
    assert [(step.drill.id, step.dose.sets) for step in flow.steps] == [
        ("glute-bridge", 10),
        ("couch-stretch", 10),
    ]
    told = " ".join(found.notes)
    assert "30 repetitions are more than a flow has" in told
    assert "in the order of the stages" in told


def test_a_backup_holds_several() -> None:
    two = workout(a_set(exercise("B")), title="Two")
    found = read(workout(a_set(exercise("A"))), two)
    assert [each.draft.title for each in found] == ["Morning", "Two"]


def test_an_export_that_is_not_utf8_is_read_all_the_same() -> None:
    content = json.dumps(workout(a_set(exercise("Übung"))), ensure_ascii=False).encode("latin-1")
    assert read_workouts(content, KNOWN)[0].draft.drills[0]["name"] == "Übung"


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\x00", b"3", b"[]", b"{}", b'{"workouts": []}', b'{"sets": []}', b"[" * 100_000],
)
def test_what_is_no_workout_is_one_sentence(content: bytes) -> None:
    with pytest.raises(FileError, match=r"export a workout in that app .*\.json"):
        read_workouts(content, KNOWN)


_NAMES = st.sampled_from(["Rest", "Glute bridge", "Couch stretch", "…", "\u202e", "x" * 99])
_ANY = _NAMES | st.text(max_size=9) | st.integers(-3, 999) | st.none() | st.floats()


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda each, times: a_set(*each, repetitions=times),
            st.lists(st.builds(exercise, _ANY, _ANY) | _ANY, max_size=5),
            _ANY,
        )
        | _ANY,
        max_size=5,
    ),
    _ANY,
)
def test_any_workout_is_a_flow_that_loads_or_one_sentence(sets, title) -> None:
    try:
        (found,) = read(workout(*sets, title=title))
    except FileError:
        return
    try:
        load_flow(found.draft.text, KNOWN)
    except FlowError as error:  # three hours are all that a flow may take
        assert "more than three hours" in str(error)
