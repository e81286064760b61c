"""How every benchmark shows what it found: a figure, its bound, reached or missed."""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; ``bound`` is the most it may be, None where it only stands beside."""

    name: str
    value: float
    unit: str
    bound: float | None = None

    @property
    def verdict(self) -> str:
        if self.bound is None:
            return ""
        return "reached" if self.value <= self.bound else "MISSED"

    def __str__(self) -> str:
        bound = "" if self.bound is None else f"{self.bound:g}"
        places = 2 if self.value < 10 else 0
        value = f"{self.value:,.{places}f} {self.unit}"
        return f"  {self.name:<44}{value:>12}{bound:>10}  {self.verdict}".rstrip()


def print_table(title: str, figures: Iterable[Figure]) -> None:
    """Print figures under a title, with the machine's load: a busy machine measures itself."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    print(f"{title} (load average {load:.2f})")
    print(f"  {'':<44}{'measured':>12}{'at most':>10}")
    print("\n".join(str(figure) for figure in figures), flush=True)


def seconds_of(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun
