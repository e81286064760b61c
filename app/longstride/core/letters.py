"""Letters: which of them a voice that reads English knows."""

import unicodedata


def is_latin(sign: str) -> bool:
    """Say whether a sign is a Latin letter, or no letter at all."""
    known = ("LATIN", "MODIFIER", "MASCULINE ORDINAL", "FEMININE ORDINAL", "MICRO SIGN")
    return not sign.isalpha() or unicodedata.name(sign, "").startswith(known)


def strange_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that hold a letter which is not Latin, in their order."""
    return tuple(word for word in text.split() if not all(map(is_latin, word)))
