"""Mix the short texts of a folder with the tones they sound beside, at the program's own levels.

    python beside_tones.py FOLDER MIXED

FOLDER is one that `say_all.py` has filled. MIXED gets texts.json and id.wav: each word as the
program would trim and level it, its beat on the glide of a phase, with a tick every second.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import soundfile

from longstride.core.timeline.timeline import TONE_LENGTHS, CueKind, SpanPhase
from longstride.sound.clips import read_clip
from longstride.sound.frames import PER_MS, RATE, Samples
from longstride.sound.mixer import limit
from longstride.sound.tones import make_tone

SHORT = 2  # words
LEAD = 1000  # ms before the beat, where the tick before it is


def mixed(path: Path) -> Samples:
    """Return a word with the tones around its beat."""
    clip = read_clip(path)
    start, length = LEAD - clip.onset, LEAD + clip.length + 500
    mix = np.zeros(length * PER_MS, np.float32)
    add(mix, clip.samples, start)
    phase = SpanPhase.CONCENTRIC.value
    add(mix, make_tone(CueKind.PHASE, phase, TONE_LENGTHS[CueKind.PHASE]), LEAD)
    for at in range(0, length, 1000):
        if at != LEAD:
            add(mix, make_tone(CueKind.TICK, "", TONE_LENGTHS[CueKind.TICK]), at)
    limit(mix)
    return mix


def add(mix: Samples, sound: Samples, start: int) -> None:
    """Add a sound at ``start`` ms, cut off where the mix ends."""
    place = mix[start * PER_MS : start * PER_MS + len(sound)]
    place += sound[: len(place)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("mixed", type=Path)
    options = parser.parse_args()
    listed = json.loads((options.folder / "texts.json").read_text(encoding="utf-8"))
    texts = {name: text for name, text in listed.items() if len(text.split()) <= SHORT}
    options.mixed.mkdir(parents=True, exist_ok=True)
    for name in texts:
        sound = mixed(options.folder / f"{name}.wav")
        soundfile.write(options.mixed / f"{name}.wav", sound, RATE)
    (options.mixed / "texts.json").write_text(json.dumps(texts, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
