"""The engine that both front ends share: the program's long-lived parts, each made when needed.

Nothing heavy is imported before it is asked for, so that a window can stand first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from longstride.core.errors import JournalError, UnknownFlowError
from longstride.core.flow.breath import Breath
from longstride.core.history.week import local_day
from longstride.core.timeline.clock import Clock, SilentOutput
from longstride.lazy import made_once
from longstride.library import Library, read_figures, read_library
from longstride.paths import Paths
from longstride.records.unwritten import Unwritten
from longstride.settings import SILENT_DB, Narrator, Settings, save_settings

if TYPE_CHECKING:
    from longstride.core.figure.figure import Figure
    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.core.history.session import Session
    from longstride.core.timeline.timeline import Timeline
    from longstride.journal.backup import Backups
    from longstride.journal.journal import Journal
    from longstride.leading.coach import Coach, CoachParts, Sounding
    from longstride.leading.preparation import Preparation
    from longstride.records.scribe import Notebook
    from longstride.sound.mixer import Mix
    from longstride.sound.output import DeviceOutput
    from longstride.sound.units import Levels
    from longstride.speech.speech import Speech
    from longstride.speech.voice import VoiceChoice
    from longstride.voice_clips import VoiceClips


PREVIEW = "Preview"
LEAD_WAIT = 200  # ms a flow that is led waits for another program's hold on the journal


class Engine:
    """The program's long-lived parts.

    ``lock_wait`` is how many ms a change waits for another program's hold on the journal.
    ``notice`` is what the athlete should know of the start, such as broken settings,
    ``backup_trouble`` why the last backup could not be made, "" if it could. ``now``
    gives the aware local present, ``clock`` runs while the machine is awake.
    """

    lock_wait = 5000

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
        self._clock = clock
        self.unwritten = Unwritten(now, paths.state)
        self.backup_trouble = ""
        self.making = RLock()
        self._no_journal: JournalError | None = None  # why it could not be opened lately

    @made_once
    def library(self) -> Library:
        """The bundled drills and flows with the athlete's own."""
        return read_library(self.paths)

    def read_library_again(self) -> None:
        """Have files that came or changed since the start read when flows are next asked for."""
        with self.making:
            self.__dict__.pop("library", None)

    @made_once
    def figures(self) -> Mapping[str, Figure]:
        """The figures of drills by id; a drill without one is shown in words.

        A file that cannot be read is left out; ``longstride check`` says why.
        """
        catalogue = self.library.catalogue  # first: pydantic must not be imported by two threads
        return read_figures(self.paths, catalogue)

    @made_once
    def journal(self) -> Journal:
        """The athlete's journal; JournalError if its file cannot be used, or is gone.

        ``backups`` then has the newest good one, and ``restore`` brings it back.
        """
        from longstride.journal.journal import Journal

        try:
            self.backups.see_that_journal_is_there()
            journal = Journal(self.paths.journal, self.now, self.lock_wait)
        except JournalError as error:
            self._no_journal = error
            raise
        self._no_journal = None
        self._back_up()
        return journal

    @made_once
    def backups(self) -> Backups:
        """The journal's backups; one is made when the journal is opened and let go of."""
        from longstride.journal.backup import Backups

        return Backups(self.paths.journal, self.now, self.lock_wait)

    def restore(self, backup: Path | None) -> Path | None:
        """Put a backup, or with None an empty journal, in the journal's place.

        Return where the file that was there is kept. JournalError leaves it where it is.
        """
        with self.making:  # nobody opens it half way
            self.let_go_of_journal()
            return self.backups.start_anew() if backup is None else self.backups.restore(backup)

    def let_go_of_journal(self) -> None:
        """Close the journal's file; it is opened anew when it is next asked for."""
        if (journal := self.__dict__.pop("journal", None)) is not None:
            journal.dispose()

    def prove_journal(self) -> None:
        """See that the journal can be read and takes changes; JournalError if not.

        What runs could not write down before is written now.
        """
        from longstride.journal.check import check_writing

        self.journal.count()
        check_writing(self.paths.journal, self.lock_wait)
        self.unwritten.write_down()

    def take_in(self, path: Path) -> str:
        """Take in what was exported, and say what came of it; JournalError changes nothing.

        A file in which a run was left when the program ended has done its work then, and goes.
        """
        words = self.journal.import_json(path).words
        self.unwritten.let_go(path)
        return words

    def take_back(self) -> None:
        """Take in the runs that were left in files at an end before; what cannot be taken stays.

        Before anyone goes on with one of them: what is done then would be newer than its file.
        """
        self.unwritten.hand_back(self.take_in)

    @made_once
    def speech(self) -> Speech:
        """Whatever speaks on this machine."""
        from longstride.speech.speech import Speech

        return Speech(self.paths.clips, voice_choice(self.settings))

    @made_once
    def voice_clips(self) -> VoiceClips:
        """The clips of the chosen voice."""
        from longstride.voice_clips import VoiceClips, file_reader

        return VoiceClips(self.speech, file_reader())

    def today(self) -> date:
        """Return the athlete's present day."""
        return local_day(self.now(), self.settings.day_start)

    def change(self, settings: Settings) -> None:
        """Take new settings and keep them; SettingsError if they cannot be written."""
        old, self.settings = self.settings, settings
        if voice_choice(old) != voice_choice(settings) and "speech" in self.__dict__:
            self.speech.choose(voice_choice(settings))
            self.__dict__.pop("voice_clips", None)
        save_settings(self.paths.settings_file, settings)

    def flow(self, name: str) -> Flow:
        """Return a flow by its id or its file; FlowError or UnknownFlowError."""
        if (found := self.library.flows.get(name)) is not None:
            return self.as_wanted(found)
        path = Path(name)
        if path.is_file():
            from longstride.content import load_flow

            return self.as_wanted(load_flow(path, self.library.catalogue))
        raise UnknownFlowError(self.library.no_flow(name))

    def as_wanted(self, flow: Flow) -> Flow:
        """Return a flow at the athlete's own breath, where one is set."""
        breath = self.settings.breath
        return flow if breath == Breath() else replace(flow, breath=breath)

    def preparation(
        self, talk: Talk | None = None, farewell: str = "", *, voiced: bool = True
    ) -> Preparation:
        """Return a preparation at a talk level, the athlete's usual one where none is given."""
        from longstride.leading.preparation import Preparation

        return Preparation(self.voice_clips, talk or self.settings.talk, farewell, voiced=voiced)

    def coach(self, flow: Flow, output: Sounding, talk: Talk | None = None) -> Coach:
        """Return a coach for a fresh run, which waits where there is no journal to take it."""
        from longstride.core.timeline.adapt import perform
        from longstride.leading.coach import Coach

        return Coach(self._parts(output, talk, welcome=self._welcome(self.today())), perform(flow))

    def coach_again(self, session: Session, output: Sounding) -> Coach:
        """Return a coach that takes up an interrupted run; FlowError if it cannot be read."""
        found = self.library.flows.get(session.flow)
        from longstride.content import flow_from_json
        from longstride.core.timeline.adapt import resume
        from longstride.leading.coach import Coach

        performed = flow_from_json(session.flow_json)
        authored = performed if found is None else self.as_wanted(found)
        performance = resume(authored, performed, session.lighter_from)
        return Coach(self._parts(output, welcome=self._welcome(session.day)), performance, session)

    def preview(self, flow: Flow, step: int, output: Sounding, talk: Talk | None = None) -> Coach:
        """Return a coach that leads through one step alone and writes nothing down."""
        from longstride.core.timeline.adapt import perform
        from longstride.leading.coach import Coach
        from longstride.records.scribe import BlankNotebook

        alone = replace(
            flow, steps=(flow.steps[step],), title=PREVIEW, say="", opening="", closing=""
        )
        return Coach(self._parts(output, talk, BlankNotebook()), perform(alone))

    def silent_output(self, speed: float = 1.0) -> SilentOutput:
        """Return an output without sound."""
        return SilentOutput(self._clock, speed)

    def device_output(self) -> DeviceOutput:
        """Return the output on the chosen sound device."""
        from longstride.sound.output import DeviceOutput

        settings = self.settings
        return DeviceOutput(settings.audio_device or "", settings.audio_delay, settings.gain)

    def levels(self) -> Levels:
        """Return how loud tones are against the voice; the volume is a device's own gain."""
        from longstride.sound.units import Levels

        return Levels(tones_db=self.settings.tones_db)

    def mix(self, timeline: Timeline, levels: Levels) -> Mix:
        """Return the sound of a timeline with the clips rendered so far."""
        from longstride.sound.mixer import Mix

        return Mix(timeline, self.voice_clips.clips, levels)

    def close(self) -> None:
        """End what was started."""
        if "speech" in self.__dict__:
            self.speech.close()
        self.unwritten.give_up()
        if "journal" in self.__dict__:
            self.journal.dispose()
            self._back_up()

    def _back_up(self) -> None:
        self.backup_trouble = ""
        try:
            self.backups.make_if_due()
        except JournalError as error:  # no reason to keep an athlete from training
            self.backup_trouble = f"No backup of the journal could be made. {error}"

    def _welcome(self, day: date) -> str:
        """Return what the first session after a gap is told at its end, "" for any other."""
        from longstride.core.history.week import Rhythm
        from longstride.core.history.welcome import GAP, is_back, welcome_line

        try:
            journal = self._journal_to_lead()
            lately = journal.day_totals(day - GAP + timedelta(days=1))
            if any(total.day <= day for total in lately):
                return ""
            days = {total.day for total in journal.day_totals()}
            rhythm = Rhythm(freezes=journal.freezes())
        except JournalError:  # it cannot be read just now: no reason not to train
            return ""
        return welcome_line(days, rhythm, day) if is_back(days, day) else ""

    def _notebook(self) -> Notebook:
        """Return the journal, or what waits for it where it cannot be opened."""
        from longstride.records.scribe import AwaitedNotebook

        try:
            return self._journal_to_lead()
        except JournalError:
            return AwaitedNotebook(self._journal_to_lead)

    def _journal_to_lead(self) -> Journal:
        """Return the journal for a flow, which cannot wait long for it.

        One that could not be opened lately is left to whoever tries again beside the flow.
        """
        if "journal" not in self.__dict__ and self._no_journal is not None:
            raise self._no_journal
        return self.journal.hurried(LEAD_WAIT)

    def _parts(
        self,
        output: Sounding,
        talk: Talk | None = None,
        notebook: Notebook | None = None,
        welcome: str = "",
    ) -> CoachParts:
        catalogue, levels = self.library.catalogue, self.levels()
        voiced = self.settings.narrator is not Narrator.READER
        from longstride.content import flow_to_json
        from longstride.leading.coach import CoachParts

        return CoachParts(
            catalogue=catalogue,
            preparation=self.preparation(talk, welcome, voiced=voiced),
            output=output,
            journal=notebook or self._notebook(),
            mix=self.mix,
            levels=levels if voiced else replace(levels, voice_db=SILENT_DB),
            flow_text=flow_to_json,
            now=self.now,
            day_start=self.settings.day_start,
        )


def voice_choice(settings: Settings) -> VoiceChoice:
    """Return the voice the settings ask for."""
    from longstride.speech.voice import VoiceChoice

    return VoiceChoice(settings.voice, settings.language, settings.rate, settings.pitch)
