"""Parts that are made when they are first asked for, once, whoever asks."""

from __future__ import annotations

from functools import cached_property
from threading import RLock
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Maker(Protocol):
    """Whoever has such parts; ``making`` is held while one of them is made."""

    making: RLock


class made_once(cached_property[T]):  # noqa: N801 - reads as the decorator it is
    """A part that is made when first asked for, by one thread while the others wait.

    Python's own ``cached_property`` lets two threads make two from 3.12 on; and two threads that
    import pydantic at the same time can each see the other's half of it.
    """

    def __get__(self, maker: Maker | None, owner: type[Any] | None = None) -> T:  # type: ignore[override]
        """Return the part."""
        if maker is None:
            return super().__get__(maker, owner)  # type: ignore[return-value]
        with maker.making:
            return super().__get__(maker, owner)


def is_made(maker: Maker, part: str) -> bool:
    """Say whether a part has been made and, since then, not been deleted."""
    return part in vars(maker)
