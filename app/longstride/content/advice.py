"""What is unwise in any file: texts that a voice cannot read, too many words."""

from collections.abc import Iterator

from longstride.content.lines import Path
from longstride.content.proof import Proof
from longstride.core.letters import silent_signs, strange_words

MOST_SIGNS = 8  # are named
_UNREAD = frozenset({"id", "source"})


def advise_letters(proof: Proof) -> None:
    """Note every text for the voice with letters it cannot read, or with signs that none says."""
    for path, text in _texts(proof.document.table, ()):
        if not _UNREAD.isdisjoint(path):
            continue
        if strange := strange_words(text):
            proof.unwise(
                path,
                f'the natural voice reads English letters only and leaves "{start(strange[0])}" '
                "to a voice of your system; choose one that knows it in Settings, Voice",
            )
        if silent := silent_signs(text):
            proof.unwise(path, f'no voice says "{silent[:MOST_SIGNS]}"; write it in words')


def advise_words(text: str, most: int, proof: Proof, path: Path, why: str) -> None:
    """Note a text of more words than are good for it, with what comes of that."""
    if len(text.split()) > most:
        proof.unwise(path, f'"{start(text)}" is longer than {most} words; {why}')


def start(text: str) -> str:
    """Return the first words of a text."""
    words = text.split()
    return " ".join(words[:4]) + (" ..." if len(words) > 4 else "")


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
