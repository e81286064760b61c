"""How quick and how large reading film is, on clips that are drawn for it.

    python tests/benchmarks/bench_film.py [--frames 120] [--clips 200]

Of each clip: to open it, a step forward, a step back, a jump anywhere, a thumbnail; the memory that
stays while it is open. Then what many clips opened and closed leave behind, and what a suggestion
takes.
"""

import argparse
import gc
import os
import random
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does
sys.path.insert(0, str(Path(__file__).parents[1]))

import psutil

from benchmarks.table import Figure, print_table
from film.clips import draw, steady
from film.mannequin import Runner
from longstride.core.flow.drill import Side
from longstride.desktop.heaps import give_back, share_heaps
from longstride.film.pose import Pose
from longstride.film.reel import SHOWN, Reel

MODELS = Path(__file__).parents[2] / "assets/models"
KINDS = {
    "1080p, 30 a second": ((1920, 1080), 30, {"preset": "veryfast", "g": "30"}),
    "1080p, 240 a second": ((1920, 1080), 240, {"preset": "veryfast", "g": "30"}),
    "4K, 60 a second": ((3840, 2160), 60, {"preset": "ultrafast", "g": "30"}),
}
STEP_MS = {"1080p, 30 a second": 16, "1080p, 240 a second": 16, "4K, 60 a second": 50}


def ms(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def each(reel: Reel, indices: Iterable[int], most: int = SHOWN) -> list[float]:
    return [ms(lambda index=index: reel.picture_at(index, most)) for index in indices]


def of_clip(name: str, path: Path) -> list[Figure]:
    process = psutil.Process()
    before = process.memory_info().rss
    opened = ms(lambda: Reel(path).close())
    with Reel(path) as reel:
        count = len(reel.footage.times)
        forward = median(each(reel, range(count)))
        back = each(reel, range(count - 1, -1, -1))
        anywhere = median(each(reel, random.Random(1).choices(range(count), k=30), SHOWN - 1))
        thumbnails = ms(lambda: list(reel.thumbnails())) / 12
        memory = (process.memory_info().rss - before) / 1e6
    return [
        Figure(f"{name}: to open", opened, "ms", 300),
        Figure(f"{name}: a step forward", forward, "ms", STEP_MS[name]),
        Figure(f"{name}: a step back", median(back), "ms", STEP_MS[name]),
        Figure(f"{name}: the slowest step back", max(back), "ms"),
        Figure(f"{name}: a jump", anywhere, "ms"),
        Figure(f"{name}: a thumbnail", thumbnails, "ms"),
        Figure(f"{name}: memory while open", memory, "MB", 250),
    ]


def left_behind(path: Path, clips: int) -> list[Figure]:
    process = psutil.Process()

    def open_all(times: int) -> None:
        for _ in range(times):
            with Reel(path) as reel:
                reel.picture_at(9)
        gc.collect()  # PyAV's containers lie in circles, which the program's own timer frees
        give_back()

    open_all(clips)  # until the heaps have their size
    memory, files = process.memory_info().rss, len(process.open_files())
    open_all(clips)
    grown = (process.memory_info().rss - memory) / 1e6
    return [
        Figure(f"after {clips} clips, {clips} more: memory left", grown, "MB", 20),
        Figure(f"{clips} more clips: files left", len(process.open_files()) - files, "", 0),
    ]


def suggestion() -> Figure:
    pose, picture = Pose(MODELS), Runner().drawn(960, 540)
    taken = [ms(lambda: pose.suggest(picture, Side.RIGHT)) for _ in range(9)]
    return Figure("a suggestion", median(taken), "ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=120)
    parser.add_argument("--clips", type=int, default=200)
    options = parser.parse_args()
    share_heaps()  # as the program does once its window stands; every 10 s it gives back
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for name, (size, fps, how) in KINDS.items():
            path = Path(folder) / f"{len(figures)}.mp4"
            draw(path, steady(options.frames, fps), size, options=how)
            figures += of_clip(name, path)
        figures += left_behind(Path(folder) / "0.mp4", options.clips)
    print_table("Film", [*figures, suggestion()])


if __name__ == "__main__":
    main()
