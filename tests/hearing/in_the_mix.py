"""Cut every sentence of whole flows out of the mix, for `listen.py` to hear.

    python in_the_mix.py FOLDER [FLOW ...] [--rate 140]

Runs in the program's own environment. Each flow is told in full by the natural voice, as to one who
is new to it, and mixed at the program's own levels. FOLDER gets texts.json {"id": "text"} and
id.wav: each sentence as often as it is said, with the ticks, tones and breaths around it. It keeps
the clips too, so that after a change of words only what is new is rendered.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import soundfile
from say_all import DRIVER, name_of

from longstride.core.flow.flow import Flow
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow, wanted_sentences
from longstride.core.timeline.timeline import Cue
from longstride.library import read_library
from longstride.paths import find_paths
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import Mix
from longstride.sound.units import Levels
from longstride.speech.speech import Speech
from longstride.speech.spelling import spelled
from longstride.speech.voice import VoiceChoice
from longstride.speech.worker_pipe import Patience
from longstride.speech.worker_pool import NaturalVoice
from longstride.voice_clips import VoiceClips

FLOWS = (
    "hip-extension-base",
    "stable-under-fatigue",
    "practice-rounds",
    "wind-down",
    "band-and-step",
)
LEAST = 3  # words
AROUND = 150  # ms before and after a sentence


def sentences(flow: Flow, coaching: Coaching, voice: VoiceClips) -> Iterator[tuple[str, Samples]]:
    """Yield what is said in a flow, with the mix around it."""
    for text in voice.learn(wanted_sentences(flow, coaching)):
        assert voice.trouble is None, f"{text}: {voice.trouble}"
    timeline = compile_flow(flow, voice.lengths, coaching)
    mix = Mix(timeline, voice.clips, Levels())
    for cue in timeline.cues:
        if cue.kind.is_speech and len(cue.text.split()) >= LEAST:
            yield cue.text, cut(mix, cue)


def cut(mix: Mix, cue: Cue) -> Samples:
    """Return what sounds while a cue is spoken, and a little before and after."""
    start, end = cue.start - AROUND, cue.end + AROUND
    return mix.block(start * PER_MS, (end - start) * PER_MS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("flows", nargs="*", default=FLOWS, metavar="FLOW")
    parser.add_argument("--rate", type=int, default=140)
    options = parser.parse_args()
    folder, choice = options.folder, VoiceChoice(rate=options.rate)
    texts: dict[str, str] = {}
    paths = find_paths(folder / "program", {})
    paths.clips.mkdir(parents=True, exist_ok=True)
    library = read_library(paths)
    with Speech(paths.clips, choice, (NaturalVoice(Patience()),)) as speech:
        voice = VoiceClips(speech, choice)
        for flow in map(library.flow, options.flows):
            for text, sound in sentences(flow, Coaching(library.phrases), voice):
                name = f"{flow.id}-{name_of(len(texts), text)}"
                texts[name] = spelled(text, choice, DRIVER)
                soundfile.write(folder / f"{name}.wav", sound, RATE)
    listed = json.dumps(texts, indent=1, ensure_ascii=False)
    (folder / "texts.json").write_text(listed, encoding="utf-8")
    print(f"{len(texts)} sentences out of {len(options.flows)} flows in {folder}")


if __name__ == "__main__":
    main()
