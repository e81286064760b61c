"""The window's life: pages get values from the engine, and what the athlete wants reaches it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from longstride.core.errors import SettingsError
from longstride.desktop.instance import OpenRequest, use_token
from longstride.settings import Narrator, Settings
from longstride.ui.look.dressing import Dressing
from longstride.ui.page_set import PageSet
from longstride.ui.player.sound import SoundDesk
from longstride.ui.shell.background import Background
from longstride.ui.shell.bugs import BugHook
from longstride.ui.shell.front import Front
from longstride.ui.shell.gc_timer import GcTimer
from longstride.ui.shell.memory import WindowMemory
from longstride.ui.shell.window import MainWindow
from longstride.ui.shown.pages import (
    Fresh,
    Shown,
    no_records,
    read_figures,
    read_flows,
    read_voices,
)

if TYPE_CHECKING:
    from uuid import UUID

    from longstride.core.flow.flow import Flow
    from longstride.core.flow.talk import Talk
    from longstride.engine import Engine
    from longstride.leading.coach import Coach
    from longstride.sound.output import DeviceOutput
    from longstride.ui.flows.opening import Opening
    from longstride.ui.flows.page import FlowsPage
    from longstride.ui.intentions import Intention
    from longstride.ui.player.narration import Narration
    from longstride.ui.records.desk import RecordDesk
    from longstride.ui.shell.aside import Aside
    from longstride.ui.shell.drops import Drop

_log = logging.getLogger(__name__)


class Application(QObject):
    """The main window over one engine; ``load`` it once it stands, ``close`` it at the end."""

    def __init__(self, engine: Engine, asked: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._engine = engine
        self._asked = asked
        self._shown = Shown(engine.today(), engine.settings)
        self._stale = False
        self._gc_timer = GcTimer(self)
        self._background = Background(self)
        self._dressing = Dressing(engine.settings, self)
        theme = self._dressing.theme
        self._pages = PageSet(theme, self)
        self.window = MainWindow(theme, self._pages.entries())
        self._front = Front(engine, self.window, theme, self._background)
        self._memory = WindowMemory(engine.paths.window_file)
        self._memory.restore(self.window)
        self.window.full_screen.find = self._memory.screen
        self._sound = SoundDesk(self._front)
        self._bugs = BugHook(theme, self.window)
        self._connect()
        self._tell("start", engine.notice or "")

    def load(self) -> None:
        """Read flows and sessions, wake sound and voice, all beside the standing window."""
        from longstride.ui.shell.parting import Parting

        _log.info("the window stands")
        Parting(self._front)
        self.window.show_page("flows" if self._asked else "today")
        self._read_flows(self._wake_rest)
        self._desk.read_recent()

    def start(self, flow: str, stiffness: int | None, talk: Talk | None = None) -> None:
        """Lead through a flow from its beginning."""
        from longstride.leading.start import coach_for

        self._lead(lambda out: coach_for(self._engine, self._flow(flow), out, talk), stiffness)

    def preview(self, flow: str, step: int, talk: Talk | None = None) -> None:
        """Lead through one step of a flow, to see what it is like; nothing is written down."""
        from longstride.leading.start import preview

        self._lead(lambda out: preview(self._engine, self._flow(flow), step, out, talk), None)

    def answer(self, request: OpenRequest) -> None:
        """Come forward for a later start, and open what it asked for once nothing is led."""
        use_token(request.token)
        self.window.come_forward()
        self._opening.ask(request.flows)

    def resume(self, session_id: UUID) -> None:
        """Lead on where a run was interrupted."""
        session = self._shown.recent.interrupted if self._shown.recent else None
        if session is not None and session.id == session_id:
            from longstride.leading.start import coach_again

            self._lead(lambda out: coach_again(self._engine, session, out), None)

    def close(self) -> None:
        """End everything that runs, and the engine."""
        self._memory.keep(self.window)
        self._sound.cut_off()
        self._background.cancel()
        self._engine.close()  # so that a sentence being rendered ends now
        self._background.close()
        self._gc_timer.close()
        self._sound.close()
        self._bugs.remove()

    def _connect(self) -> None:
        pages = self._pages
        pages.start_flow.connect(self.start)
        pages.preview.connect(self.preview)
        pages.resume.connect(self.resume)
        pages.discard.connect(self._discard)
        pages.settings_changed.connect(self._change)
        pages.page_asked.connect(self.window.show_page)
        pages.flow_asked.connect(self._open_flow)
        pages.keep_flow.connect(self._keep)
        pages.display_chosen.connect(self._memory.choose)
        pages.hear_voice.connect(self._sound.hear_voice)
        pages.hear_tones.connect(self._sound.hear_tones)
        pages.wants.connect(self._want)
        self._sound.state.connect(self._tell)
        self._sound.refused.connect(self._refuse)
        self._sound.devices_read.connect(lambda devices: self._take_read(devices=devices))
        self._sound.over.connect(self._led)
        self._sound.changed.connect(self._change)
        self.window.page_shown.connect(self._show_page)
        self.window.dropped.connect(self._take_drop)
        self.window.help_asked.connect(self._toggle_help)
        self.window.about_asked.connect(self._show_about)

    @cached_property
    def _narration(self) -> Narration:
        """Who speaks; not asked before the window stands."""
        from longstride.ui.player.narration import Narration

        narration = Narration(self._front)
        narration.settled.connect(self._take_narrator)
        return narration

    @cached_property
    def _desk(self) -> RecordDesk:
        """Where the records are read and written; not made before the window stands."""
        from longstride.ui.records.desk import RecordDesk

        desk = RecordDesk(self._front)
        desk.recent_read.connect(self._take_recent)
        desk.past_read.connect(lambda past: self._take_read(past=past))
        desk.found.connect(lambda found: self._take_read(found=found))
        desk.refused.connect(self._refuse)
        desk.unread.connect(lambda: self._take(no_records))
        desk.troubled.connect(lambda trouble: self._take_read(trouble=trouble))
        return desk

    @cached_property
    def _opening(self) -> Opening:
        """Where flows from files come in; not made before the window stands."""
        from longstride.ui.flows.opening import Opening

        opening = Opening(self._front)
        opening.opened.connect(self._show_opened)
        opening.kept.connect(self._show_kept)
        opening.refused.connect(self._refuse)
        return opening

    @cached_property
    def _aside(self) -> Aside:
        """Help and About; not made before they are asked for."""
        from longstride.ui.shell.aside import Aside

        return Aside(self._front)

    def _want(self, request: Intention) -> None:
        self._desk.take(request)

    def _toggle_help(self) -> None:
        self._aside.toggle_help()

    def _show_about(self) -> None:
        self._aside.show_about()

    # -- what is read, off the GUI thread ---------------------------------------------------

    def _read_flows(self, then: Callable[[], None] = lambda: None) -> None:
        def take(fresh: object) -> None:
            self._take(cast("Fresh", fresh))
            then()

        guests = dict(self._opening.guests)
        self._background.run(lambda: read_flows(self._engine, guests), take, self._refuse)

    def _read_figures(self) -> None:
        def take(fresh: object) -> None:
            self._take(cast("Fresh", fresh))
            self._sound.show_figures(self._shown.figures)

        self._background.run(lambda: read_figures(self._engine), take, self._refuse)

    def _take_recent(self, recent: object) -> None:
        self._tell("JournalError", "")
        self._tell("lost", "")  # or the records could not have been read
        self._tell("backup", self._engine.records.backup_trouble)
        self._take_read(recent=recent)

    def _take_read(self, **read: object) -> None:
        self._take(lambda shown: replace(shown, **read))  # type: ignore[arg-type]

    def _wake_rest(self) -> None:
        """Load what the first window can do without."""

        def take(fresh: object) -> None:
            self._tell_voice()
            self._take(cast("Fresh", fresh))

        self._opening.ask(self._asked)
        self._read_figures()
        self._sound.wake()
        self._background.run(lambda: read_voices(self._engine), take, self._refuse)
        self._dressing.follow_motion()
        self._narration.ask()

    def _take(self, fresh: Fresh) -> None:
        """Take what was read; the rest may have changed since that was begun."""
        self._shown = fresh(self._shown)
        self._fill(self.window.current_page)

    # -- pages ------------------------------------------------------------------------------

    def _open_flow(self, flow: str) -> None:
        self.window.show_page("flows")
        cast("FlowsPage", self.window.page("flows")).open_card(flow)

    def _show_opened(self, flows: tuple[str, ...]) -> None:
        self._read_flows(lambda: self._open_flow(flows[0]))
        several = f"{len(flows)} flows were opened; all of them are on the page Flows."
        self._tell("opened", several if len(flows) > 1 else "")

    def _take_drop(self, drop: Drop) -> None:
        self._tell("drop", "")  # or a second one like the first would not be told
        self._tell("drop", drop.refusal)
        self._opening.ask(drop.flows)

    def _keep(self, flow: str) -> None:
        self._opening.keep(flow)

    def _show_kept(self, flow: str) -> None:
        self._read_flows(lambda: self._open_flow(flow))
        self._tell("opened", "Kept: it is one of your own flows from now on.")

    def _show_page(self, name: str) -> None:
        if name == "review":
            self._desk.read_past()
        if self._stale and name != "settings":
            self._stale = False
            self._read_flows()
        self._fill(name)

    def _fill(self, name: str) -> None:
        if not self.window.has_player:
            engine = self._engine
            shown = replace(
                self._shown,
                today=engine.today(),
                settings=engine.settings,
                display=self._memory.display,
            )
            self._pages.fill(name, self.window.page(name), shown)

    def _tell(self, key: str, text: str) -> None:
        """Show a lasting state, or that it has passed."""
        if text:
            self.window.show_notice(key, text)
        else:
            self.window.drop_notice(key)

    def _tell_voice(self) -> None:
        self._tell("voice", self._engine.speech.lost)

    def _refuse(self, error: object) -> None:
        """Say why something asked for was not done, even if it was said and dismissed before."""
        key = type(error).__name__
        self.window.drop_notice(key)
        self.window.show_notice(key, str(error))

    def _change(self, settings: Settings) -> None:
        before = self._engine.settings
        self._stale |= (before.breath, before.talk) != (settings.breath, settings.talk)
        regular = (before.week_start, before.day_start) == (settings.week_start, settings.day_start)
        try:
            self._engine.change(settings)
            self._tell("SettingsError", "")
        except SettingsError as error:
            self._refuse(error)
        if not regular:
            self._desk.read_recent(afresh=True)
        self._dressing.dress(settings)
        self._sound.change(settings)

    def _take_narrator(self, narrator: Narrator) -> None:
        self._change(replace(self._engine.settings, narrator=narrator))

    # -- leading ----------------------------------------------------------------------------

    def _lead(self, coach_on: Callable[[DeviceOutput], Coach], stiffness: int | None) -> None:
        self._narration.ask(lambda: self._sound.lead(coach_on, stiffness))

    def _flow(self, name: str) -> Flow:
        guest = self._opening.guests.get(name)
        return self._engine.as_wanted(guest.flow) if guest else self._engine.flow(name)

    def _led(self, has_numbers: bool) -> None:
        self._tell_voice()
        self._desk.read_recent()
        if has_numbers:
            from longstride.ui.intentions import Measure

            self._desk.take(Measure())

    def _discard(self, session_id: UUID) -> None:
        engine = self._engine
        self._background.run(
            lambda: engine.records.journal.close(session_id, engine.now()),
            lambda _: self._desk.read_recent(),
            self._refuse,
        )
