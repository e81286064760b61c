"""The catalogue: every drill of a folder, one file each, the file's name its id."""

import re
from pathlib import Path

from longstride.content.drills import Written, check_links, read_drill
from longstride.content.gate import read_document
from longstride.content.proof import Proof
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Drill


def load_catalogue(folder: Path) -> dict[str, Drill]:
    """Return the drills of a folder by id; FlowError holds every mistake in all the files."""
    mistakes: list[Mistake] = []
    proofs: list[Proof] = []
    written: dict[str, Written] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            proof = Proof(read_document(path))
        except FlowError as error:
            mistakes += error.mistakes
            continue
        proofs.append(proof)
        _add(read_drill(proof.document.table, proof, default_id=id_of(path)), written)
    drills = {name: found.drill for name, found in written.items()}
    check_links(written, drills)
    mistakes += [mistake for proof in proofs for mistake in proof.mistakes]
    if mistakes:
        raise FlowError(tuple(sorted(set(mistakes))))
    return drills


def id_of(path: Path) -> str:
    """Return the id that a file's name stands for: ``My hips.flow.toml`` is ``my-hips``."""
    return slug(path.name.removesuffix(".toml").removesuffix(".flow"))


def slug(text: str) -> str:
    """Return lower-case words with hyphens, at most 60 characters, never empty."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:60].strip("-") or "flow"


def _add(found: Written | None, written: dict[str, Written]) -> None:
    if found is None:
        return
    if found.drill.id in written:
        found.proof.wrong(("id",), f'there is another drill with the id "{found.drill.id}"')
    else:
        written[found.drill.id] = found
