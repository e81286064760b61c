"""Every intention is decided on, in one place."""

import ast
import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from longstride import ui
from longstride.ui import intentions
from longstride.ui.intentions import Intention

UI = Path(ui.__file__).parent
DECIDED_IN = (
    "application.py",
    "starting.py",
    "plan/days_desk.py",
    "measure/desk.py",
    "editor/desk.py",
    "editor/own_desk.py",
    "editor/saving_desk.py",
    "editor/sharing.py",
    "editor/sitting.py",
    "plan/desk.py",
    "records/desk.py",
    "records/dose_desk.py",
    "records/files_desk.py",
)


def leaves(kind: type[Intention]) -> Iterator[str]:
    """Return the names of the intentions that nothing is derived from."""
    if not kind.__subclasses__():
        yield kind.__name__
    for under in kind.__subclasses__():
        yield from leaves(under)


def decided(file: str) -> Iterator[str]:
    """Return the names of the classes that the file's ``match`` tells apart."""
    for node in ast.walk(ast.parse((UI / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.MatchClass):
            yield ast.unparse(node.cls).rpartition(".")[2]


def test_each_is_decided_once() -> None:
    for module in pkgutil.iter_modules(intentions.__path__, f"{intentions.__name__}."):
        import_module(module.name)
    cases = Counter(name for file in DECIDED_IN for name in decided(file))
    assert {name: cases[name] for name in leaves(Intention) if cases[name] != 1} == {}
