"""Everything wrong in a file is said at once, with its line, in plain words."""

import re
from pathlib import Path

import pytest
import tomlkit
from hypothesis import given, settings
from hypothesis import strategies as st

from longstride.content import check_file, file_warnings, load_catalogue, load_flow, read_flow
from longstride.core.errors import FlowError
from longstride.core.flow.drill import Drill

ASSETS = Path(__file__).parents[2] / "assets"
PYDANTIC = re.compile(r"Input should|valid (integer|string)|Extra inputs|Field required|pydantic")

HEAD = 'title = "Mine"\n'
OWN = "[[drill]]\nid = 'own'\nname = 'Own'\nstage = 'open'\nsetup = 'A place.'\nbreaths = 2\n"
STEP = HEAD + '[[step]]\ndrill = "glute-bridge"\n'


def mistakes(toml: str, catalogue: dict[str, Drill]) -> list[str]:
    with pytest.raises(FlowError) as caught:
        load_flow(toml, catalogue)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("", "flow: title is missing; write title ="),
        (HEAD, "flow: step is missing; write [[step]] on a line"),
        (HEAD + "step = 3", "flow:2: step = 3 is not a list; write [[step]] on a line"),
        (HEAD + "step = [3]", "flow:2: step = 3 is not a table"),
        (HEAD + "step = []", "flow:2: step is too short a list; it needs at least 1"),
        (STEP + 'reps = "ten"', 'flow:4: reps = "ten" is not a whole number; write reps = 10'),
        (STEP + 'reps = """ten\nof them"""', 'flow:4: reps = "ten of them" is not a whole'),
        (STEP + 'reps = "12"', 'flow:4: reps = "12" is not a whole number; write reps = 12'),
        (STEP + "reps = 8.4", "flow:4: reps = 8.4 is not a whole number; write reps = 8"),
        (STEP + "reps = inf", "flow:4: reps = inf is not a whole number"),
        (STEP + "reps = true", "flow:4: reps = true is not a whole number"),
        (STEP + "reps = 0", "flow:4: reps = 0 is too small; the least is 1"),
        (STEP + "reps = 101", "flow:4: reps = 101 is too large; the most is 100"),
        (STEP + "rep = 5", 'flow:4: there is no key "rep" here; did you mean "reps"?'),
        (STEP + "seconds = 5", 'flow:4: there is no key "seconds" here; did you mean "hold"?'),
        (STEP + "zzz = 5", 'flow:4: there is no key "zzz" here; see the list of keys'),
        (STEP + 'hold = "1:75"', 'flow:4: hold = "1:75" is not a length of time; write 30,'),
        (STEP + "hold = 2", "flow:4: hold = 2 is out of range; choose 3 to 600 seconds"),
        (STEP + "hold = nan", "flow:4: hold = nan is not a length of time"),
        (
            STEP + 'rest = "later"',
            'flow:4: rest = "later" is not a length of time; write 30, "30s"',
        ),
        (STEP + 'tempo = "4-1"', 'flow:4: tempo = "4-1" is not a tempo; write four digits'),
        (
            STEP + 'side = "al"',
            'flow:4: side = "al" is not one of both, each, left, right, alternate',
        ),
        (STEP + 'side = "rihgt"', 'did you mean "right"?'),
        (STEP + 'talk = "cue"', 'did you mean "cues"?'),
        (STEP + "cues = 'one'", 'flow:4: cues = "one" is not a list; write cues = ["one"]'),
        (STEP + 'cues = ["a",\n 5]', "flow:5: cues: 5 is not text"),
        (STEP + 'cues = [""]', "flow:4: a text in cues is empty"),
        (STEP + "reps = 5\nhold = 30", "flow:5: reps and hold exclude each other; keep one"),
        (STEP + "hold = 30\ntempo = '4-1-2-0'", "flow:5: a tempo goes with reps"),
        (STEP + "reps = 5\nside = 'alternate'", "flow:4: where the sides take turns"),
        (STEP + "hold = 20\nside = 'alternate'", "flow:5: sides can only alternate by repetition"),
        (
            HEAD + '[[step]]\ndrill = "glute-brigde"',
            'flow:3: there is no drill "glute-brigde"; did',
        ),
        (HEAD + '[[step]]\ndrill = "couch-stretch"\nreps = 5', "flow:4: repetitions need a tempo"),
        ("title = 5\n" + STEP[len(HEAD) :], 'flow:1: title = 5 is not text; write title = "5"'),
        ("id = 'My Hips'\n" + STEP, 'flow:1: id = "My Hips" is not an id; write lower-case'),
        ("minutes = [9, 5]\n" + STEP, "flow:1: minutes = [ ... ] is out of range"),
        (
            "breath = { in = 1, out = 2 }\n" + STEP,
            "flow:1: breath = { ... } does not work: 1 s in and 2 s out is not",
        ),
        ("breath = { inn = 1 }\n" + STEP, 'flow:1: there is no key "inn" here; did you mean "in"?'),
        ("breath = 4\n" + STEP, "flow:1: breath = 4 is not a table; write breath = { in = 4,"),
        (STEP + "[[drill]]\nname = 'x'", "flow:4: id is missing"),
        (
            STEP + OWN + "strains = ['kne']",
            'flow:10: strains: "kne" is not one of front of the hip,',
        ),
        (STEP + OWN + "strains = ['kne']", 'did you mean "knee"?'),
        (STEP + OWN + "strains = ['somewhere']", '"somewhere" is not one of front of'),
        (STEP + OWN + "strains = 'knee'", 'strains = "knee" is not a list; write strains = ["kn'),
        (STEP + "reps = 100\nsets = 10\ntempo = '9-9-9-9'\n", "more than three hours"),
    ],
)
def test_a_mistake_is_named_with_its_line(
    toml: str, said: str, catalogue: dict[str, Drill]
) -> None:
    found = mistakes(toml, catalogue)
    assert any(said in line for line in found), found


def test_all_mistakes_come_at_once_in_the_order_of_their_lines(
    catalogue: dict[str, Drill],
) -> None:
    toml = (
        "titel = 'Mine'\nbreath = { in = 9, out = 9 }\n"
        "[[step]]\ndrill = 'nothing'\n[[step]]\ndrill = 'bird-dog'\nreps = 3\n"
        "[[step]]\ndrill = 'bird-dog'\nreps = 'x'\n[[drill]]\nid = 'own'\nstage = 'opne'\n"
    )
    with pytest.raises(FlowError) as caught:
        load_flow(toml, catalogue)
    lines = [mistake.line for mistake in caught.value.mistakes]
    assert lines == sorted(lines)
    assert set(lines) == {0, 1, 2, 4, 7, 10, 11, 13}


def test_a_mistake_is_one_line_of_a_length_that_is_read(catalogue: dict[str, Drill]) -> None:
    name = "over\n" * 3000
    (said,) = mistakes(HEAD + f'[[step]]\ndrill = """{name}"""', catalogue)[:1]
    assert "\n" not in said
    assert len(said) < 450


def test_nobody_is_told_more_mistakes_than_are_read(catalogue: dict[str, Drill]) -> None:
    keys = "".join(f"key{number} = 1\n" for number in range(5000))
    assert len(mistakes(keys, catalogue)) == 200


def test_one_mistake_in_a_step_does_not_hide_another(catalogue: dict[str, Drill]) -> None:
    toml = (
        HEAD + "[[step]]\ndrill = 'couch-stretch'\n"
        "[[step]]\ndrill = 'glute-bridge'\nreps = 3\nbreaths = 3\nfoo = 1\nside = 'lefft'\n"
    )
    found = mistakes(toml, catalogue)
    assert [line.split(":")[1] for line in found] == ["5", "7", "8", "9"]
    assert found[1] == "flow:7: reps and breaths exclude each other; keep one"


def test_one_mistake_in_a_drill_does_not_hide_another(tmp_path: Path) -> None:
    path = drill_file(tmp_path, "one", "breaths = 3\nfoo = 1\nunit = 'rep'")
    found = [str(mistake) for mistake in check_file(path, {})]
    assert [line.split(":")[1] for line in found] == ["6", "7", "8"]


def test_a_step_of_a_broken_drill_in_the_same_file_is_not_a_second_mistake(
    catalogue: dict[str, Drill],
) -> None:
    toml = HEAD + "[[step]]\ndrill = 'own'\n[[drill]]\nid = 'own'\nname = 'Own'\nsetup = 'Lie.'\n"
    assert [line.split(":")[2].strip() for line in mistakes(toml, catalogue)] == [
        'stage is missing; write stage = "open"'
    ]


def test_stages_are_skipped_but_never_reordered(catalogue: dict[str, Drill]) -> None:
    good = HEAD + "[[step]]\ndrill = 'supine-leg-rock'\n[[step]]\ndrill = 'couch-stretch'\n"
    assert len(load_flow(good, catalogue).steps) == 2
    late = good + "[[step]]\ndrill = 'glute-bridge'\n"
    assert mistakes(late, catalogue) == [
        'flow:7: "glute-bridge" (activate) cannot come after "couch-stretch" (end range); '
        "a flow goes open, activate, load, end range"
    ]


def drill_file(folder: Path, name: str, more: str = "", reps: str = "reps = 4") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(
        f"name = '{name}'\nstage = 'open'\nsetup = 'Lie down.'\n{reps}\ntempo = '2020'\n{more}\n"
    )
    return path


def test_links_that_lead_nowhere_or_round_in_a_circle_are_mistakes(tmp_path: Path) -> None:
    drill_file(tmp_path, "one", "easier = 'two'")
    drill_file(tmp_path, "two", "easier = 'one'\nharder = 'threee'")
    drill_file(tmp_path, "three", "harder = 'three'")
    with pytest.raises(FlowError) as caught:
        load_catalogue(tmp_path)
    assert [(Path(found.file).name, found.line) for found in caught.value.mistakes] == [
        ("one.toml", 6),
        ("three.toml", 6),
        ("two.toml", 7),
    ]
    assert 'did you mean "three"?' in str(caught.value)


def test_two_files_cannot_hold_one_drill(tmp_path: Path) -> None:
    drill_file(tmp_path, "one")
    drill_file(tmp_path, "two", "id = 'one'")
    with pytest.raises(FlowError, match=r'two.toml:6: there is another drill with the id "one"'):
        load_catalogue(tmp_path)


def test_a_unit_has_to_fit_the_dose(tmp_path: Path) -> None:
    path = drill_file(tmp_path, "one", "unit = 'seconds'")
    assert "does not fit a dose in reps" in check_file(path, {})[0].text
    assert check_file(drill_file(tmp_path, "two", "unit = 'steps'"), {}) == ()


def test_a_drill_file_is_checked_as_a_drill(tmp_path: Path) -> None:
    path = drill_file(tmp_path, "one", "cues = ['a b c d e f g']", "reps = 'ten'")
    assert [(found.file, found.line) for found in check_file(path, {})] == [(str(path), 4)]
    assert file_warnings(path, {}) == ()


def test_warnings_are_kept_apart_from_mistakes(tmp_path: Path, catalogue: dict[str, Drill]) -> None:
    path = tmp_path / "slow.flow.toml"
    path.write_text(
        "title = 'Slow'\nminutes = 40\n[[step]]\ndrill = 'own'\ntempo = '6-2-6-0'\n"
        "cues = ['ok', 'this cue goes on for far too long']\n"
        "[[drill]]\nid = 'own'\nname = 'Own'\nstage = 'load'\nreps = 3\ntempo = '4120'\n"
        f"setup = 'Short. {'word ' * 15}.'\n"
    )
    assert check_file(path, catalogue) == ()
    warnings = file_warnings(path, catalogue)
    assert [found.line for found in warnings] == [2, 5, 6, 10, 13]
    assert "14 s a repetition" in warnings[1].text


def test_more_than_four_loaded_drills_are_a_warning(catalogue: dict[str, Drill]) -> None:
    names = ["standing-hip-hinge", "wall-hip-hinge", "step-up", "split-squat"]
    kit = "opening = 'A wall, a step, a bench, a band.'\n"
    steps = HEAD + kit + "".join(f"[[step]]\ndrill = '{name}'\n" for name in names)
    assert read_flow(steps, catalogue).warnings() == ()
    more = read_flow(steps + "[[step]]\ndrill = 'elevated-hip-thrust-with-light-band'\n", catalogue)
    assert "5 loaded drills" in more.warnings()[0].text


def speak_plainly(raw: bytes, catalogue: dict[str, Drill], folder: Path) -> None:
    path = folder / "any.flow.toml"
    path.write_bytes(raw)
    for found in check_file(path, catalogue):
        assert not PYDANTIC.search(found.text), found
        assert 0 <= found.line <= raw.count(b"\n") + 1


FILES = [path.read_bytes() for path in sorted(ASSETS.glob("*s/*.toml"))]


@given(data=st.data())
@settings(max_examples=150)
def test_a_mutilated_file_is_used_or_refused_in_plain_words(
    data: st.DataObject, catalogue: dict[str, Drill], tmp_path_factory: pytest.TempPathFactory
) -> None:
    raw = data.draw(st.sampled_from(FILES))
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 40)))
    patch = data.draw(
        st.binary(max_size=8) | st.sampled_from([b"[[step]]\n", b'"', b"= -1", b"\n"])
    )
    speak_plainly(raw[:start] + patch + raw[end:], catalogue, tmp_path_factory.getbasetemp())


KEYS = st.sampled_from(
    "id title name stage step drill reps tempo hold breaths sets rest side cues words breath in "
    "eccentric minutes setup easier talk equipment areas rest_after odd".split()
)
LEAVES = (
    st.integers(-(10**9), 10**9)
    | st.floats()
    | st.booleans()
    | st.text("abc -4\u0007\n", max_size=8)
    | st.sampled_from(["glute-bridge", "4-1-2-0", "each", "open", "until i am ready"])
    | st.dates()
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)


@given(table=st.dictionaries(KEYS, VALUES, max_size=6))
@settings(max_examples=200)
def test_any_values_under_our_keys_are_used_or_refused_in_plain_words(
    table: dict[str, object],
    catalogue: dict[str, Drill],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    raw = tomlkit.dumps(table).encode("utf-8", "replace")
    speak_plainly(raw, catalogue, tmp_path_factory.getbasetemp())


def test_letters_that_the_natural_voice_cannot_read_are_a_warning(
    tmp_path: Path, catalogue: dict[str, Drill]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        'title = "Für Zuhause"\nopening = "Привет. A wall, a cushion."\n'
        '[[step]]\ndrill = "couch-stretch"\nbreaths = 3\ncues = ["腰を沈める"]\n',
        encoding="utf-8",
    )
    assert check_file(path, catalogue) == ()
    found = file_warnings(path, catalogue)
    assert [each.line for each in found] == [2, 6]
    assert 'leaves "Привет." to a voice of your system' in found[0].text
