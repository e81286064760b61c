"""A file being proofread: what is wrong with it, and what is merely unwise, each with its line."""

from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from longstride.content.forms import Form
from longstride.content.gate import Document
from longstride.content.lines import Path
from longstride.content.wording import in_plain_words, missing_key, unknown_key
from longstride.core.errors import FlowError, Mistake

MOST_MISTAKES = 200  # nobody reads further before mending the first ones

F = TypeVar("F", bound=Form)


class Proof:
    """Collects everything found in one document, so that its author hears it all at once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mistakes: list[Mistake] = []
        self.warnings: list[Mistake] = []

    def wrong(self, path: Path, text: str) -> None:
        """Note a mistake at a path of keys."""
        self.mistakes.append(self.document.mistake(path, text))

    def unwise(self, path: Path, text: str) -> None:
        """Note a warning at a path of keys."""
        self.warnings.append(self.document.mistake(path, text))

    def check(self) -> None:
        """Raise FlowError if there is any mistake."""
        if self.mistakes:
            raise FlowError(tuple(sorted(set(self.mistakes))[:MOST_MISTAKES]))

    def fill_in(self, form: type[F], table: object, at: Path = ()) -> F | None:
        """Return a table as its form, or None after noting everything wrong with it."""
        try:
            return form.model_validate(table)
        except ValidationError as error:
            for detail in error.errors(include_url=False)[:MOST_MISTAKES]:
                path = (*at, *detail["loc"])
                self.wrong(path, _worded(form, path, len(at), detail))
            return None


def _worded(form: type[Form], path: Path, depth: int, detail: ErrorDetails) -> str:
    names = [part for part in path if isinstance(part, str)]
    key = names[-1] if names else "this file"
    if detail["type"] == "missing":
        return missing_key(key)
    if detail["type"] == "extra_forbidden":
        return unknown_key(key, _form_of(form, path[depth:-1]).key_names())
    item = len(path) > depth and isinstance(path[-1], int)
    return in_plain_words(detail["type"], key, detail["input"], detail.get("ctx", {}), item=item)


def _form_of(form: type[Form], path: Path) -> type[Form]:
    """Return the form of the table at a path inside a form's own table."""
    for part in path:
        form = form.tables.get(str(part), form)
    return form
