"""What the athlete has set, and the small JSON file that keeps it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime, time
from enum import StrEnum
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import Any

from longstride.core.errors import SettingsError
from longstride.core.flow.breath import Breath
from longstride.core.flow.manner import LEAST_RATE, MOST_RATE, USUAL_RATE
from longstride.core.flow.talk import Talk
from longstride.files import beside, flush
from longstride.plain_files import followed, read_plain

FORMAT = 1
SILENT_DB = -120.0
_LARGEST_FILE = 64_000
_DAY_START = "%H:%M"


class Colours(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Motion(StrEnum):
    """How much moves on the screen."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Narrator(StrEnum):
    """Who speaks while a flow runs; ASK until a screen reader was there to ask about."""

    ASK = "ask"
    LONGSTRIDE = "longstride"
    READER = "reader"


class WeekStart(StrEnum):
    """The day on which weeks begin."""

    SYSTEM = "system"
    MONDAY = "monday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def weekday(self) -> int | None:
        """The day as ``date.weekday()`` counts it, None where the system is asked."""
        return {"monday": 0, "saturday": 5, "sunday": 6}.get(self)


LIMITS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "rate": (LEAST_RATE, MOST_RATE),
        "pitch": (0, 100),
        "volume": (0, 100),
        "breath_in": (1, 14),
        "breath_out": (1, 14),
        "tones_db": (-12, 12),
        "audio_delay": (0, 400),
        "text_scale": (100, 200),
    }
)
"""Least and most of every number in the settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; change one with ``dataclasses.replace``. SettingsError on a bad value.

    ``voice`` and ``audio_device`` None leave the choice to the system. ``rate`` is in words a
    minute, ``pitch``, ``volume`` and ``text_scale`` in per cent, ``breath_in`` and
    ``breath_out`` in seconds, ``tones_db`` is the level of the tones against speech,
    ``audio_delay`` in ms. A new day begins at ``day_start``. ``sounds_explained`` once the tones
    were explained aloud; ``explain_sounds`` has it done before the next flow, whatever was before.
    ``welcomed`` once the first questions were answered or passed over. ``backup_pictures`` where
    backups hold the stills' pictures too.
    """

    voice: str | None = None
    language: str = "en-gb"
    rate: int = USUAL_RATE
    pitch: int = 50
    volume: int = 80
    talk: Talk = Talk.EXPERIENCE
    narrator: Narrator = Narrator.ASK
    breath_in: int = 4
    breath_out: int = 6
    tones_db: int = 0
    audio_device: str | None = None
    audio_delay: int = 0
    theme: Colours = Colours.SYSTEM
    text_scale: int = 100
    motion: Motion = Motion.SYSTEM
    day_start: time = time(3)
    week_start: WeekStart = WeekStart.SYSTEM
    keep_awake: bool = True
    pause_music: bool = False
    player_fullscreen: bool = True
    sounds_explained: bool = False
    explain_sounds: bool = False
    welcomed: bool = False
    backup_pictures: bool = True

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise SettingsError(f"{name} is {value}; choose {least} to {most}.")
        try:
            _ = self.breath
        except ValueError as error:
            raise SettingsError(f"{error}.") from error

    @property
    def volume_db(self) -> float:
        """The level of the volume: 80 % is as made, each 20 % about 6 dB, 0 silent."""
        return SILENT_DB if self.volume == 0 else (self.volume - 80) * 0.3

    @property
    def gain(self) -> float:
        """How many times as loud as made the volume is, 0 to 2."""
        return 0.0 if self.volume == 0 else float(10 ** (self.volume_db / 20))

    @property
    def breath(self) -> Breath:
        """The pace of the breath."""
        return Breath(self.breath_in * 1000, self.breath_out * 1000)


def load_settings(path: Path) -> tuple[Settings, str | None]:
    """Return the settings and, where something in the file was bad, a sentence that says so.

    What is bad falls back to its default, and the file as it was is kept beside the new one.
    A file that is not there is a first start, without a notice.
    """
    try:
        raw = read_plain(path)
    except FileNotFoundError:
        return Settings(), None
    except OSError as error:
        return Settings(), (
            f"The settings in {path} cannot be read ({error.strerror}); "
            "Longstride runs with its defaults until the file can be read."
        )
    settings, bad = _parse(raw)
    return settings, _mend(path, raw, settings, bad) if bad else None


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all, for the athlete's eyes only.

    SettingsError where the folder or the disk refuses.
    """
    try:
        _write(followed(path), _to_json(settings))
    except OSError as error:
        raise SettingsError(
            f"The settings cannot be saved to {path} ({error.strerror}); "
            "see that the folder can be written and the disk is not full."
        ) from error


def _parse(raw: bytes) -> tuple[Settings, str]:
    """Return what could be read, and in a few words what could not ("" if all is well)."""
    if len(raw) > _LARGEST_FILE:
        return Settings(), "the file is far too large"
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Settings(), "it is not readable as JSON"
    if not isinstance(found, dict):
        return Settings(), "it holds no settings"
    settings, bad = _read_values(found)
    if found.get("format") != FORMAT:
        bad = ["its format, which another version of Longstride wrote", *bad]
    return settings, ", ".join(bad)


def _read_values(found: dict[str, object]) -> tuple[Settings, list[str]]:
    """Take each value that can be used; a name nobody knows is dropped without a word."""
    values: dict[str, Any] = {}
    bad: list[str] = []
    for name, read in _readers().items():
        if name in found:
            try:
                values[name] = read(found[name])
            except ValueError:
                bad.append(name)
    try:
        return Settings(**values), bad
    except SettingsError:  # each number is in range: only the two breaths together can fail
        values.pop("breath_in", None)
        values.pop("breath_out", None)
        return Settings(**values), [*bad, "breath_in with breath_out"]


def _readers() -> dict[str, Callable[[object], object]]:
    by_type: dict[object, Callable[[object], object]] = {
        str: _text,
        str | None: _text_or_none,
        bool: _flag,
        Talk: _one_of(Talk),
        Colours: _one_of(Colours),
        Motion: _one_of(Motion),
        Narrator: _one_of(Narrator),
        WeekStart: _one_of(WeekStart),
        time: _time_of_day,
    }
    return {
        field.name: by_type.get(field.type) or _number(*LIMITS[field.name])
        for field in fields(Settings)
    }


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("not a text")


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise ValueError("neither true nor false")


def _number(least: int, most: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise ValueError(f"not a whole number from {least} to {most}")

    return read


def _one_of(kind: type[StrEnum]) -> Callable[[object], StrEnum]:
    def read(value: object) -> StrEnum:
        return kind(_text(value))

    return read


def _time_of_day(value: object) -> time:
    return datetime.strptime(_text(value), _DAY_START).time()


def _to_json(settings: Settings) -> bytes:
    values = {field.name: _plain(getattr(settings, field.name)) for field in fields(settings)}
    return (json.dumps({"format": FORMAT, **values}, indent=2) + "\n").encode("ascii")


def _plain(value: object) -> object:
    return value.strftime(_DAY_START) if isinstance(value, time) else value


def _mend(path: Path, raw: bytes, settings: Settings, bad: str) -> str:
    """Keep the bad file aside, write the mended one over it, and return the notice."""
    aside = next(
        place
        for number in count(1)
        if not (place := path.with_name(f"{path.stem}.broken-{number}.json")).exists()
    )
    try:
        _write(aside, raw)
        save_settings(path, settings)
    except (OSError, SettingsError):
        return f"Some settings in {path} could not be used ({bad}); defaults stand in for them."
    return (
        f"Some settings could not be used ({bad}), so defaults stand in for them; "
        f"the file as it was is kept as {aside}."
    )


def _write(path: Path, content: bytes) -> None:
    """Write a file of which a power cut leaves the new one or the old one whole."""
    with beside(path) as new:
        new.write_bytes(content)
        flush(new)
        new.replace(path)
