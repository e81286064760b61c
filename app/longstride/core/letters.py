"""Letters: which a voice that reads English knows, what no voice says, and what is none."""

import unicodedata


def is_latin(sign: str) -> bool:
    """Say whether a sign is a Latin letter, or no letter at all."""
    known = ("LATIN", "MODIFIER", "MASCULINE ORDINAL", "FEMININE ORDINAL", "MICRO SIGN")
    return not sign.isalpha() or unicodedata.name(sign, "").startswith(known)


def strange_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that hold a letter which is not Latin, in their order."""
    return tuple(word for word in text.split() if not all(map(is_latin, word)))


def is_control(sign: str) -> bool:
    """Say whether a sign steers a terminal or a file rather than be read."""
    return unicodedata.category(sign) == "Cc"


def typed_line(text: str) -> str:
    """Return what was typed or pasted as one line without control characters."""
    return " ".join("".join(" " if is_control(sign) else sign for sign in text).split())


def typed_lines(text: str) -> str:
    """Return what was typed or pasted without control characters; its lines stay."""
    return "".join(sign for sign in text if sign in "\n\t" or not is_control(sign)).strip()


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
