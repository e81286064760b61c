"""Text made safe to hand to a voice."""

import unicodedata

from longstride.core.errors import SpeechError
from longstride.core.letters import can_be_spoken

LONGEST_TEXT = 1000

# SAPI reads <...> as markup, macOS and espeak [[...]] as commands; nobody says them.
_MARKUP = str.maketrans("<>[]", "    ")


def speakable(text: str) -> str:
    """Return the text in one line, NFC, without markup; SpeechError if nothing can be said."""
    plain = "".join(" " if _is_gap(sign) else sign for sign in text.translate(_MARKUP))
    line = unicodedata.normalize("NFC", " ".join(plain.split()))
    if not can_be_spoken(line):
        raise SpeechError(f"There is nothing to say in {text[:40]!r}: write a word.")
    if len(line) > LONGEST_TEXT:
        raise SpeechError(
            f'The sentence "{line[:40]}..." has {len(line)} characters: '
            f"cut it to {LONGEST_TEXT} at most."
        )
    return line


def _is_gap(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}
