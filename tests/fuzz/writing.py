"""What a stranger's file goes through where flows are written."""

import json
import tomllib
from collections.abc import Mapping

from longstride.content.writing import commands
from longstride.content.writing.draft import open_draft
from longstride.content.writing.looking import look
from longstride.content.writing.workouts import Workout, read_workouts
from longstride.core.flow.drill import Drill
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.phrases import Phrases

WORKOUTS = json.dumps(
    {
        "workouts": [
            {
                "title": "Morning",
                "sets": [
                    {
                        "repetitions": 3,
                        "name": "Warm",
                        "exercises": [
                            {"name": "Glute bridge", "duration": 40},
                            {"name": "Rest", "duration": 10},
                            {"name": "Squats", "duration": 30},
                        ],
                    }
                ],
                "version": 2,
                "position": 0,
            }
        ]
    }
).encode()
MOST = 9  # steps and drills that are changed


def written_in(raw: bytes, catalogue: Mapping[str, Drill]) -> int:
    """Open a file to write in it; what is not touched stays, and what is can be read."""
    draft = open_draft(raw)
    assert draft.content == raw, "nothing was touched"
    for step in range(min(len(draft.steps), MOST)):
        draft = commands.set_step(draft, step, "cues", ["Tall", f"{step}"])
        draft = commands.move_step(draft, step, 0, catalogue)[0]
    for number in range(min(len(draft.drills), MOST)):
        draft = commands.set_drill(draft, number, "words", {"eccentric": "Down"})
    draft = commands.set_head(draft, "breath", {"in": 3, "out": 4})
    draft = commands.add_step(draft, next(iter(catalogue)), catalogue)[0]
    text = draft.content.decode("utf-8-sig").replace("\r\n", "\n")
    assert repr(_sorted(tomllib.loads(text))) == repr(_sorted(draft.table)), "it says what it said"
    return len(look(draft, catalogue, Coaching(Phrases())).mistakes)


def _sorted(value: object) -> object:
    """Return a value with its keys in order, so that not even what equals nothing differs."""
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(each) for each in value] if isinstance(value, list | tuple) else value


def taken_over(raw: bytes, catalogue: Mapping[str, Drill]) -> tuple[Workout, ...]:
    """Return the workouts of another app as flows."""
    return read_workouts(raw, catalogue)
