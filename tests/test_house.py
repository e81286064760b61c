"""The few rules of the house that no linter knows."""

import ast
import re
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent
PROGRAM = sorted((HERE / "app").rglob("*.py"))
EVERYTHING = [
    *PROGRAM,
    *sorted((HERE / "tests").rglob("*.py")),
    *sorted((HERE / "packaging").rglob("*.py")),
]
LONGEST = 350
BANNED = frozenset(
    "manager controller service helper handler util utils common base data info".split()
)
# Names that Qt gave: they override its methods.
GIVEN = frozenset({"data", "headerData", "readData", "writeData"})


def words(name: str) -> set[str]:
    """Return the words of a name: ``{"main", "window"}`` for MainWindow and main_window alike."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def text(path: Path) -> str:
    """Return what a file says."""
    return path.read_text(encoding="utf-8")


def named_things(path: Path) -> set[str]:
    """Return the name of a module and of every class and function in it."""
    kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    nodes = ast.walk(ast.parse(text(path)))
    return {path.stem} | {node.name for node in nodes if isinstance(node, kinds)}


def short(path: Path) -> str:
    """Return a path as it is read from the top of the checkout."""
    return str(path.relative_to(HERE))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("FlowManager", {"manager"}),
        ("load_data", {"data"}),
        ("HTTPService", {"service"}),
        ("Database", set()),
        ("baseline", set()),
    ],
)
def test_words_are_told_apart(name: str, found: set[str]) -> None:
    assert words(name) & BANNED == found


def test_names_say_what_a_thing_is() -> None:
    vague = {
        short(path): sorted(found)
        for path in PROGRAM
        if (found := {name for name in named_things(path) - GIVEN if words(name) & BANNED})
    }
    assert not vague, f"name these in the field's words: {vague}"


def test_files_stay_small() -> None:
    sizes = {short(path): len(text(path).splitlines()) for path in EVERYTHING}
    long = {path: lines for path, lines in sizes.items() if lines > LONGEST}
    assert not long, f"find the two things each of these does: {long}"


def test_modules_say_what_they_are_for() -> None:
    silent = [short(path) for path in PROGRAM if not ast.get_docstring(ast.parse(text(path)))]
    assert not silent
