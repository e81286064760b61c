"""The window's life: it decides on what the athlete wants, and ends what runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from longstride.core.errors import SettingsError
from longstride.desktop.instance import OpenRequest, use_token
from longstride.settings import Narrator, Settings
from longstride.ui.intentions import Intention
from longstride.ui.look.dressing import Dressing
from longstride.ui.page_set import PageSet
from longstride.ui.player.sound import SoundDesk
from longstride.ui.shell.background import Background
from longstride.ui.shell.bugs import BugHook
from longstride.ui.shell.front import Front
from longstride.ui.shell.gc_timer import GcTimer
from longstride.ui.shell.memory import WindowMemory
from longstride.ui.shell.window import MainWindow
from longstride.ui.showing import Showing

if TYPE_CHECKING:
    from uuid import UUID

    from longstride.core.flow.flow import Flow
    from longstride.core.flow.manner import Manner
    from longstride.core.flow.talk import Talk
    from longstride.core.timeline.shorten import Short
    from longstride.engine import Engine
    from longstride.leading.coach import Coach
    from longstride.sound.output import DeviceOutput
    from longstride.ui.intentions import leading, window
    from longstride.ui.player.narration import Narration
    from longstride.ui.review.saving import Saving
    from longstride.ui.shell.aside import Aside
    from longstride.ui.welcome.desk import WelcomeDesk

_log = logging.getLogger(__name__)


class Application(QObject):
    """The main window over one engine; ``load`` it once it stands, ``close`` it at the end."""

    def __init__(
        self, engine: Engine, asked: tuple[str, ...] = (), plays: Manner | None = None
    ) -> None:
        super().__init__()
        self._engine = engine
        self._asked, self._plays = asked, plays
        self._gc_timer = GcTimer(self)
        self.background = Background(self)
        self._dressing = Dressing(engine.settings, self)
        theme = self.theme = self._dressing.theme
        self._pages = PageSet(theme, self)
        self.window = MainWindow(theme, self._pages.entries())
        self._front = Front(engine, self.window, theme, self.background)
        self._memory = WindowMemory(engine.paths.window_file)
        self._memory.restore(self.window)
        self.window.full_screen.find = self._memory.screen
        self._sound = SoundDesk(self._front)
        self.showing = Showing(self._front, self._pages, self._memory)
        self.bugs = BugHook(theme, self.window)
        self._connect()
        self._front.tell("start", engine.notice or "")

    def load(self) -> None:
        """Read flows and sessions, wake sound and voice, all beside the standing window."""
        from longstride.ui.shell.parting import Parting

        _log.info("the window stands")
        Parting(self._front)
        if self._asked or self._engine.settings.welcomed:
            self._read_offer()
        else:
            self._welcome.ask_first(self._read_offer)
        self.window.show_page("flows" if self._asked else "today")

    def want(self, wish: Intention) -> None:  # noqa: PLR0912 - every wish of the window, in one place
        """Have what the athlete wants done."""
        from longstride.ui.intentions import editing, leading, plan, records, window

        match wish:
            case leading.Start():
                self._start(wish)
            case leading.Shorten(flow, talk):
                self.showing.shorten(flow, talk)
            case leading.Preview(name, step, talk):
                self._preview(lambda: self.showing.flow(name), step, talk)
            case editing.PreviewFlow(draft, step):
                self._preview(lambda: draft, step, None)
            case leading.Resume(session):
                self._resume(session)
            case leading.Discard(session):
                self._discard(session)
            case window.ShowPage(name):
                self.window.show_page(name)
            case window.OpenFlow(flow):
                self.showing.open_flow(flow)
            case window.KeepFlow(flow):
                self.showing.opening.keep(flow)
            case window.OpenFiles():
                self._open_files(wish)
            case window.ToggleHelp():
                self._aside.toggle_help()
            case window.ShowAbout():
                self._aside.show_about()
            case window.AskWho():
                self._welcome.ask()
            case window.ChangeSettings(settings):
                self._change(settings)
            case window.ChooseDisplay(display):
                self._memory.choose(display)
            case window.HearVoice() | window.HearTones():
                self._sound.hear(wish)
            case records.LookAtDose(flow):
                self.showing.look_at_dose(flow)
            case records.LeaveSoreness(day):
                self._memory.leave_soreness(day)
            case records.SavePicture() | records.SaveReport():
                self._saving.save(wish)
            case records.FileWish():
                self.showing.records.files.take(wish)
            case editing.EditWish():
                self.showing.own.take(wish)
            case plan.PlanWish():
                self.showing.plan.take(wish)
            case records.RecordWish():
                self.showing.records.take(wish)

    def answer(self, request: OpenRequest) -> None:
        """Come forward for a later start, and open what it asked for once nothing is led."""
        use_token(request.token)
        self.window.come_forward()
        self._welcome.give_way(request.flows)
        self.showing.opening.ask(request.flows, request.plays)

    def close(self) -> None:
        """End everything that runs, and the engine."""
        self._memory.keep(self.window)
        self._pages.blockSignals(True)  # what is filled while all ends must start nothing more
        self._sound.cut_off()
        self.background.cancel()
        self._engine.close()  # so that a sentence being rendered ends now
        self.background.close()
        self._gc_timer.close()
        self._sound.close()
        self.bugs.remove()

    def _connect(self) -> None:
        self._pages.wants.connect(self.want)
        self.window.wants.connect(self.want)
        self._sound.state.connect(self._front.tell)
        self._sound.refused.connect(self._front.refuse)
        self._sound.devices_read.connect(self.showing.take_devices)
        self._sound.over.connect(self._led)
        self._sound.changed.connect(self._change)

    @cached_property
    def _narration(self) -> Narration:
        """Who speaks; not asked before the window stands."""
        from longstride.ui.player.narration import Narration

        narration = Narration(self._front)
        narration.settled.connect(self._take_narrator)
        return narration

    @cached_property
    def _saving(self) -> Saving:
        """Where pictures and reports are saved; not made before one is wanted."""
        from longstride.ui.review.saving import Saving

        return Saving(self._front)

    @cached_property
    def _aside(self) -> Aside:
        """Help and About; not made before they are asked for."""
        from longstride.ui.shell.aside import Aside

        return Aside(self._front)

    @cached_property
    def _welcome(self) -> WelcomeDesk:
        """Where the first questions are asked; not made before they are."""
        from longstride.ui.welcome.desk import WelcomeDesk

        desk = WelcomeDesk(self._front, lambda: self.showing.records.week_start)
        desk.wants.connect(self.want)
        desk.begun.connect(lambda: self.showing.records.read_recent(afresh=True))
        return desk

    def _read_offer(self) -> None:
        self.showing.read_offer(self._read_all)

    def _read_all(self) -> None:
        self.showing.read_flows(self._wake_rest)
        self.showing.records.read_recent()

    def _wake_rest(self) -> None:
        """Load what the first window can do without."""
        showing = self.showing
        showing.opening.ask(self._asked, self._plays)
        showing.read_figures(lambda: self._sound.show_figures(showing.shown.figures))
        self._sound.wake()
        showing.read_voices(self._tell_voice)
        self._dressing.follow_motion()
        self._narration.ask()
        showing.own.offer_drafts()

    def _open_files(self, wish: window.OpenFiles) -> None:
        self._front.warn("drop", wish.refusal)
        self.showing.opening.ask(wish.flows)
        if wish.journal is not None:
            self.showing.own.take_json(wish.journal)

    def _tell_voice(self) -> None:
        self._front.tell("voice", self._engine.speech.lost)

    def _change(self, settings: Settings) -> None:
        before = self._engine.settings
        self.showing.let_flows_age(settings)
        regular = (before.week_start, before.day_start) == (settings.week_start, settings.day_start)
        try:
            self._engine.change(settings)
            self._front.tell("SettingsError", "")
        except SettingsError as error:
            self._front.refuse(error)
        if not regular:
            self.showing.records.read_recent(afresh=True)
        self._dressing.dress(settings)
        self._sound.change(settings)

    def _take_narrator(self, narrator: Narrator) -> None:
        self._change(replace(self._engine.settings, narrator=narrator))

    # -- leading ----------------------------------------------------------------------------

    def _lead(
        self, coach_on: Callable[[DeviceOutput], Coach], stiffness: int | None = None
    ) -> None:
        self._narration.ask(lambda: self._sound.lead(coach_on, stiffness))

    def _start(self, wish: leading.Start) -> None:
        from longstride.leading.start import coach_for

        engine, find, manner = self._engine, self.showing.finder(wish.flow), wish.manner
        if wish.room is None:
            self._lead(lambda out: coach_for(engine, find(), out, manner), wish.stiffness)
        else:
            self._start_short(wish, wish.room)

    def _start_short(self, wish: leading.Start, room: int) -> None:
        """Fit a flow to the ms there are, by what is measured now, and lead through that."""
        from longstride.leading.shortening import shortened
        from longstride.leading.start import coach_for

        engine, find, manner = self._engine, self.showing.finder(wish.flow), wish.manner

        def lead(short: Short) -> None:
            had = None if short.is_whole else room
            self._lead(lambda out: coach_for(engine, short.flow, out, manner, had), wish.stiffness)

        refuse = self._front.refuse
        self.background.run(lambda: shortened(engine, find(), room, manner), lead, refuse)

    def _preview(self, find: Callable[[], Flow], step: int | None, talk: Talk | None) -> None:
        from longstride.leading.start import preview

        self._lead(lambda out: preview(self._engine, find(), step, out, talk))

    def _resume(self, session_id: UUID) -> None:
        session = self.showing.session()
        if session is not None and session.id == session_id:
            from longstride.leading.start import coach_again

            self._lead(lambda out: coach_again(self._engine, session, out))

    def _discard(self, session_id: UUID) -> None:
        engine = self._engine
        self.background.run(
            lambda: engine.records.journal.close(session_id, engine.now()),
            lambda _: self.showing.records.read_recent(),
            self._front.refuse,
        )

    def _led(self, has_numbers: bool) -> None:
        self._tell_voice()
        self.showing.records.read_recent()
        if has_numbers:
            from longstride.ui.intentions.records import Measure

            self.want(Measure())
