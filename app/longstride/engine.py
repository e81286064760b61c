"""The engine that both front ends share: the program's long-lived parts, each made when needed.

Nothing heavy is imported before it is asked for, so that a window can stand first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from threading import RLock
from typing import TYPE_CHECKING

from longstride.core.flow.breath import Breath
from longstride.core.history.week import local_day
from longstride.core.timeline.clock import Clock, SilentOutput
from longstride.lazy import is_made, made_once
from longstride.paths import Paths
from longstride.records.records import Records
from longstride.settings import Settings, save_settings

if TYPE_CHECKING:
    from longstride.core.figure.figure import Figure
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.plan import Plan
    from longstride.core.history.dose_change import DoseChange
    from longstride.core.timeline.lengths import Length
    from longstride.core.timeline.timeline import Timeline
    from longstride.library import Library
    from longstride.sound.clips import Clip
    from longstride.sound.mixer import Mix
    from longstride.sound.output import DeviceOutput
    from longstride.sound.units import Levels
    from longstride.speech.speech import Speech
    from longstride.speech.voice import VoiceChoice
    from longstride.voice_clips import VoiceClips


class Engine:
    """The program's long-lived parts.

    ``notice`` is what the athlete should know of the start, such as broken settings. ``now``
    gives the aware local present, ``clock`` runs while the machine is awake.
    """

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        now: Callable[[], datetime],
        clock: Clock,
        notice: str | None = None,
    ) -> None:
        self.paths = paths
        self.settings = settings
        self.notice = notice
        self.now = now
        self.clock = clock
        self.records = Records(paths.journal, paths.state, now)
        self.records.backs_pictures_up = settings.backup_pictures
        self.making = RLock()
        self._changes: tuple[DoseChange, ...] = ()

    @made_once
    def library(self) -> Library:
        """The bundled drills and flows with the athlete's own."""
        from longstride.library import read_library

        return read_library(self.paths)

    def read_library_again(self) -> None:
        """Have files that came or changed since the start read when flows are next asked for."""
        with self.making:
            if is_made(self, "library"):
                del self.library

    @made_once
    def figures(self) -> Mapping[str, Figure]:
        """The figures of drills by id; a drill without one is shown in words.

        A file that cannot be read is left out; ``longstride check`` says why.
        """
        from longstride.library import read_figures

        catalogue = self.library.catalogue  # first: pydantic must not be imported by two threads
        return read_figures(self.paths, catalogue)

    @made_once
    def plans(self) -> Mapping[str, Plan]:
        """The plans there are to follow, by id; FlowError."""
        from longstride.library import read_plans

        return read_plans(self.paths, self.library.flows)

    @made_once
    def speech(self) -> Speech:
        """Whatever speaks on this machine."""
        from longstride.speech.speech import Speech

        return Speech(self.paths.clips, voice_choice(self.settings))

    @made_once
    def voice_clips(self) -> VoiceClips:
        """The clips of the chosen voice."""
        return self.clips_of(self.speech.choice)

    def clips_of(self, choice: VoiceChoice) -> VoiceClips:
        """Return clips of a voice, none of them rendered yet."""
        from longstride.speech.kept_lengths import KeptLengths
        from longstride.voice_clips import VoiceClips

        return VoiceClips(self.speech, choice, kept=KeptLengths(self.paths.clips, choice))

    def known_lengths(self) -> Mapping[str, Length]:
        """Return how long sentences are in the chosen voice, as far as they were ever measured."""
        from longstride.speech.kept_lengths import KeptLengths

        return KeptLengths(self.paths.clips, voice_choice(self.settings)).read()

    def today(self) -> date:
        """Return the athlete's present day."""
        return local_day(self.now(), self.settings.day_start)

    def week_start(self) -> int:
        """Return the first day of the athlete's weeks, 0 Monday to 6 Sunday."""
        chosen = self.settings.week_start.weekday
        if chosen is not None:
            return chosen
        from longstride.desktop.weekday import system_week_start

        return system_week_start()

    def change(self, settings: Settings) -> None:
        """Take new settings and keep them; SettingsError if they cannot be written."""
        old, self.settings = self.settings, settings
        self.records.backs_pictures_up = settings.backup_pictures
        if voice_choice(old) != voice_choice(settings):
            self._change_voice(voice_choice(settings))
        save_settings(self.paths.settings_file, settings)

    def flow(self, name: str) -> Flow:
        """Return a flow by its id or its file, as wanted; FlowError or UnknownFlowError."""
        return self.as_wanted(self.library.flow(name))

    def as_wanted(self, flow: Flow) -> Flow:
        """Return a flow as authored at the athlete's own dose and breath.

        What is made of it comes after: it is shortened, which has to know how long it is at both,
        and in play it gets lighter.
        """
        (wanted,) = self.all_wanted((flow,))
        return wanted

    def all_wanted(self, flows: Iterable[Flow]) -> tuple[Flow, ...]:
        """Return flows as wanted, the journal looked at once for all of them."""
        catalogue, breath = self.library.catalogue, self.settings.breath
        changes = self.dose_changes()
        dosed = flows
        if changes:
            from longstride.core.history.memory import as_dosed

            dosed = (as_dosed(flow, catalogue, changes).flow for flow in flows)
        return tuple(flow if breath == Breath() else replace(flow, breath=breath) for flow in dosed)

    def dose_changes(self) -> tuple[DoseChange, ...]:
        """Return every change of a dose, whatever was answered, oldest first.

        At a glance, which makes no journal and waits for none: where it cannot be read just now
        they are those that were read last.
        """
        from longstride.journal.glance import dose_changes

        found = dose_changes(self.paths.journal)
        if found is not None:
            self._changes = found
        return self._changes

    def silent_output(self, speed: float = 1.0, trouble: str = "") -> SilentOutput:
        """Return an output without sound, for the reason given."""
        return SilentOutput(self.clock, speed, trouble)

    def device_output(self) -> DeviceOutput:
        """Return the output on the chosen sound device."""
        from longstride.sound.output import DeviceOutput

        settings = self.settings
        return DeviceOutput(settings.audio_device or "", settings.audio_delay, settings.gain)

    def levels(self) -> Levels:
        """Return how loud tones are against the voice; the volume is a device's own gain."""
        from longstride.sound.units import Levels

        return Levels(tones_db=self.settings.tones_db)

    def clips_in(self, voice: str | None = None, rate: int | None = None) -> VoiceClips:
        """Return the clips of a voice at a rate; None is what is chosen."""
        chosen, settings = self.voice_clips, self.settings
        choice = replace(chosen.choice, voice=voice or settings.voice, rate=rate or settings.rate)
        return chosen if choice == chosen.choice else self.clips_of(choice)

    def mix(self, timeline: Timeline, levels: Levels, clips: Mapping[str, Clip]) -> Mix:
        """Return the sound of a timeline with the clips there are."""
        from longstride.sound.mixer import Mix

        return Mix(timeline, clips, levels)

    def close(self) -> None:
        """End what was started."""
        if is_made(self, "speech"):
            self.speech.close()
        self.records.close()

    def _change_voice(self, choice: VoiceChoice) -> None:
        if is_made(self, "speech"):
            self.speech.choose(choice)
        if is_made(self, "voice_clips"):
            del self.voice_clips


def voice_choice(settings: Settings) -> VoiceChoice:
    """Return the voice the settings ask for."""
    from longstride.speech.voice import VoiceChoice

    return VoiceChoice(settings.voice, settings.language, settings.rate, settings.pitch)
