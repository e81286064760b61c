"""Tries one target on many files, each in a process of its own that may not go far.

    python tests/fuzz/trials.py TARGET FILE...

A line of JSON for each file: what it brought down (null is good), the seconds of the processor it
took and the megabytes the process grew to. Two seconds end it.
"""

import json
import os
import resource
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.targets import TARGETS, Target, seeds

SECONDS = 2  # of the processor: one to read a file, one to do with it what comes next
ADDRESSES = 1 << 30  # bytes above what the libraries take: more than this is never let in


def trials(name: str, files: list[Path]) -> Iterator[dict[str, Any]]:
    """Yield what each file did; what is made once is made before the first."""
    target = TARGETS[name]
    target(seeds(name)[0])
    for file in files:
        yield {"file": str(file), **_trial(target, file.read_bytes())}


def _trial(target: Target, raw: bytes) -> dict[str, Any]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _in_child(target, raw, writer)
    os.close(writer)
    with os.fdopen(reader) as said:
        fault = said.read()
    _, status, used = os.wait4(child, 0)
    if os.WIFSIGNALED(status):
        fault = signal.Signals(os.WTERMSIG(status)).name + fault
    seconds = round(used.ru_utime + used.ru_stime, 3)
    return {"fault": fault or None, "seconds": seconds, "mb": used.ru_maxrss // 1024}


def _in_child(target: Target, raw: bytes, writer: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    most = _addresses() + ADDRESSES
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    try:
        target(raw)
    except BaseException:  # noqa: BLE001 - whatever it is, it is told
        os.write(writer, traceback.format_exc()[-3000:].encode("utf-8", "replace"))
    os._exit(0)


def _addresses() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def main() -> None:
    """Try every file that is named."""
    name, *files = sys.argv[1:]
    for trial in trials(name, [Path(file) for file in files]):
        print(json.dumps(trial), flush=True)


if __name__ == "__main__":
    main()
