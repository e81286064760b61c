"""What ``longstride check`` says of a file, be it a flow's, a drill's, its poses or a plan's."""

from collections.abc import Collection, Mapping
from pathlib import Path

from longstride.content.advice import advise_letters
from longstride.content.advice_drills import advise_drill
from longstride.content.drills import check_links, is_drill, read_drill
from longstride.content.files import id_of
from longstride.content.flows import read_flow
from longstride.content.gate import read_document
from longstride.content.phrases import load_phrases
from longstride.content.plans import load_plan
from longstride.content.poses import prove_figure
from longstride.content.proof import Proof
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Drill
from longstride.core.timeline.phrases import Phrases


def check_file(
    path: Path,
    catalogue: Mapping[str, Drill],
    flows: Collection[str] | None = None,
    phrases: Phrases = Phrases(),
) -> tuple[Mistake, ...]:
    """Return every mistake in a flow's, drill's, pose, plan or phrases' file; none: it is good.

    ``flows`` are the ids a plan may name; without them any will do. ``phrases`` are said in a
    flow, which may not take too long.
    """
    try:
        _warnings(path, catalogue, phrases, flows)
    except FlowError as error:
        return error.mistakes
    return ()


def file_warnings(
    path: Path, catalogue: Mapping[str, Drill], phrases: Phrases = Phrases()
) -> tuple[Mistake, ...]:
    """Return what is unwise in a file that can be used; nothing for one that cannot."""
    try:
        return _warnings(path, catalogue, phrases)
    except FlowError:
        return ()


def _warnings(
    path: Path,
    catalogue: Mapping[str, Drill],
    phrases: Phrases,
    flows: Collection[str] | None = None,
) -> tuple[Mistake, ...]:
    document = read_document(path)
    if {"positions", "numbers"} & set(document.table):
        load_phrases(path)
        return ()
    if {"week", "whom"} & set(document.table):
        load_plan(path, flows)
        return ()
    if {"pose", "phases"} & set(document.table):
        return prove_figure(path, catalogue)[1]
    if not is_drill(document.table):
        return read_flow(path, catalogue, phrases).warnings()
    proof = Proof(document)
    written = read_drill(document.table, proof, default_id=id_of(path))
    if written is not None:
        check_links({written.drill.id: written}, {**catalogue, written.drill.id: written.drill})
        advise_drill(written)
        advise_letters(proof)
    proof.check()
    return tuple(sorted(proof.warnings))
