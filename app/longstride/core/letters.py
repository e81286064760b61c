"""Letters: which of them a voice that reads English knows, and what no voice says."""

import unicodedata


def is_latin(sign: str) -> bool:
    """Say whether a sign is a Latin letter, or no letter at all."""
    known = ("LATIN", "MODIFIER", "MASCULINE ORDINAL", "FEMININE ORDINAL", "MICRO SIGN")
    return not sign.isalpha() or unicodedata.name(sign, "").startswith(known)


def strange_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that hold a letter which is not Latin, in their order."""
    return tuple(word for word in text.split() if not all(map(is_latin, word)))


def can_be_spoken(text: str) -> bool:
    """Say whether a text holds a letter or a digit: all else is silence in every voice."""
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


def silent_signs(text: str) -> str:
    """Return the pictures and symbols of a text that no voice says, each once, in their order."""
    return "".join(sign for sign in dict.fromkeys(text) if _is_silent(sign))


_SILENT = frozenset({"So", "Sk", "Cn", "Co"})
_SAID = "+=<>±×÷−°"  # by some voice at least, or written out beforehand


def _is_silent(sign: str) -> bool:
    category = unicodedata.category(sign)
    return sign not in _SAID and (category in _SILENT or (category == "Sm" and not sign.isascii()))
