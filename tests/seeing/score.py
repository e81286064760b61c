"""Count what fresh eyes saw in pictures without names.

    python tests/seeing/score.py KEY ANSWERS

KEY is the key.json of the pictures, ANSWERS a text with a line for each: its number, the name and
"sure" where no other came into question, such as "07 Glute bridge sure". "#" begins a remark.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from longstride.content.wording import nearest

LINE = re.compile(r"(\d+)[.:)]?\s+(.+?)[,;]?(?:\s+(sure|unsure|not sure))?", re.IGNORECASE)


class AnswersError(Exception):
    """A line of the answers cannot be counted; says which and why."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a picture was taken for, and whether no other name came into question."""

    name: str
    is_sure: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("key", type=Path)
    parser.add_argument("answers", type=Path)
    options = parser.parse_args()
    key = json.loads(options.key.read_text(encoding="utf-8"))["pictures"]
    try:
        answers = read_answers(options.answers.read_text(encoding="utf-8"), key)
    except AnswersError as error:
        print(f"{options.answers}: {error}", file=sys.stderr)
        return 2
    print("\n".join(told(key, answers)))
    return 0


def read_answers(text: str, key: Mapping[str, str]) -> dict[str, Answer]:
    """Return the answers by the number of the picture; AnswersError where a line is no answer."""
    names = {name.casefold(): name for name in key.values()}
    answers: dict[str, Answer] = {}
    for place, line in enumerate(text.splitlines(), 1):
        if not (said := line.partition("#")[0].strip()):
            continue
        found = LINE.fullmatch(said)
        if found is None:
            raise AnswersError(f'line {place}: "{said}"; write "07 Glute bridge sure", say')
        number = f"{int(found[1]):02}"
        if number not in key:
            raise AnswersError(f"line {place}: there is no picture {number}")
        if number in answers:
            raise AnswersError(f"line {place}: picture {number} was answered before")
        name = names.get(found[2].casefold())
        if name is None:
            close = nearest(found[2], key.values())
            raise AnswersError(f'line {place}: no drill is called "{found[2]}"{close}')
        answers[number] = Answer(name, (found[3] or "").casefold() == "sure")
    return answers


def told(key: Mapping[str, str], answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield how many were seen, and each that was not, or not surely."""
    hits = [number for number, answer in answers.items() if answer.name == key[number]]
    sure = [number for number in hits if answers[number].is_sure]
    yield f"{len(hits)} of {len(key)} at first guess, {len(sure)} of them surely"
    for number, name in key.items():
        if number not in answers:
            yield f"{number} {name}: no answer"
        elif number not in hits:
            surely = "surely " if answers[number].is_sure else ""
            yield f"{number} {name}: {surely}taken for {answers[number].name}"
    for number in sorted({*hits} - {*sure}):
        yield f"{number} {key[number]}: seen, not surely"


if __name__ == "__main__":
    sys.exit(main())
