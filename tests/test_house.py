"""The few rules of the house that no linter knows."""

import ast
import re
import statistics
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent
PROGRAM = sorted((HERE / "app").rglob("*.py"))
EVERYTHING = [
    *PROGRAM,
    *sorted((HERE / "tests").rglob("*.py")),
    *sorted((HERE / "packaging").rglob("*.py")),
]
LONGEST = 300  # lines of a file
MOST_METHODS = 25  # of a class
MEDIAN, NEARLY_ALL = 6, 14  # lines of a function: of half of them, and of nine in ten
BANNED = frozenset(
    "manager controller service helper handler util utils common base data info".split()
)
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef
# Names that Qt gave: they override its methods.
GIVEN = frozenset({"data", "headerData", "insertFromMimeData", "readData", "writeData"})


def words(name: str) -> set[str]:
    """Return the words of a name: ``{"main", "window"}`` for MainWindow and main_window alike."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def text(path: Path) -> str:
    """Return what a file says."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> tuple[ast.AST, ...]:
    """Return every part of a file's syntax."""
    return tuple(ast.walk(ast.parse(text(path))))


def module_name(path: Path) -> str:
    """Return the name that a file of the program is imported by."""
    return ".".join(path.relative_to(HERE / "app").with_suffix("").parts).removesuffix(".__init__")


MODULES = frozenset(map(module_name, PROGRAM))


def run_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what runs: all but what only a type checker reads."""
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)):
            yield child
            yield from run_nodes(child)


def imported(path: Path) -> Iterator[str]:
    """Return the modules of the program that a file imports, also those it imports late.

    What stands under ``TYPE_CHECKING`` is left out: a type may look where its value comes from.
    """
    for node in run_nodes(tree(path)[0]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inside = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in inside)


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return modules that import each other in a circle, none where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def methods(path: Path) -> Iterator[tuple[str, int]]:
    """Return each class of a file with the number of its methods, properties too."""
    for node in tree(path):
        if isinstance(node, ast.ClassDef):
            yield node.name, sum(isinstance(each, FUNCTIONS) for each in node.body)


def function_lengths(path: Path) -> Iterator[int]:
    """Return the length in lines of each function of a file."""
    for node in tree(path):
        if isinstance(node, FUNCTIONS):
            yield (node.end_lineno or node.lineno) - node.lineno + 1


def named_things(path: Path) -> set[str]:
    """Return the name of a module and of every class and function in it."""
    nodes = tree(path)
    return {path.stem} | {n.name for n in nodes if isinstance(n, ast.ClassDef | FUNCTIONS)}


def short(path: Path) -> str:
    """Return a path as it is read from the top of the checkout."""
    return path.relative_to(HERE).as_posix()


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
    long = {path: n for path, n in sizes.items() if n > LONGEST}
    assert not long, f"find the two things each of these does: {long}"


def test_classes_stay_small() -> None:
    large = {
        f"{short(path)}: {name}": count
        for path in EVERYTHING
        for name, count in methods(path)
        if count > MOST_METHODS
    }
    assert not large, f"find the two things each of these does: {large}"


def test_functions_stay_small() -> None:
    lengths = [length for path in PROGRAM for length in function_lengths(path)]
    assert statistics.median(lengths) <= MEDIAN
    assert statistics.quantiles(lengths, n=10)[-1] <= NEARLY_ALL


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ({"a": {"b"}, "b": set()}, []),
        ({"a": {"b"}, "b": {"c"}, "c": {"b"}}, ["b", "c", "b"]),
    ],
)
def test_a_circle_is_seen(graph: dict[str, set[str]], found: list[str]) -> None:
    assert sorted(set(circle(graph))) == sorted(set(found))


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    graph = {module_name(path): {*imported(path)} - {module_name(path)} for path in PROGRAM}
    assert sum(map(len, graph.values())) > 1000, "the imports are seen"
    assert not circle(graph)


def test_modules_say_what_they_are_for() -> None:
    silent = [short(path) for path in PROGRAM if not ast.get_docstring(ast.parse(text(path)))]
    assert not silent


def test_numbers_of_things_are_counted_in_one_place() -> None:
    """Wherever a number has its noun, one of them is one thing: ``counted`` sees to it."""
    by_hand = re.compile(r"""\(s\)|"1 [a-z ]+" if .+ else f"\{[^}]+\} [a-z ]+s"|['"]s['"] if""")
    found = [
        f"{short(path)}:{number}: {line.strip()}"
        for path in PROGRAM
        for number, line in enumerate(text(path).splitlines(), 1)
        if by_hand.search(line)
    ]
    assert not found
