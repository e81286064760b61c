import tomllib
from collections.abc import Iterator

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from longstride.content.lines import Path, line_of, lines_of

SAMPLE = '''\
# a comment with = and [brackets]
title = "A # that is no comment"

cues = [
  "one",   # first
  """two
  and more""",
  "three",
]
breath = { in = 4, "out" = 6 }
words.eccentric = 'Lower'

[[step]]
drill = "a"
[[step]]
drill = "b"
  [step.inner]
  deep = [ { x = 1 },
           { x = 2 } ]
[ "quoted key" ]
after = 1979-05-27 07:32:00
last = 1.5
"r\\u0065ps" = 2
"'both'" = 3
[["\\u0073tep"]]
drill = "c"
'''

EXPECTED = {
    ("title",): 2,
    ("cues",): 4,
    ("cues", 0): 5,
    ("cues", 1): 6,
    ("cues", 2): 8,
    ("breath", "in"): 10,
    ("breath", "out"): 10,
    ("words", "eccentric"): 11,
    ("step", 0): 13,
    ("step", 0, "drill"): 14,
    ("step", 1, "drill"): 16,
    ("step", 1, "inner", "deep", 1, "x"): 19,
    ("quoted key",): 20,
    ("quoted key", "last"): 22,
    ("quoted key", "reps"): 23,
    ("quoted key", "'both'"): 24,
    ("step", 2, "drill"): 26,
}


def test_every_kind_of_key_has_its_line() -> None:
    tomllib.loads(SAMPLE)
    lines = lines_of(SAMPLE)
    assert {path: lines.get(path) for path in EXPECTED} == EXPECTED


def test_what_has_no_line_takes_that_of_what_is_around_it() -> None:
    lines = lines_of(SAMPLE)
    assert line_of(lines, ("step", 1, "reps")) == 15
    assert line_of(lines, ("missing",)) == 0


KEYS = st.text("abcdef-", min_size=1, max_size=6)
TEXTS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=20)
VALUES = st.recursive(
    st.integers(-99, 99) | TEXTS | st.booleans() | st.floats(0, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


def paths(value: object, at: Path = ()) -> Iterator[Path]:
    if at:
        yield at
    pairs: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, dict):
        pairs = iter(value.items())
    elif isinstance(value, list):
        pairs = iter(enumerate(value))
    for key, item in pairs:
        yield from paths(item, (*at, key))


@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_every_path_of_a_table_is_found_on_a_line_that_names_it(table: dict[str, object]) -> None:
    toml = tomlkit.dumps(table)
    lines, rows = lines_of(toml), toml.split("\n")
    assert set(lines) == set(paths(tomllib.loads(toml)))
    for path, line in lines.items():
        if isinstance(path[-1], str):
            assert path[-1] in rows[line - 1]


@given(st.lists(TEXTS, min_size=1, max_size=5, unique=True))
def test_a_key_has_its_line_however_it_is_escaped(keys: list[str]) -> None:
    escaped = ["".join(f"\\U{ord(sign):08x}" for sign in key) for key in keys]
    toml = "".join(f'"{key}" = 1\n' for key in escaped)
    assert lines_of(toml) == {(key,): number for number, key in enumerate(keys, 1)}
