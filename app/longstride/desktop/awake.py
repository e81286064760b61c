"""Keep the screen lit while a flow plays: nobody on a mat moves a mouse."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol, Self


class Wakefulness(Protocol):
    """What is read of a wakepy mode once it has been entered."""

    @property
    def active(self) -> bool:
        """True while the screen is really held awake."""
        ...

    @property
    def method_name(self) -> str:
        """What holds it awake; empty where nothing does."""
        ...


Mode = AbstractContextManager[Wakefulness]


@dataclass(frozen=True, slots=True)
class AwakeState:
    """Whether the screen is kept awake now, in one sentence for ``doctor`` and the settings."""

    kept: bool
    sentence: str


_OFF = AwakeState(False, "The screen is left to itself while no flow plays.")
_REFUSED = AwakeState(
    False,
    "Nothing on this desktop keeps the screen awake; "
    "turn off its dimming in the system's power settings.",
)


class Awake:
    """Holds the screen awake between ``start`` and ``stop``; both may be called twice.

    Where the desktop has no way to do it the flow plays on and ``state`` says so. Use it from
    one thread only. ``open_mode`` returns a fresh mode each time.
    """

    def __init__(self, open_mode: Callable[[], Mode] | None = None) -> None:
        self._open_mode = open_mode or _presenting
        self._mode: Mode | None = None
        self._state = _OFF

    @property
    def state(self) -> AwakeState:
        """What holds now."""
        return self._state

    def start(self) -> None:
        """Keep the screen awake from here on."""
        if self._mode is not None:
            return
        self._mode = self._open_mode()
        held = self._mode.__enter__()
        self._state = _kept_by(held.method_name) if held.active else _REFUSED

    def stop(self) -> None:
        """Let the screen sleep again."""
        if self._mode is None:
            return
        mode, self._mode = self._mode, None
        self._state = _OFF
        try:
            mode.__exit__(None, None, None)
        except RuntimeError:
            # wakepy raises when the desktop that held the screen is gone; so is the hold.
            return

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def _kept_by(method: str) -> AwakeState:
    return AwakeState(True, f"The screen is kept awake through {method}.")


class _Presenting(AbstractContextManager["_Presenting"]):
    """wakepy's "presenting" mode, which keeps the screen lit and not only the machine running."""

    def __init__(self) -> None:
        from wakepy import keep

        self._mode = keep.presenting(on_fail="pass")

    def __enter__(self) -> Self:
        self._mode.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._mode.__exit__(None, None, None)

    @property
    def active(self) -> bool:
        """True while the screen is really held awake."""
        return self._mode.active

    @property
    def method_name(self) -> str:
        """What holds it awake."""
        return self._mode.method.name if self._mode.method else ""


def _presenting() -> Mode:
    return _Presenting()
