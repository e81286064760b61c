"""The window's life: pages get values from the engine, and what the athlete wants reaches it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from longstride.core.errors import LongstrideError, SettingsError
from longstride.settings import Motion, Settings
from longstride.ui.background import Background
from longstride.ui.bugs import BugHook
from longstride.ui.main_window import MainWindow
from longstride.ui.page_set import PageSet
from longstride.ui.shown import (
    Fresh,
    Shown,
    no_records,
    read_figures,
    read_flows,
    read_voices,
)
from longstride.ui.theme import Theme, apply_theme, palette_for

if TYPE_CHECKING:
    from longstride.coach import Coach
    from longstride.core.flow import Flow, Talk
    from longstride.engine import Engine
    from longstride.sound.output import DeviceOutput
    from longstride.sound.state import SoundState
    from longstride.ui.hearing import Hearing
    from longstride.ui.intentions import Intention
    from longstride.ui.leading import Leading
    from longstride.ui.pages.flows import FlowsPage
    from longstride.ui.record_desk import RecordDesk


def run_application(engine: Engine, flow: str | None = None) -> int:
    """Open the window, on a flow's page if one is named; return the exit code at its end.

    FlowError or UnknownFlowError, before any window, if that flow cannot be had.
    """
    asked = engine.flow(flow) if flow else None
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Longstride")
    app.setDesktopFileName("longstride")
    application = Application(engine, asked)
    application.window.stood.connect(application.load)  # first paint first (law 10)
    application.window.show()
    code = app.exec()
    application.close()
    return code


class Application(QObject):
    """The main window over one engine; ``load`` it once it stands, ``close`` it at the end."""

    def __init__(self, engine: Engine, asked: Flow | None = None) -> None:
        super().__init__()
        self._engine = engine
        self._asked = asked
        self._shown = Shown(engine.today(), engine.settings)
        self._stale = False
        self._output: DeviceOutput | None = None
        self._hearing: Hearing | None = None
        self._leading: Leading | None = None
        self._background = Background(self)
        self._theme = Theme()
        self._dress()
        self._restyle()
        self._pages = PageSet(self._theme, self)
        self.window = MainWindow(self._theme, self._pages.entries())
        self._bugs = BugHook(self._theme, self.window)
        self._connect()
        self._tell("start", engine.notice or "")

    def load(self) -> None:
        """Read flows and sessions, wake sound and voice, all beside the standing window."""
        self.window.show_page("flows" if self._asked else "today")
        self._read_flows(self._wake_rest)
        self._desk.read_recent()

    def start(self, flow: str, stiffness: int | None, talk: Talk | None = None) -> None:
        """Lead through a flow from its beginning."""
        self._lead(lambda out: self._engine.coach(self._flow(flow), out, talk), stiffness)

    def preview(self, flow: str, step: int, talk: Talk | None = None) -> None:
        """Lead through one step of a flow, to see what it is like; nothing is written down."""
        self._lead(lambda out: self._engine.preview(self._flow(flow), step, out, talk), None)

    def resume(self, session_id: UUID) -> None:
        """Lead on where a run was interrupted."""
        session = self._shown.recent.interrupted if self._shown.recent else None
        if session is not None and session.id == session_id:
            self._lead(lambda out: self._engine.coach_again(session, out), None)

    def close(self) -> None:
        """End everything that runs, and the engine."""
        if self._leading is not None:
            self._leading.cut_off()
        if self._hearing is not None:
            self._hearing.stop()
        self._background.cancel()
        self._engine.close()  # so that a sentence being rendered ends now
        self._background.close()
        if self._output is not None:
            self._output.close()
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
        pages.hear_voice.connect(lambda: self._hear().hear_voice())
        pages.hear_tones.connect(lambda: self._hear().hear_tones())
        pages.wants.connect(self._want)
        self.window.page_shown.connect(self._show_page)
        self._theme.changed.connect(self._restyle)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    @cached_property
    def _desk(self) -> RecordDesk:
        """Where the records are read and written; not made before the window stands."""
        from longstride.ui.record_desk import RecordDesk

        desk = RecordDesk(self._engine, self.window, self._theme, self._background)
        desk.recent_read.connect(self._take_recent)
        desk.past_read.connect(lambda past: self._take_read(past=past))
        desk.found.connect(lambda found: self._take_read(found=found))
        desk.refused.connect(self._refuse)
        desk.unread.connect(lambda: self._take(no_records))
        desk.troubled.connect(lambda trouble: self._take_read(trouble=trouble))
        return desk

    def _want(self, wish: Intention) -> None:
        self._desk.take(wish)

    # -- what is read, off the GUI thread ---------------------------------------------------

    def _read_flows(self, then: Callable[[], None] = lambda: None) -> None:
        def take(fresh: object) -> None:
            self._take(cast("Fresh", fresh))
            then()

        self._background.run(lambda: read_flows(self._engine, self._asked), take, self._refuse)

    def _read_figures(self) -> None:
        def take(fresh: object) -> None:
            self._take(cast("Fresh", fresh))
            if self._leading is not None:
                self._leading.page.show_figures(self._shown.figures)

        self._background.run(lambda: read_figures(self._engine), take, self._refuse)

    def _take_recent(self, recent: object) -> None:
        self._tell("JournalError", "")
        self._take_read(recent=recent)

    def _take_read(self, **read: object) -> None:
        self._take(lambda shown: replace(shown, **read))  # type: ignore[arg-type]

    def _wake_rest(self) -> None:
        """Load what the first window can do without."""

        def take(fresh: object) -> None:
            self._tell_voice()
            self._take(cast("Fresh", fresh))

        if self._asked is not None:
            self._open_flow(self._asked.id)
        self._read_figures()
        self._background.run(_load_sound, lambda _: self._wake_sound(), self._refuse)
        self._background.run(lambda: read_voices(self._engine), take, self._refuse)

    def _wake_sound(self) -> DeviceOutput:
        if self._output is None:
            output = self._output = self._engine.device_output()
            output.state_changed.connect(self._tell_sound)
            output.devices_changed.connect(self._take_devices)
            output.open()
        return self._output

    def _hear(self) -> Hearing:
        from longstride.ui.hearing import Hearing

        if self._hearing is None:
            output = self._wake_sound()
            self._hearing = Hearing(self._engine, output, self._background, self)
            self._hearing.refused.connect(lambda text: self._tell("sample", text))
        return self._hearing

    def _take_devices(self) -> None:
        if self._output is not None:
            devices = self._output.devices()
            self._take(lambda shown: replace(shown, devices=devices))

    def _take(self, fresh: Fresh) -> None:
        """Take what was read; the rest may have changed since that was begun."""
        self._shown = fresh(self._shown)
        self._fill(self.window.current_page)

    # -- pages ------------------------------------------------------------------------------

    def _open_flow(self, flow: str) -> None:
        self.window.show_page("flows")
        cast("FlowsPage", self.window.page("flows")).open_card(flow)

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
            shown = replace(self._shown, today=engine.today(), settings=engine.settings)
            self._pages.fill(name, self.window.page(name), shown)

    def _tell(self, key: str, text: str) -> None:
        """Show a lasting state, or that it has passed."""
        if text:
            self.window.show_notice(key, text)
        else:
            self.window.drop_notice(key)

    def _tell_sound(self, state: SoundState) -> None:
        self._tell("sound", state.sentence)

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
        self._dress()
        if self._output is not None:
            self._output.audio_delay = settings.audio_delay
            self._output.choose(settings.audio_device or "")

    def _dress(self) -> None:
        settings, hints = self._engine.settings, QGuiApplication.styleHints()
        reduced = settings.motion is Motion.REDUCED or (
            settings.motion is Motion.SYSTEM and _system_wants_stillness()
        )
        palette = palette_for(settings.theme, hints.colorScheme())
        self._theme.change(palette, settings.text_scale, reduced)

    def _restyle(self) -> None:
        app = cast("QApplication", QApplication.instance())
        apply_theme(app, self._theme.palette, self._theme.scale)

    # -- leading ----------------------------------------------------------------------------

    def _flow(self, name: str) -> Flow:
        if self._asked is not None and self._asked.id == name:
            return self._engine.as_wanted(self._asked)
        return self._engine.flow(name)

    def _lead(self, coach_on: Callable[[DeviceOutput], Coach], stiffness: int | None) -> None:
        from longstride.desktop.awake import Awake
        from longstride.ui.leading import Leading

        if self._leading is not None:
            return
        output, settings = self._wake_sound(), self._engine.settings
        try:
            coach = coach_on(output)
        except LongstrideError as error:
            self._refuse(error)
            return
        if self._hearing is not None:
            self._hearing.stop()
        awake = Awake() if settings.keep_awake else None
        leading = Leading(self.window, self._theme, coach, output, self._background, awake)
        leading.over.connect(self._led)
        leading.refused.connect(self._refuse)
        leading.lost.connect(lambda text: self._tell("lost", text))
        self._leading = leading
        leading.page.show_figures(self._shown.figures)
        leading.start(stiffness, full_screen=settings.player_fullscreen)

    def _led(self) -> None:
        assert self._leading is not None, "only what was begun is over"
        has_numbers = self._leading.has_numbers
        self._leading.deleteLater()
        self._leading = None
        self._tell_voice()
        self._desk.read_recent()
        if has_numbers:
            from longstride.ui.intentions import Measure

            self._desk.take(Measure())

    def _discard(self, session_id: UUID) -> None:
        engine = self._engine
        self._background.run(
            lambda: engine.journal.close(session_id, engine.now()),
            lambda _: self._desk.read_recent(),
            self._refuse,
        )


def _load_sound() -> None:
    import longstride.ui.hearing  # noqa: F401 - slow: numpy, and the sound device


def _system_wants_stillness() -> bool:
    """Say whether the desktop asks for less motion; Qt before 6.12 cannot tell."""
    ask = getattr(QGuiApplication.styleHints().accessibility(), "motionPreference", None)
    return ask is not None and ask().name == "ReducedMotion"
