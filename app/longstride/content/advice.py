"""What is unwise in a drill or flow without being wrong."""

import re
from collections.abc import Iterator, Mapping

from longstride.content.drills import Written
from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.core.flow.drill import Drill, Stage
from longstride.core.flow.flow import Flow, Step
from longstride.core.flow.tempo import LONG_REP, Tempo
from longstride.core.letters import strange_words
from longstride.core.timeline.compiler import compile_flow

MOST_LOADED = 4
CUE_WORDS = 6
SETUP_WORDS = 14


def advise_drill(written: Written) -> None:
    """Note a slow tempo, long cues and long set-up sentences of one drill."""
    drill, proof, at = written
    _advise_tempo(drill, drill.dose.tempo, proof, at)
    _advise_cues(drill.cues, proof, at)
    for sentence in re.split(r"(?<=[.!?])\s+", drill.setup):
        if len(sentence.split()) > SETUP_WORDS:
            text = f'"{_start(sentence)}" is longer than {SETUP_WORDS} words; make two of it'
            proof.unwise((*at, "setup"), text)


def advise_letters(proof: Proof) -> None:
    """Note every text for the voice with letters that the one for English cannot read."""
    for path, text in _texts(proof.document.table, ()):
        if {"id", "source"}.isdisjoint(path) and (strange := strange_words(text)):
            proof.unwise(
                path,
                f'the natural voice reads English letters only and leaves "{_start(strange[0])}" '
                "to a voice of your system; choose one that knows it in Settings, Voice",
            )


def advise_flow(flow: Flow, own: Mapping[str, Written], proof: Proof) -> None:
    """Note what is unwise in a flow, its steps and its own drills."""
    advise_letters(proof)
    for written in own.values():
        advise_drill(written)
    for number, step in enumerate(flow.steps):
        _advise_step(step, proof, ("step", number))
    loaded = {step.drill.id for step in flow.steps if step.drill.stage is Stage.LOAD}
    if len(loaded) > MOST_LOADED:
        text = f"{len(loaded)} loaded drills are a lot for one flow; {MOST_LOADED} are enough"
        proof.unwise(("step",), text)
    if "minutes" in proof.document.table:
        _advise_minutes(flow, proof)


def measured_minutes(flow: Flow) -> tuple[int, int]:
    """Return the whole minutes between which a flow's length lies."""
    length = compile_flow(flow, {}).duration
    return max(1, length // 60_000), -(-length // 60_000)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))


def _advise_step(step: Step, proof: Proof, at: Path) -> None:
    if step.dose.tempo != step.drill.dose.tempo:
        _advise_tempo(step.drill, step.dose.tempo, proof, at)
    _advise_cues(step.cues, proof, at)


def _advise_tempo(drill: Drill, tempo: Tempo | None, proof: Proof, at: Path) -> None:
    if drill.stage is Stage.SPRINT:  # the limit is about slow lowering; a stride is a short run
        return
    if tempo is not None and tempo.rep > LONG_REP:
        text = f"{tempo} is {tempo.rep // 1000} s a repetition; above 10 s nothing more is gained"
        proof.unwise((*at, "tempo"), text)


def _advise_cues(cues: tuple[str, ...], proof: Proof, at: Path) -> None:
    for number, cue in enumerate(cues):
        if len(cue.split()) > CUE_WORDS:
            text = f'"{_start(cue)}" is longer than {CUE_WORDS} words; it may find no place'
            proof.unwise((*at, "cues", number), text)


def _advise_minutes(flow: Flow, proof: Proof) -> None:
    least, most = measured_minutes(flow)
    if most < flow.minutes[0] or least > flow.minutes[1]:
        promised = " to ".join(dict.fromkeys(str(number) for number in flow.minutes))
        text = f"{promised} minutes are promised, but the steps take about {most}"
        proof.unwise(("minutes",), text)


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:4]) + (" ..." if len(words) > 4 else "")
