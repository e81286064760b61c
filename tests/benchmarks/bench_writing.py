"""How soon after a key a draft's total and mistakes are known, and how large its file grows.

python tests/benchmarks/bench_writing.py
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from golden_listings import ASSETS
from longstride.content import load_catalogue, load_phrases
from longstride.content.writing import commands
from longstride.content.writing.draft import Draft, new_draft, open_draft
from longstride.content.writing.looking import look
from longstride.core.timeline.coaching import Coaching

ROUNDS = 15
STEP = {"drill": "glute-bridge", "reps": 2, "tempo": "1-0-1-0", "get_ready": 0, "rest_after": 0}


def drafts() -> Iterator[tuple[str, Draft]]:
    """Yield the longest flow that ships, one of sixty steps, and the longest there may be."""
    yield "Deep hips", open_draft((ASSETS / "flows" / "deep-hips.toml").read_bytes())
    for steps in (60, 500):
        draft = new_draft("Long")
        for _ in range(steps):
            draft = commands.append_step(draft, STEP)
        yield f"{steps} steps", draft


def ms(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def main() -> None:
    catalogue = load_catalogue(ASSETS / "drills")
    coaching = Coaching(load_phrases(ASSETS / "phrases" / "en.toml"))
    for name, draft in drafts():
        keys = [commands.set_head(draft, "purpose", "x" * each) for each in range(1, ROUNDS + 1)]
        looked = median(ms(lambda each=each: look(each, catalogue, coaching)) for each in keys)
        typed = median(
            ms(lambda each=each: commands.set_step(each, 3, "cues", ["Tall"]).content)
            for each in keys
        )
        print(f"{name:12}{looked:8.0f} ms to all that is told{typed:8.2f} ms to write a field")


if __name__ == "__main__":
    main()
