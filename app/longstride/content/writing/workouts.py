"""Workouts of the Android app Just Another Workout Timer, as flows.

Its file is JSON: a workout, or a backup with a list of ``workouts``. A workout has a ``title`` and
``sets``; a set has ``repetitions``, perhaps a ``name``, and ``exercises``, each a ``name`` and a
``duration`` in seconds. Its exports are one byte a character, so that they may not be UTF-8.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isnan

from longstride.content.forms import MOST_DRILLS
from longstride.content.nearest import drill_names, named
from longstride.content.wording import one_line
from longstride.content.writing import commands
from longstride.content.writing.draft import Draft, new_draft
from longstride.core.counting import counted
from longstride.core.errors import FileError
from longstride.core.flow.drill import Drill, Sides, Unit
from longstride.core.flow.saved import MOST_STEPS

_MOST_BYTES = 4 * 1024 * 1024
_MOST_WORKOUTS = 100
_LONGEST_NAME = 60
_REST = re.compile(r"(rest|pause|break|recover\w*|breathe|erholung)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff{}]+")
_MOST_SETS, _MOST_ROUNDS, _MOST_REPS = 10, 20, 100
_LEAST, _MOST = 3, 600  # s of a hold


@dataclass(frozen=True, slots=True)
class Workout:
    """A workout as a flow, and what of it has no counterpart here, a sentence each."""

    draft: Draft
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Exercise:
    name: str
    seconds: int


@dataclass(frozen=True, slots=True)
class _Set:
    exercises: tuple[_Exercise, ...]
    times: int
    name: str = ""


def read_workouts(content: bytes, catalogue: Mapping[str, Drill]) -> tuple[Workout, ...]:
    """Return the workouts in a file as flows; FileError where it holds none."""
    tables = _tables(content)
    return tuple(_Writing(title, sets, catalogue).workout() for title, sets in map(_parsed, tables))


def _tables(content: bytes) -> list[object]:
    if len(content) > _MOST_BYTES:
        raise FileError("This file is larger than 4 MB; export the workouts one by one.")
    try:
        table = json.loads(_decoded(content))
    except (ValueError, RecursionError):
        raise FileError(f"This is not a file of Just Another Workout Timer; {_EXPORT}") from None
    found = table.get("workouts") if isinstance(table, dict) and "workouts" in table else [table]
    if not isinstance(found, list) or not found:
        raise FileError(f"There is no workout in this file; {_EXPORT}")
    if len(found) > _MOST_WORKOUTS:
        raise FileError(f"There are more than {_MOST_WORKOUTS} workouts in this file; {_EXPORT}")
    return found


_EXPORT = "export a workout in that app and choose the .json file it writes."


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _parsed(table: object) -> tuple[str, tuple[_Set, ...]]:
    """Return the title and sets of a workout; FileError where it has none."""
    sets = table.get("sets") if isinstance(table, dict) else None
    if not isinstance(table, dict) or not isinstance(sets, list):
        raise FileError(f"A workout in this file has no sets; {_EXPORT}")
    parsed = tuple(_set(each) for each in sets if isinstance(each, dict))
    return _name(table.get("title"), "Workout"), parsed


def _set(table: Mapping[str, object]) -> _Set:
    exercises = table.get("exercises")
    tables = exercises if isinstance(exercises, list) else []
    return _Set(
        tuple(
            _Exercise(_name(each.get("name"), "Exercise"), _number(each.get("duration"), 30))
            for each in tables
            if isinstance(each, dict)
        ),
        _number(table.get("repetitions"), 1),
        _name(table.get("name"), ""),
    )


def _number(value: object, usual: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return usual
    if isinstance(value, float) and isnan(value):
        return usual
    return int(min(max(value, 0), 100_000))


def _name(value: object, usual: str) -> str:
    text = _HIDDEN.sub(" ", value) if isinstance(value, str) else ""
    text = one_line(text.encode("utf-8", "replace").decode(), _LONGEST_NAME).strip()
    return text if re.search(r"\w", text) else usual


@dataclass(slots=True)
class _Writing:
    """One workout on its way to a flow."""

    title: str
    sets: tuple[_Set, ...]
    catalogue: Mapping[str, Drill]
    notes: list[str] = field(default_factory=list)
    own: dict[str, str] = field(default_factory=dict)
    draft: Draft = field(default_factory=new_draft)
    stage: str = "open"  # of an exercise that is no drill here: that of the one before it
    rounds: int = 0

    def workout(self) -> Workout:
        self.draft = new_draft(self.title)
        for each in self.sets:
            if each.exercises and each.times:
                self._add_set(each)
        if not self.draft.steps:
            raise FileError(f"There is no exercise in “{self.title}”; {_EXPORT}")
        if not commands.is_sorted(self.draft, self.catalogue):
            self.draft = commands.sort_by_stage(self.draft, self.catalogue)
            self.notes.append("The exercises stand in the order of the stages here.")
        if self.rounds:
            self.notes.append("The rounds are said, as “Round one of two”.")
        return Workout(self.draft, tuple(dict.fromkeys(self.notes)))

    def _add_set(self, each: _Set) -> None:
        if each.name:
            self.notes.append(f"The set's name “{each.name}” has no place in a flow.")
        work = [exercise for exercise in each.exercises if not _REST.match(exercise.name)]
        drills = [self._known(exercise) for exercise in work]
        is_round = each.times > 1 and len(work) > 1
        if is_round and (any(drills) or self.rounds):
            self._note_sets(each)
            is_round = False
        times = self._times(each.times, _MOST_ROUNDS if is_round else _MOST_SETS)
        for number in range(times if is_round else 1):
            self._add_exercises(each.exercises, times, number + 1 if is_round else 0)
        self.rounds += is_round

    def _note_sets(self, each: _Set) -> None:
        self.notes.append(
            f"What was done {each.times} times in turn is {counted(each.times, 'set')} of each "
            "drill, one drill after the other."
        )

    def _times(self, times: int, most: int) -> int:
        if times > most:
            self.notes.append(f"{times} repetitions are more than a flow has; it has {most}.")
        return min(times, most)

    def _add_exercises(self, exercises: Iterable[_Exercise], times: int, round_: int) -> None:
        for each in exercises:
            if _REST.match(each.name):
                self._add_rest(each)
            elif len(self.draft.steps) >= MOST_STEPS:
                self.notes.append(f"A flow has at most {MOST_STEPS} steps; the rest is left out.")
            elif self._known(each) or each.name in self.own or len(self.own) < MOST_DRILLS:
                self._add_step(each, times, round_)
            else:
                self.notes.append(f"A flow has at most {MOST_DRILLS} drills of its own.")

    def _add_rest(self, rest: _Exercise) -> None:
        """Have what is called a rest follow the step before it; before the first there is none."""
        if not self.draft.steps:
            self.notes.append(f"“{rest.name}” before the first exercise is left out.")
            return
        last = len(self.draft.steps) - 1
        self.draft = commands.set_step(self.draft, last, "rest_after", min(rest.seconds, _MOST))

    def _add_step(self, exercise: _Exercise, times: int, round_: int) -> None:
        drill = self._known(exercise)
        name = drill.id if drill else self._own(exercise)
        values = {"drill": name, **self._dose(exercise, drill)}
        if times > 1:
            values |= {"round": round_} if round_ else {"sets": times}
        self.stage = drill.stage.value if drill else self.stage
        self.draft = commands.append_step(self.draft, values)

    def _known(self, exercise: _Exercise) -> Drill | None:
        found = named(exercise.name, drill_names(self.catalogue))
        return self.catalogue[found] if found is not None else None

    def _dose(self, exercise: _Exercise, drill: Drill | None) -> dict[str, object]:
        """Return as much of a drill as takes about as long as the exercise did."""
        sides = 2 if drill is not None and drill.sides is Sides.EACH else 1
        seconds = exercise.seconds // sides
        if drill is None or drill.unit in {Unit.SECONDS, Unit.BREATHS}:
            if not _LEAST <= seconds <= _MOST:
                text = f"“{exercise.name}” took {exercise.seconds} s; a hold takes {_LEAST} to "
                self.notes.append(f"{text}{_MOST} s.")
            return {"hold": min(max(seconds, _LEAST), _MOST)}
        rep = drill.dose.tempo.rep if drill.dose.tempo else 4000
        reps = min(max(1, round(seconds * 1000 / rep)), _MOST_REPS)
        even = reps + reps % 2 if drill.sides is Sides.ALTERNATE else reps
        text = f"“{exercise.name}” is counted here: {exercise.seconds} s became "
        self.notes.append(f"{text}{counted(even, 'repetition')}.")
        return {"reps": min(even, _MOST_REPS)}

    def _own(self, exercise: _Exercise) -> str:
        """Return the id of an own drill for an exercise that is no drill here."""
        if exercise.name not in self.own:
            name = commands.new_drill_id(self.draft, exercise.name, self.catalogue)
            self.own[exercise.name] = name
            self.draft = commands.add_drill(self.draft, dict(self._drill(name, exercise)))
            self.notes.append(
                f"“{exercise.name}” is no drill here, so it is one of the flow's own: write how "
                "it is done."
            )
        return self.own[exercise.name]

    def _drill(self, name: str, exercise: _Exercise) -> Iterator[tuple[str, object]]:
        yield from {"id": name, "name": exercise.name, "stage": self.stage}.items()
        yield from {"hold": 30, "paced": False, "setup": "As you know it."}.items()
