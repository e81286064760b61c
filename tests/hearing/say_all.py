"""Render everything the natural voice may say in the flows that ship, for `listen.py` to hear.

    python say_all.py FOLDER [--rate 140] [--texts FILE]

Runs in the program's own environment. FOLDER gets texts.json {"id": "text"} and id.wav for each;
--texts renders the lines of a file instead of the flows.
"""

import argparse
import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.timeline import script
from longstride.core.timeline.adapt import lighter_flow, lighter_step
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import wanted_sentences
from longstride.library import Library, read_library
from longstride.paths import find_paths
from longstride.speech.natural import speed
from longstride.speech.spelling import spelled
from longstride.speech.voice import NATURAL, Driver, VoiceChoice

DRIVER = Driver(NATURAL, "bundled", "")


def every_sentence() -> tuple[str, ...]:
    """Return what is said in any flow at any talk level, made lighter or not, each text once."""
    with tempfile.TemporaryDirectory() as folder:
        library = read_library(find_paths(Path(folder), {}))
    assert not library.mistakes, library.mistakes
    found = [
        text
        for flow in library.flows.values()
        for version in versions(flow, library)
        for talk in Talk
        if talk.speaks
        for text in wanted_sentences(version, Coaching(library.phrases, talk))
    ]
    words = library.phrases
    notices = (words.hurt, words.lighter, words.half_range, words.full)
    notices += (words.says_less, words.says_more)
    farewells = (words.welcome.first, words.welcome.back, words.welcome.back_rested)
    ends = (sentence for text in farewells for sentence in script.sentences(text))
    sounds = (getattr(words.sounds, each.name) for each in fields(words.sounds))
    return tuple(dict.fromkeys((*found, *notices, *ends, *sounds, "Preview.")))


def versions(flow: Flow, library: Library) -> Iterator[Flow]:
    """Yield a flow as authored, made lighter, and made lighter with the drills it has."""
    yield flow
    yield lighter_flow(flow, library.catalogue)
    yield replace(flow, steps=tuple(lighter_step(step) for step in flow.steps))


def voice() -> Any:
    """Return hibari with the model of its own package, which nothing is downloaded for."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import hibari

    return hibari.Hibari(model=str(Path(hibari.__path__[0]) / "assets/hibari.onnx"), threads=1)


def render(model: Any, text: str, path: Path, rate: int) -> str:
    """Write one text as the program would have it said; return that."""
    said = spelled(text, VoiceChoice(rate=rate), DRIVER)
    model.save(said, str(path), speed=speed(said, rate), seed=0)
    return said


def name_of(number: int, text: str) -> str:
    """Return a file's name that tells what is in it."""
    return f"{number:03}-{re.sub('[^a-z0-9]+', '-', text.lower()).strip('-')[:40]}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rate", type=int, default=140)
    parser.add_argument("--texts", type=Path, help="a file with a text in each line")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    lines = options.texts.read_text(encoding="utf-8").splitlines() if options.texts else None
    model, texts = voice(), {}
    for number, text in enumerate(lines or every_sentence()):
        name = name_of(number, text)
        texts[name] = render(model, text, options.folder / f"{name}.wav", options.rate)
    listed = json.dumps(texts, indent=1, ensure_ascii=False)
    (options.folder / "texts.json").write_text(listed, encoding="utf-8")
    print(f"{len(texts)} texts at rate {options.rate} in {options.folder}")


if __name__ == "__main__":
    main()
