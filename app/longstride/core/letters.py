"""Letters: which of them a voice that reads English knows, and which are none to write."""

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
