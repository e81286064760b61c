"""The window's life: pages get values from the engine, and what the athlete wants reaches it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from longstride.coach import local_day
from longstride.core.errors import LongstrideError
from longstride.core.flow import Talk
from longstride.engine import Engine
from longstride.settings import Motion, Settings
from longstride.ui.background import Task
from longstride.ui.bugs import BugHook
from longstride.ui.main_window import MainWindow
from longstride.ui.page_set import PageSet, Shown
from longstride.ui.theme import Theme, apply_theme, palette_for

if TYPE_CHECKING:
    from longstride.coach import Coach
    from longstride.sound.output import DeviceOutput
    from longstride.speech.voice import Voice
    from longstride.ui.hearing import Hearing
    from longstride.ui.leading import Leading
    from longstride.ui.pages.flows import FlowsPage

SHOWN_SESSIONS = 500


def run_application(engine: Engine, flow: str | None = None) -> int:
    """Open the window, on a flow's page if one is named; return the exit code at its end."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Longstride")
    app.setDesktopFileName("longstride")
    application = Application(engine, flow)
    application.window.stood.connect(application.load)  # first paint first (law 10)
    application.window.show()
    code = app.exec()
    application.close()
    return code


class Application(QObject):
    """The main window over one engine; ``load`` it once it stands, ``close`` it at the end."""

    def __init__(self, engine: Engine, flow: str | None = None) -> None:
        super().__init__()
        self._engine = engine
        self._flow_asked = flow
        self._shown: Shown | None = None
        self._output: DeviceOutput | None = None
        self._hearing: Hearing | None = None
        self._leading: Leading | None = None
        self._tasks: list[Task] = []
        self._theme = Theme()
        self._pages = PageSet(self._theme, self)
        self._dress()
        self.window = MainWindow(self._theme, self._pages.entries())
        self._bugs = BugHook(self._theme, self.window)
        self._connect()
        if engine.notice:
            self.window.show_notice("start", engine.notice)

    def load(self) -> None:
        """Read content, open the journal, wake sound and voice, beside the standing window."""
        self.window.show_page("today")
        self._run(self._read_content, self._take_content)

    def start(self, flow: str, stiffness: int | None, talk: Talk | None = None) -> None:
        """Lead through a flow from its beginning."""
        self._lead(lambda out: self._engine.coach(self._engine.flow(flow), out, talk), stiffness)

    def resume(self, session_id: UUID) -> None:
        """Lead on where a run was interrupted."""
        session = self._shown.interrupted if self._shown else None
        if session is not None and session.id == session_id:
            self._lead(lambda out: self._engine.coach_again(session, out), None)

    def close(self) -> None:
        """End everything that runs."""
        if self._leading is not None:
            self._leading.bridge.close()
        if self._hearing is not None:
            self._hearing.close()
        for task in self._tasks:
            task.cancel()
        if self._output is not None:
            self._output.close()
        self._bugs.remove()

    def _connect(self) -> None:
        pages = self._pages
        pages.start_flow.connect(self.start)
        pages.resume.connect(self.resume)
        pages.discard.connect(self._discard)
        pages.settings_changed.connect(self._change)
        pages.page_asked.connect(self.window.show_page)
        self.window.page_shown.connect(self._fill)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    # -- what is read, off the GUI thread ---------------------------------------------------

    def _read_content(self) -> Shown:
        from longstride.core.compiler import compile_flow
        from longstride.ui.pages.views import flow_card

        engine = self._engine
        flows = [engine.as_wanted(flow) for flow in engine.library.flows.values()]
        return Shown(
            today=local_day(engine.now(), engine.settings.day_start),
            settings=engine.settings,
            cards=tuple(
                flow_card(flow, compile_flow(flow, {}, engine.settings.talk)) for flow in flows
            ),
            mistakes=engine.library.mistakes,
            names={drill.id: drill.name for drill in engine.library.catalogue.values()},
        )

    def _take_content(self, shown: object) -> None:
        self._shown = cast("Shown", shown)
        self._fill(self.window.current_page)
        self._run(self._read_sessions, self._take_sessions)
        self._run(self._load_sound, self._wake_sound)
        self._run(self._read_voices, self._take_voices)
        if self._flow_asked:
            self.window.show_page("flows")
            cast("FlowsPage", self.window.page("flows")).open_card(self._flow_asked)

    def _read_sessions(self) -> Shown:
        assert self._shown is not None, "content is read before sessions"
        engine = self._engine
        return replace(
            self._shown,
            today=local_day(engine.now(), engine.settings.day_start),
            sessions=engine.journal.sessions(SHOWN_SESSIONS),
            interrupted=engine.journal.interrupted(),
        )

    def _take_sessions(self, shown: object) -> None:
        self._take(cast("Shown", shown), "today", "sessions", "interrupted")

    def _read_voices(self) -> tuple[Voice, ...]:
        speech = self._engine.speech
        return () if speech.state().lost else speech.voices()

    def _take_voices(self, voices: object) -> None:
        self._tell("voice", self._engine.speech.lost)
        if self._shown is not None:
            found = cast("tuple[Voice, ...]", voices)
            self._take(replace(self._shown, voices=found), "voices")

    def _take(self, fresh: Shown, *names: str) -> None:
        """Take some values of what was read; others may have changed since it was begun."""
        assert self._shown is not None, "content is read before all else"
        self._shown = replace(self._shown, **{name: getattr(fresh, name) for name in names})
        self._fill(self.window.current_page)

    def _load_sound(self) -> None:
        import longstride.ui.hearing  # noqa: F401 - slow: numpy, and Qt's multimedia

    def _wake_sound(self, _: object) -> None:
        from longstride.ui.hearing import Hearing

        output = self._engine.device_output()
        output.state_changed.connect(lambda state: self._tell("sound", state.sentence))
        output.devices_changed.connect(self._take_devices)
        output.open()
        self._output = output
        self._hearing = Hearing(self._engine, output, self)
        self._hearing.refused.connect(lambda text: self._tell("sample", text))
        self._pages.hear_voice.connect(self._hearing.hear_voice)
        self._pages.hear_tones.connect(self._hearing.hear_tones)

    def _take_devices(self) -> None:
        if self._shown is not None and self._output is not None:
            self._take(replace(self._shown, devices=self._output.devices()), "devices")

    def _run(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        task = Task(work, self)
        task.done.connect(then)
        task.refused.connect(self._refuse)
        self._tasks = [running for running in self._tasks if running.isRunning()]
        self._tasks.append(task)
        task.start()

    # -- pages ------------------------------------------------------------------------------

    def _fill(self, name: str) -> None:
        if self._shown is not None and not self.window.has_player:
            self._pages.fill(name, self.window.page(name), self._shown)

    def _tell(self, key: str, text: str) -> None:
        if text:
            self.window.show_notice(key, text)
        else:
            self.window.drop_notice(key)

    def _refuse(self, error: object) -> None:
        self._tell("refused", str(error))

    def _change(self, settings: Settings) -> None:
        voice = self._engine.settings.voice, self._engine.settings.language
        try:
            self._engine.change(settings)
        except LongstrideError as error:
            self._refuse(error)
        self._dress()
        if self._output is not None:
            self._output.audio_delay = settings.audio_delay
            self._output.choose(settings.audio_device or "")
        if self._shown is not None:
            self._shown = replace(self._shown, settings=settings)
        if voice != (settings.voice, settings.language):
            self._fill("settings")

    def _dress(self) -> None:
        settings, hints = self._engine.settings, QGuiApplication.styleHints()
        palette = palette_for(settings.theme, hints.colorScheme())
        reduced = settings.motion is Motion.REDUCED or (
            settings.motion is Motion.SYSTEM and _system_wants_stillness()
        )
        self._theme.change(palette, settings.text_scale, reduced)
        apply_theme(cast("QApplication", QApplication.instance()), palette, settings.text_scale)

    # -- leading ----------------------------------------------------------------------------

    def _lead(self, coach_on: Callable[[DeviceOutput], Coach], stiffness: int | None) -> None:
        from longstride.ui.leading import Leading

        if self._output is None or self._leading is not None:
            return
        try:
            coach = coach_on(self._output)
        except LongstrideError as error:
            self._refuse(error)
            return
        settings = self._engine.settings
        self._output.pause()  # a sample may still be sounding
        self._leading = Leading(
            self.window, self._theme, coach, self._output, awake=settings.keep_awake
        )
        self._leading.over.connect(self._led)
        self._leading.refused.connect(self._refuse)
        self._leading.start(stiffness, full_screen=settings.player_fullscreen)

    def _led(self) -> None:
        assert self._leading is not None, "only what was begun is over"
        self._leading.deleteLater()
        self._leading = None
        self._run(self._read_sessions, self._take_sessions)

    def _discard(self, session_id: UUID) -> None:
        self._run(
            lambda: self._engine.journal.close(session_id, self._engine.now()),
            lambda _: self._run(self._read_sessions, self._take_sessions),
        )


def _system_wants_stillness() -> bool:
    """Say whether the desktop asks for less motion; Qt before 6.12 cannot tell."""
    ask = getattr(QGuiApplication.styleHints().accessibility(), "motionPreference", None)
    return ask is not None and ask().name == "ReducedMotion"
