"""Ways to spoil a good file that keep most of its shape, so that what follows the parser is met.

Each takes the random numbers from its caller, be it hypothesis or the coverage-guided fuzzer.
"""

import json
from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from random import Random
from typing import Any

Mutation = Callable[[bytes, Random], bytes]

WORDS = tuple(
    b"""
    id title name say stage step drill reps tempo hold breaths sets rest rest_after side cues words
    breath in out eccentric minutes setup easier harder talk equipment areas instead unit paced test
    left right opening closing week focus do lighter whom purpose pose phases view like stay props
    contacts muscles effort shows mirror trunk near_thigh occasions get_ready change starts_with
    aliases level when position feel avoid [[step]] [[drill]] [[week]] [pose.set] [phases] [week.do]
    [words] [breath] glute-bridge couch-stretch each alternate both open load sprint
    """.split()
)
VALUES = (
    *b"0 -1 1 2 3 10 60 100 101 600 601 99999 1e400 -0.0 nan inf true false 0x7fffffff".split(),
    *b'"" "4-1-2-0" "X0X0" "1:30" "30s" [] {} [[]] 1979-05-27T07:32:00Z 2026-13-01 12:00'.split(),
    b'"until I am ready"', b"[1, 2]", b"[90, 1]", b'["a", "b"]', b"{ in = 4, out = 6 }",
    b'"""\n"""', b"'''x'''", b'"\\u202e"', b'"\\U0010ffff"', b'"\\ud800"', b"9" * 400,
    b'"' + b"x" * 700 + b'"', b'"""' + b"x\n" * 300 + b'"""', "\u00e9\U0001f642\u2028".encode(),
)  # fmt: skip
JSON_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 2**31, 2**40, 2**53, 2**63, 10**400, 0.5, 1e308, -0.0,
    float("nan"), float("inf"), "", "x", "x" * 700, "\0", "\ud83e", "\u202e", "left", "open",
    "reps", "2026-05-01", "1970-01-01", "2199-12-31", "9999-12-31", "0001-01-01",
    "2026-05-01T12:00:00+00:00", "2026-05-01T12:00:00", "1970-01-01T00:00:00+23:59", [], {},
    [[]], [None], {"": {}}, "00000000-0000-0000-0000-000000000001",
)  # fmt: skip


def spoil_toml(raw: bytes, random: Random) -> bytes:
    """Return a text whose lines are spoiled in up to four places."""
    lines = raw.split(b"\n")
    for _ in range(random.randint(1, 4)):
        random.choice(_LINES)(lines, random)
    return b"\n".join(lines)


def spoil_json(raw: bytes, random: Random) -> bytes:
    """Return JSON that is spoiled in up to four places, or other bytes where it is none."""
    try:
        top = json.loads(raw)
    except (ValueError, RecursionError):
        return spoil_bytes(raw, random)
    for _ in range(random.randint(1, 4)):
        _spoil_node(top, random)
    if random.random() < 0.8:
        seal(top)
    return json.dumps(top).encode()


def seal(top: Any) -> None:
    """Name every flow of an exported journal by the SHA-256 it has now, or none gets further."""
    for flow in _records(top, "flows"):
        if isinstance(text := flow.get("json"), str):
            known, now = flow.get("digest"), sha256(text.encode("utf-8", "replace")).hexdigest()
            flow["digest"] = now
            for session in _records(top, "sessions"):
                if session.get("performed") == known:
                    session["performed"] = now


def _records(top: Any, name: str) -> list[dict[str, Any]]:
    found = top.get(name) if isinstance(top, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def spoil_bytes(raw: bytes, random: Random) -> bytes:
    """Return bytes of which some are gone or others."""
    start = random.randint(0, len(raw))
    end = min(len(raw), start + random.randint(0, 8))
    return raw[:start] + random.randbytes(random.randint(0, 8)) + raw[end:]


def _at(lines: list[bytes], random: Random) -> int:
    return random.randrange(len(lines))


def _drop(lines: list[bytes], random: Random) -> None:
    if len(lines) > 1:
        del lines[_at(lines, random)]


def _repeat(lines: list[bytes], random: Random) -> None:
    at = _at(lines, random)
    lines[at:at] = lines[at : at + random.randint(1, 6)] * random.choice((1, 1, 2, 40))


def _swap(lines: list[bytes], random: Random) -> None:
    one, other = _at(lines, random), _at(lines, random)
    lines[one], lines[other] = lines[other], lines[one]


def _other_value(lines: list[bytes], random: Random) -> None:
    at = _at(lines, random)
    key, mark, _ = lines[at].partition(b"=")
    lines[at] = key + (mark or b"=") + b" " + random.choice(VALUES)


def _other_key(lines: list[bytes], random: Random) -> None:
    at = _at(lines, random)
    _, mark, value = lines[at].partition(b"=")
    lines[at] = random.choice(WORDS) + b" " + mark + value


def _new_line(lines: list[bytes], random: Random) -> None:
    line = random.choice(WORDS) + b" = " + random.choice(VALUES)
    lines.insert(_at(lines, random), random.choice((line, random.choice(WORDS))))


def _spoil_line(lines: list[bytes], random: Random) -> None:
    at = _at(lines, random)
    lines[at] = spoil_bytes(lines[at], random)


_LINES = (_drop, _repeat, _swap, _other_value, _other_value, _other_key, _new_line, _spoil_line)


def _spoil_node(top: Any, random: Random) -> None:
    """Put another value somewhere, take one out, double one, or spoil the JSON within a text."""
    place, key = _somewhere(top, random)
    if place is None:
        return
    value = place[key]
    if isinstance(value, str) and value.startswith("{") and random.random() < 0.8:
        place[key] = spoil_json(value.encode("utf-8", "replace"), random).decode("utf-8", "replace")
    elif random.random() < 0.15:
        del place[key]
    elif isinstance(place, list) and random.random() < 0.3:
        place.insert(key, deepcopy(value))
    elif type(value) is int and random.random() < 0.5:
        place[key] = value + random.choice((-1, 1, 7, 1000, 10**6, 10**12))
    else:
        place[key] = deepcopy(random.choice(JSON_VALUES))


def _somewhere(top: Any, random: Random) -> tuple[Any, Any]:
    """Return a list or table and a key in it, (None, None) in an empty one."""
    place, key = None, None
    here = top
    while isinstance(here, dict | list) and here:
        place = here
        key = random.choice(sorted(here)) if isinstance(here, dict) else random.randrange(len(here))
        here = here[key]
        if random.random() < 0.2:
            break
    return place, key
