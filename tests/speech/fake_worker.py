"""A speech worker that misbehaves: ``fake_worker.py MODE [FILE]``.

It notes each of its starts in FILE, when one is given, and writes a short real WAV otherwise.
In the mode "fails-later" all workers together say SOON sentences, and from then on none.
"""

import json
import os
import sys
import time
import wave
from pathlib import Path

MODE = sys.argv[1]
STARTS = sys.argv[2] if len(sys.argv) > 2 else None
DRIVER = {"name": "fake", "library": "bundled", "version": "1", "voices": []}
SOON = 12
REPLIES = {
    "refuses": '{"error": "RuntimeError: no sound today"}',
    "rubbish": "Audio saved to nowhere",
    "nested": "[" * 100_000,
    "list": "[]",
}


def noted(what: str = "") -> int:
    if STARTS is None:
        return 0
    with Path(STARTS + what).open("a+", encoding="ascii") as file:
        file.write("x")
        return file.tell()


def hang() -> None:
    while True:
        time.sleep(60)


def write_clip(path: str, frames: int = 2205) -> None:
    with wave.open(path, "wb") as clip:
        clip.setparams((1, 2, 22050, frames, "NONE", ""))
        clip.writeframes(b"\1\0" * frames)


def say(reply: object) -> None:
    print(json.dumps(reply), flush=True)


def render(request: dict[str, str], start: int) -> None:
    if MODE == "hangs" or (MODE == "hangs-once" and start == 1):
        hang()
    if MODE == "dies-at-poison" and "oison" in request["text"]:
        os._exit(3)
    if MODE == "fails-later" and noted(".said") > SOON:
        os._exit(3)
    if MODE == "dies-once" and start == 1:
        os._exit(3)
    write_clip(request["path"], 0 if MODE == "mute" else 2205)
    print(REPLIES.get(MODE, "{}"), flush=True)
    if MODE == "chatters":
        say({})


def main() -> None:
    start = noted()
    if MODE == "dies-at-start":
        os._exit(1)
    if MODE == "hangs-at-start":
        hang()
    for line in sys.stdin:
        request = json.loads(line)
        if request["op"] == "driver":
            say([1, 2] if MODE == "no-driver" else DRIVER)
        else:
            render(request, start)


main()
