"""What the athlete has set, and the small JSON file that keeps it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import time
from enum import StrEnum
from itertools import count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from longstride.core.errors import SettingsError
from longstride.core.flow.breath import Breath
from longstride.core.flow.manner import LEAST_RATE, MOST_RATE, USUAL_RATE
from longstride.core.flow.talk import Talk
from longstride.core.history.bounds import LEAST_SNOOZE, MOST_SNOOZE, USUAL_SNOOZE
from longstride.files import beside, flush
from longstride.plain_files import followed, read_plain
from longstride.settings import readers
from longstride.settings.choices import Kit, Skin, WeekStart

if TYPE_CHECKING:
    from longstride.core.history.reminder import Wishes

FORMAT = 1
SILENT_DB = -120.0
_LARGEST_FILE = 64_000


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
        "snooze": (LEAST_SNOOZE, MOST_SNOOZE),
    }
)
"""Least and most of every number in the settings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; change one with ``dataclasses.replace``. SettingsError on a bad value.

    ``voice`` and ``audio_device`` None leave the choice to the system. ``rate`` is in words a
    minute, ``pitch``, ``volume`` and ``text_scale`` in per cent, ``breath_in`` and
    ``breath_out`` in seconds, ``tones_db`` is the level of the tones against speech,
    ``audio_delay`` in ms. ``kit`` and ``skin`` are the figure's; a ``simple_figure`` is painted
    flat. A new day begins at ``day_start``. ``sounds_explained`` once the tones were explained
    aloud; ``explain_sounds`` has it done before the next flow, whatever was before.
    ``welcomed`` once the first questions were answered or passed over. ``remind_days`` to
    ``snooze`` are those of ``Wishes``. ``backup_pictures`` where backups hold the stills' pictures
    too. ``missing_gear`` is what the athlete has not at hand, of all that flows need.
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
    kit: Kit = Kit.SLATE
    skin: Skin = Skin.LIGHT
    simple_figure: bool = False
    day_start: time = time(3)
    week_start: WeekStart = WeekStart.SYSTEM
    keep_awake: bool = True
    pause_music: bool = False
    player_fullscreen: bool = True
    sounds_explained: bool = False
    explain_sounds: bool = False
    welcomed: bool = False
    remind: bool = False
    remind_days: tuple[int, ...] = (0, 1, 2, 3, 4, 5, 6)
    remind_times: tuple[time, ...] = (time(18),)
    quiet_from: time = time(21)
    quiet_until: time = time(7)
    snooze: int = USUAL_SNOOZE
    remind_closed: bool = False
    backup_pictures: bool = True
    missing_gear: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, (least, most) in LIMITS.items():
            value = getattr(self, name)
            if not least <= value <= most:
                raise SettingsError(f"{name} is {value}; choose {least} to {most}.")
        self._check_reminders()
        try:
            _ = self.breath
        except ValueError as error:
            raise SettingsError(f"{error}.") from error

    def _check_reminders(self) -> None:
        days, times = self.remind_days, self.remind_times
        if days != tuple(sorted({*days} & {*range(7)})):
            raise SettingsError(f"remind_days are {days}; choose 0, Monday, to 6, in their order.")
        if times != tuple(sorted({*times}))[: readers.MOST_TIMES]:
            raise SettingsError("remind_times are too many; choose up to two, in their order.")

    @property
    def wishes(self) -> "Wishes":
        """How the athlete wants to be reminded."""
        from longstride.core.history.reminder import Quiet, Wishes

        quiet = Quiet(self.quiet_from, self.quiet_until)
        days, times = self.remind_days, self.remind_times
        return Wishes(
            self.remind, days, times, quiet, self.snooze, self.remind_closed, self.day_start
        )

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
        str: readers.text,
        str | None: readers.text_or_none,
        bool: readers.flag,
        Talk: readers.one_of(Talk),
        Colours: readers.one_of(Colours),
        Motion: readers.one_of(Motion),
        Narrator: readers.one_of(Narrator),
        WeekStart: readers.one_of(WeekStart),
        Kit: readers.one_of(Kit),
        Skin: readers.one_of(Skin),
        time: readers.time_of_day,
        tuple[int, ...]: readers.weekdays,
        tuple[time, ...]: readers.times_of_day,
        tuple[str, ...]: readers.gear,
    }
    return {
        field.name: by_type.get(field.type) or readers.number(*LIMITS[field.name])
        for field in fields(Settings)
    }


def _to_json(settings: Settings) -> bytes:
    values = {
        field.name: readers.plain(getattr(settings, field.name)) for field in fields(settings)
    }
    return (json.dumps({"format": FORMAT, **values}, indent=2) + "\n").encode("ascii")


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
