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
from longstride.ui.reminding import Reminding
from longstride.ui.shell.background import Background
from longstride.ui.shell.bugs import BugHook
from longstride.ui.shell.front import Front
from longstride.ui.shell.gc_timer import GcTimer
from longstride.ui.shell.memory import WindowMemory
from longstride.ui.shell.window import MainWindow
from longstride.ui.showing import Showing

if TYPE_CHECKING:
    from longstride.core.flow.drill import Side
    from longstride.core.flow.manner import Manner
    from longstride.engine import Engine
    from longstride.leading.coach import Coach
    from longstride.sound.output import DeviceOutput
    from longstride.ui.player.narration import Narration
    from longstride.ui.review.saving import Saving
    from longstride.ui.shell.aside import Aside
    from longstride.ui.starting import Starting
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
        self._reminding = Reminding(self._front, self.showing, self._pages)
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
        from longstride.ui.intentions import editing, leading, measure, plan, records, window

        match wish:
            case leading.LeadWish():
                self._starting.take(wish)
            case leading.Shorten(flow, talk):
                self.showing.shorten(flow, talk)
            case window.ShowPage(name, part):
                self.window.show_page(name)
                self._pages.show_part(name, part)
            case window.OpenFlow(flow):
                self.showing.open_flow(flow)
            case window.KeepFlow(flow):
                self.showing.opening.keep(flow)
            case window.OpenFiles():
                self.showing.opening.take(wish)
            case window.ToggleHelp():
                self._aside.toggle_help()
            case window.ShowAbout():
                self._aside.show_about()
            case window.AskWho():
                self._welcome.ask()
            case window.ChangeSettings(settings):
                self._change(settings)
            case window.MissGear(gear):
                self._change(replace(self._engine.settings, missing_gear=gear))
            case window.ChooseDisplay(display):
                self._memory.choose(display)
            case window.TryReminder():
                self._reminding.desk.try_one()
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
            case measure.FilmWish():
                self.showing.film.take(wish)
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
        self._reminding.close()
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
        self._sound.ended.connect(lambda: self.showing.records.read_recent())  # noqa: PLW0108 - made late
        self._sound.over.connect(self._led)
        self.showing.recent_shown.connect(self._sound.show_recent)
        self._sound.filmed.connect(lambda: self.showing.film.lead())  # noqa: PLW0108 - not made yet
        self._sound.changed.connect(self._change)

    @cached_property
    def _narration(self) -> Narration:
        """Who speaks; not asked before the window stands."""
        from longstride.ui.player.narration import Narration

        narration = Narration(self._front)
        narration.settled.connect(self._take_narrator)
        return narration

    @cached_property
    def _starting(self) -> Starting:
        """Where flows are begun; not made before one is."""
        from longstride.ui.starting import Starting

        return Starting(self._front, self.showing, self._lead)

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
        desk.written.connect(self.showing.timed)
        desk.written.connect(lambda: self.showing.records.read_recent(afresh=True))
        return desk

    def _read_offer(self) -> None:
        self.showing.read_offer(self._read_all)

    def _read_all(self) -> None:
        self.showing.read_flows(self._wake_rest)
        self.showing.records.read_recent()

    def _wake_rest(self) -> None:
        """Load what the first window can do without."""
        from longstride.ui.shown.pages import read_figures, read_voices

        showing = self.showing
        showing.opening.ask(self._asked, self._plays)
        showing.read(read_figures, lambda: self._sound.show_figures(showing.shown.figures))
        self._sound.wake()
        showing.read(read_voices, self._tell_voice)
        self._dressing.follow_motion()
        self._narration.ask()
        self._reminding.begin()
        showing.own.offer_drafts()

    def _tell_voice(self) -> None:
        self._front.tell("voice", self._engine.speech.lost)

    def _change(self, settings: Settings) -> None:
        before = self._engine.settings
        try:
            self._engine.change(settings)
            self._front.tell("SettingsError", "")
        except SettingsError as error:
            self._front.refuse(error)
        self.showing.follow(before, settings)
        self._reminding.follow(before, settings)
        self._dressing.dress(settings)
        self._sound.change(settings)

    def _take_narrator(self, narrator: Narrator) -> None:
        self._change(replace(self._engine.settings, narrator=narrator))

    # -- leading ----------------------------------------------------------------------------

    def _lead(
        self, coach_on: Callable[[DeviceOutput], Coach], stiffness: int | None = None
    ) -> None:
        self._narration.ask(lambda: self._sound.lead(coach_on, stiffness))

    def _led(self, held: dict[Side, int] | None) -> None:
        self._tell_voice()
        self.showing.records.read_recent()
        if held is not None:
            from longstride.ui.intentions.records import Measure

            self.window.show_page("measure")
            self.want(Measure(held=held))
