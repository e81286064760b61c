"""The coverage-guided fuzzer: it keeps whatever file reaches new code, and spoils that further.

    python tests/fuzz/guided.py TARGET [--seconds N | --runs N] [--keep FOLDER]

TARGET is flow, drill, plan, pose, settings, saved-flow or import. A file that brings a traceback,
takes more than a second of the processor or makes the process larger than 200 MB ends the run
with an exit code above zero and is left in the folder, to be cut down and put into
``tests/fuzz/found``.
"""

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path
from random import Random
from typing import NoReturn

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

SECOND, MEGABYTES = 1, 200
HANG = 60  # s by the wall clock: for what hangs without working, or inside a library
WATCHED = ["longstride.content", "longstride.core", "longstride.settings", "tomllib"]
OF_THE_JOURNAL = ["longstride.journal.importing", "longstride.journal.json_values"]

with atheris.instrument_imports(include=[*WATCHED, *OF_THE_JOURNAL]):
    from fuzz.mutations import spoil_bytes, spoil_json, spoil_toml
    from fuzz.targets import TARGETS, Target, room, seeds

    if "import" in sys.argv:
        import longstride.journal.importing  # noqa: F401 - so that it is watched from the start


class TooLong(BaseException):
    """A file kept the processor for longer than a second; no ``except`` may take it for its own."""


def timed(target: Target) -> Target:
    """Return a target that raises TooLong; other programs on the machine cost it nothing."""

    def too_long(signum: int, frame: object) -> NoReturn:
        raise TooLong(f"more than {SECOND} s of the processor")

    def run(raw: bytes) -> object:
        signal.setitimer(signal.ITIMER_PROF, SECOND)
        try:
            return target(raw)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    signal.signal(signal.SIGPROF, too_long)
    return run


def main() -> None:
    """Fuzz one target until the time or the runs are over, or something is found."""
    options = _options()
    room()  # made by this process, that it goes with it: the fuzzer ends without tidying up
    if child := os.fork():
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    fuzz(options)


def fuzz(options: argparse.Namespace) -> None:
    """Hand a target to the fuzzer, which ends the process."""
    target, keep = TARGETS[options.target], options.keep or Path(tempfile.mkdtemp())
    corpus = keep / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    good = seeds(options.target)
    for number, seed in enumerate(good):
        (corpus / f"seed-{number}").write_bytes(seed)
        target(seed)  # what is made once is made now, and costs no file its second
    spoil = spoil_json if options.target in {"settings", "saved-flow", "import"} else spoil_toml

    def mutate(raw: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        dice = random.random()
        if dice < 0.2:
            return bytes(atheris.Mutate(raw, most))[:most]
        if dice < 0.3:
            return spoil_bytes(raw, random)[:most]
        return spoil(raw, random)[:most]

    arguments = [sys.argv[0], str(corpus), f"-timeout={HANG}", f"-rss_limit_mb={MEGABYTES}"]
    arguments += [f"-artifact_prefix={keep}{os.sep}", f"-max_len={options.longest}"]
    arguments += [f"-max_total_time={options.seconds}", f"-runs={options.runs}", "-seed=7"]
    arguments += ["-print_final_stats=1", "-verbosity=1"]
    atheris.Setup(arguments, timed(target), custom_mutator=mutate)
    atheris.Fuzz()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--seconds", type=int, default=0)
    parser.add_argument("--runs", type=int, default=-1)
    parser.add_argument("--longest", type=int, default=40_000, metavar="BYTES")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    return parser.parse_args()


if __name__ == "__main__":
    main()
