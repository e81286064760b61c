"""What is unwise in a file is said in one sentence, with its line and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from longstride.content import file_warnings, read_flow
from longstride.content.advice_drills import hazard
from longstride.core.flow.drill import Drill

GOOD = {
    "name": "Any bridge",
    "stage": "load",
    "position": "lying on your back",
    "reps": 6,
    "tempo": "3-0-2-1",
    "setup": "On your back, feet flat. Arms long beside you.",
    "move": "You will lift the hips, then lower.",
    "cues": ["concentric: Finish tall", "Ribs stay down"],
    "feel_short": "In both glutes",
    "words": {"concentric": "Hips up", "eccentric": "Hips down"},
}
Advise = Callable[..., list[str]]


def toml(value: object) -> str:
    """Return a value as it stands in a file."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value)


@pytest.fixture
def advise(tmp_path: Path, catalogue: dict[str, Drill]) -> Advise:
    """Return what a drill that is good but for some keys is warned of; None leaves a key out."""

    def advised(**changes: object) -> list[str]:
        keys = {key: value for key, value in (GOOD | changes).items() if value is not None}
        path = tmp_path / "any-bridge.toml"
        path.write_text("".join(f"{key} = {toml(value)}\n" for key, value in keys.items()))
        return [found.text for found in file_warnings(path, catalogue)]

    return advised


def test_a_good_drill_is_left_alone(advise: Advise) -> None:
    assert advise() == []


@pytest.mark.parametrize(
    ("setup", "order"),
    [
        ("Lie on your back.", "Lie on your back"),
        ("On your back, lift the hips.", "lift the hips"),
        ("On your back, and raise one knee.", "raise one knee"),
        ("On your back, hips up.", "hips up"),
        ("On your back; then bend the knees.", "bend the knees"),
    ],
)
def test_an_order_in_the_set_up_is_seen(advise: Advise, setup: str, order: str) -> None:
    (found,) = advise(setup=setup)
    assert found.startswith(f'"{order}" is an order that is followed at once')


@pytest.mark.parametrize(
    "setup",
    [
        "Standing tall, one step of room ahead. Hands on the hips.",
        "Raised on the heels, the bent knee open. Turned to the wall.",
    ],
)
def test_a_state_is_no_order(advise: Advise, setup: str) -> None:
    assert advise(setup=setup) == []


@pytest.mark.parametrize(
    ("key", "most"),
    [("warn", 14), ("move", 14), ("feel_short", 6), ("again", 12), ("exit", 8), ("reverse", 6)],
)
def test_long_texts_are_seen(advise: Advise, key: str, most: int) -> None:
    words = ["You", "will", *["word"] * (most - 2)]
    assert advise(**{key: " ".join(words)}) == []
    (found,) = advise(**{key: " ".join([*words, "more"])})
    assert f"is longer than {most} words" in found


def test_long_sentences_and_cues_are_seen(advise: Advise) -> None:
    (found,) = advise(setup="Word " * 13)
    assert "is longer than 12 words; make two of it" in found
    assert advise(cues=["concentric: one two three four five six"]) == []
    (found,) = advise(cues=["one two three four five six seven"])
    assert "is longer than 6 words" in found


def test_a_preview_is_no_order_but_a_stretch_is_entered_with_one(advise: Advise) -> None:
    (found,) = advise(move="Lift the hips.")
    assert found == '"Lift the hips." sounds like an order; begin with "You will"'
    stretch = {"stage": "end range", "breaths": 3, "reps": None, "tempo": None, "cues": []}
    assert advise(**stretch, move="Draw that knee to your chest and hold it there.") == []


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"position": "half kneeling"}, "kneeling on one knee"),
        ({"equipment": ["stair"]}, "a stair"),
        ({"equipment": ["ball"]}, "a ball"),
        ({"position": "standing", "one_leg": True}, "standing on one leg"),
        ({"position": "walking", "travels": True}, "a walking lunge"),
        (
            {"position": "standing", "stage": "end range", "areas": ["hip flexors"]},
            "a long lunge",
        ),
        ({"stage": "sprint", "travels": True, "trigger": "own"}, "fast running"),
    ],
)
def test_what_can_hurt_asks_for_a_warning(
    advise: Advise, changes: dict[str, object], reason: str
) -> None:
    (found,) = advise(**changes)
    assert found.startswith(f"{reason} asks for a warning")
    assert advise(**changes, warn="A pinch means less.") == []


def test_a_wall_holds_whoever_stands_on_one_leg(advise: Advise) -> None:
    assert advise(position="standing", one_leg=True, equipment=["wall"]) == []


def test_every_hazard_that_ships_has_its_warning(catalogue: dict[str, Drill]) -> None:
    bare = {name for name, drill in catalogue.items() if hazard(drill) and not drill.warn}
    assert not bare


def test_the_feeling_is_asked_for_where_it_guides(advise: Advise) -> None:
    (found,) = advise(feel_short=None)
    assert 'the stage "load" is felt' in found
    assert advise(feel_short=None, test=True) == []
    assert advise(feel_short=None, stage="open") == []


@pytest.mark.parametrize("cue", ["stretched: Stay long", "in: Grow tall"])
def test_a_cue_of_a_phase_that_never_comes_is_seen(advise: Advise, cue: str) -> None:
    (found,) = advise(cues=[cue])
    assert "belongs to a phase that never comes" in found


def test_a_cue_of_the_breath_belongs_to_a_hold(advise: Advise) -> None:
    hold: dict[str, object] = {"breaths": 3, "reps": None, "tempo": None}
    assert advise(**hold, cues=["out: Sink heavier"]) == []
    (found,) = advise(**hold, cues=["concentric: Finish tall"])
    assert "belongs to a phase that never comes" in found


def test_a_position_of_ones_own_is_seen(advise: Advise) -> None:
    (found,) = advise(position="upside down")
    assert found.startswith('position = "upside down" is not one that is known')
    assert "half kneeling" in found


def test_words_of_a_band_are_seen_where_it_is_taken_away(advise: Advise) -> None:
    band: dict[str, object] = {"equipment": ["band"], "cues": ["Slow against the band"]}
    (found,) = advise(**band)
    assert "even when going lighter has taken the band away" in found
    without = {"name": "Bridge", "setup": "On your back.", "cues": ["Slowly down"]}
    assert advise(**band, without_band=without) == []


def flow_advice(catalogue: dict[str, Drill], *drills: str, **keys: object) -> list[str]:
    """Return what a flow of shipped drills is warned of; its opening names everything."""
    head = {"title": "Mine", "opening": "Chair, wall, cushion, step, band, bench, stair."} | keys
    lines = [f"{key} = {toml(value)}\n" for key, value in head.items()]
    steps = [f"[[step]]\ndrill = '{name}'\n" for name in drills]
    return [found.text for found in read_flow("".join(lines + steps), catalogue).warnings()]


def test_kit_is_named_in_the_opening(catalogue: dict[str, Drill]) -> None:
    (found,) = flow_advice(catalogue, "couch-stretch", opening="Take a Wall.")
    assert found == (
        "the opening does not name what will be needed (cushion); say it before it begins"
    )


def test_fast_running_comes_after_easy_running(catalogue: dict[str, Drill]) -> None:
    stride = "strides-within-an-easy-run"
    (found,) = flow_advice(catalogue, stride)
    assert found.startswith(f'"{stride}" is fast, with 0 easy minutes before it')
    assert flow_advice(catalogue, stride, warm=10) == []
    assert flow_advice(catalogue, *["steady-running"] * 3, stride) == []
    assert len(flow_advice(catalogue, *["steady-running"] * 2, stride, warm=5)) == 1


def test_a_third_way_down_is_seen(catalogue: dict[str, Drill]) -> None:
    up, down = "ankle-to-hip-wave", "supine-leg-rock"
    assert flow_advice(catalogue, up, down, up, down) == []
    (found,) = flow_advice(catalogue, up, down, up, down, up, down, down)
    assert found.startswith('"supine-leg-rock" asks for a third way down')


@pytest.mark.parametrize(
    ("drills", "keys", "reason"),
    [
        (("step-up", "slow-step-down"), {}, "it is in the flow already"),
        (("glute-bridge", "low-bridge"), {}, "it is in the flow already"),
        (
            ("ankle-to-hip-wave",),
            {"easier": {"ankle-to-hip-wave": "supine-leg-rock"}, "place": "desk"},
            'it is done at another height and has no "desk" in its places',
        ),
    ],
)
def test_an_easier_drill_that_cannot_be_taken_is_seen(
    catalogue: dict[str, Drill], drills: tuple[str, ...], keys: dict[str, object], reason: str
) -> None:
    (found,) = flow_advice(catalogue, *drills, **keys)
    assert reason in found
    assert 'write easier = "same"' in found


def kept_advice(catalogue: dict[str, Drill], head: str, *steps: str) -> list[str]:
    """Return what a flow is warned of whose steps have those keys."""
    drills = ("supine-leg-rock", "glute-bridge", "bird-dog")
    tables = [
        f"[[step]]\ndrill = '{name}'\n{keys}\n"
        for name, keys in zip(drills[: len(steps)], steps, strict=True)
    ]
    reading = read_flow("".join((f"title = 'Mine'\n{head}\n", *tables)), catalogue)
    return [found.text for found in reading.warnings()]


def test_a_line_too_long_for_a_card_is_seen(catalogue: dict[str, Drill]) -> None:
    assert kept_advice(catalogue, f"line = '{36 * 'x'}'", "") == []
    (found,) = kept_advice(catalogue, f"line = '{37 * 'x'}'", "")
    assert found == "line is 37 characters long; a card has room for 36"


@pytest.mark.parametrize(
    ("head", "steps", "reason"),
    [
        ("", ("keep = true", "", ""), ""),
        ("shorten = false", ("", "", ""), ""),
        ("", ("keep = true",), ""),
        ("shorten = false", ("", "keep = true", ""), "keep says nothing in a flow that is done"),
        ("", ("keep = true", "keep = true"), "every step has keep, so that none can be left out"),
        ("", ("round = 1", "round = 2\nkeep = true"), "keep in a later round keeps all rounds"),
        ("", ("round = 1\nkeep = true", "round = 2"), ""),
    ],
)
def test_a_keep_that_keeps_nothing_or_too_much_is_seen(
    catalogue: dict[str, Drill], head: str, steps: tuple[str, ...], reason: str
) -> None:
    found = kept_advice(catalogue, head, *steps)
    assert [text.startswith(reason) for text in found] == [True] * bool(reason)
