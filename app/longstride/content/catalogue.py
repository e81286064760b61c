"""The catalogue: every drill of a folder, one file each, the file's name its id."""

from pathlib import Path

from longstride.content.drills import Written, check_links, read_drill
from longstride.content.files import id_of, toml_files
from longstride.content.gate import read_document
from longstride.content.proof import Proof
from longstride.core.errors import FlowError, Mistake
from longstride.core.flow.drill import Drill


def load_catalogue(folder: Path) -> dict[str, Drill]:
    """Return the drills of a folder by id; FlowError holds every mistake in all the files."""
    mistakes: list[Mistake] = []
    proofs: list[Proof] = []
    written: dict[str, Written] = {}
    for path in toml_files(folder):
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


def _add(found: Written | None, written: dict[str, Written]) -> None:
    if found is None:
        return
    if found.drill.id in written:
        found.proof.wrong(("id",), f'there is another drill with the id "{found.drill.id}"')
    else:
        written[found.drill.id] = found
