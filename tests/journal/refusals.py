"""An import that is refused: one sentence, and nothing of the file is in the journal."""

import json
from pathlib import Path
from typing import Any

import pytest

from journal.two_journals import everything
from longstride.core.errors import JournalError
from longstride.journal.journal import Journal

Top = dict[str, Any]


def refused(journal: Journal, folder: Path, top: Top) -> str:
    file = folder / "wrong.json"
    file.write_text(json.dumps(top), encoding="utf-8")
    return refusal(journal, file)


def refusal(journal: Journal, file: Path) -> str:
    with pytest.raises(JournalError) as caught:
        journal.import_json(file)
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert everything(journal) == ([], [], (), (), ())
    return sentence
