"""The whole window over a real journal and real content, with a speaker and a voice of paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import fakes
from longstride.core.figure.figure import Figure
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.timeline import Timeline
from longstride.engine import Engine
from longstride.library import Library, read_figures, read_library
from longstride.paths import Paths, find_paths, make_folders
from longstride.settings import Settings, load_settings
from longstride.sound.clips import Clip
from longstride.sound.units import Levels
from longstride.speech.voice import VoiceChoice
from longstride.ui.application import Application
from longstride.ui.intentions.leading import Start
from longstride.ui.player.bridge import PlayerBridge
from longstride.ui.player.page import PlayerPage
from longstride.voice_clips import VoiceClips
from ui.paper import HandSpeaker, PaperVoice

NOW = datetime(2026, 11, 22, 18, 4, tzinfo=UTC)
NO_VOICE = "No voice could be started: tones and captions carry the flow."
QUIET = {
    "keep_awake": False,
    "player_fullscreen": False,
    "sounds_explained": True,
    "welcomed": True,
}
SOFT_HYPHEN = "\u00ad"
WAIT = 400  # ms for a lock on the journal: some are held on purpose, others by a busy disk

SHORT_FLOW = """
title = "Two steps"
purpose = "To be led."
when = "In a test"
level = "Easy"
opening = "Here we go."
closing = "That was it."

[[step]]
drill = "supine-leg-rock"
reps = 12

[[step]]
drill = "couch-stretch"
breaths = 2
"""
SHORT = "two-steps"
TODAY = ("Start", "Go on", "Do another")  # of which Today has one as soon as it is filled


class PaperEngine(Engine):
    """An engine that plays on a HandSpeaker with a PaperVoice."""

    def __init__(self, paths: Paths, settings: Settings, notice: str | None = None) -> None:
        self.clock = fakes.HandClock()
        super().__init__(paths, settings, lambda: NOW, self.clock, notice)
        self.records.lock_wait = WAIT
        self.speaker = HandSpeaker()
        self.mixed: list[str] = []
        self.speech = PaperVoice()  # type: ignore[assignment]

    def clips_of(self, choice: VoiceChoice) -> VoiceClips:
        return VoiceClips(self.speech, choice, fakes.read_clip)

    def mix(self, timeline: Timeline, levels: Levels, clips: Mapping[str, Clip]) -> Any:
        """Note whose sound it would be; nobody is going to hear it."""
        self.mixed.append(timeline.flow)

    def device_output(self) -> Any:
        return self.speaker


@cache
def _figures() -> Mapping[str, Figure]:
    """Read and measure the real figures once: a second's work for every window otherwise."""
    paths = find_paths(Path(), {})
    return read_figures(paths, read_library(paths).catalogue)


def own_places(folder: Path, journal: Path | None = None) -> Paths:
    """Return places under a folder, with a short flow of the athlete's own and maybe a journal."""
    paths = find_paths(folder, {})
    make_folders(paths)
    (paths.flows / f"{SHORT}.toml").write_text(SHORT_FLOW)
    if journal is not None:
        shutil.copy(journal, paths.journal)
    return paths


class House:
    """The window as an athlete has it, and the hands to use it with."""

    def __init__(
        self, qtbot: QtBot, paths: Paths, library: Library | None = None, asked: str = ""
    ) -> None:
        settings, notice = load_settings(paths.settings_file)
        if notice is None and not paths.settings_file.exists():
            settings = Settings(**QUIET)  # type: ignore[arg-type]
        self.engine = PaperEngine(paths, settings, notice)
        if library is not None:
            self.engine.library, self.engine.figures = library, _figures()
        self.qtbot = qtbot
        self.application = Application(self.engine, (asked,) if asked else ())
        self.window = self.application.window
        self.speaker = self.engine.speaker
        self.voice: Any = self.engine.speech
        self.closed = False
        self.window.closed.connect(lambda: setattr(self, "closed", True))

    def open(self, page: str = "today") -> House:
        """Show the window and wait until a page is filled."""
        qtbot, window = self.qtbot, self.window
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        self.application.load()
        qtbot.waitUntil(lambda: page != "today" or any(map(self.has_button, TODAY)))
        qtbot.waitUntil(lambda: self.speaker.names != ())
        self.wait_for_tasks()
        return self

    def wait_for_tasks(self) -> None:
        self.qtbot.waitUntil(lambda: not self.application.background.busy)

    def close(self) -> None:
        """End it all, as the program does when its window is closed."""
        self.application.close()
        self.window.leave_player()
        self.window.close()
        self.window.deleteLater()
        self.application.deleteLater()

    # Hands

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(self.window.focusWidget() or self.window, key)

    def has_button(self, text: str) -> bool:
        return any(True for _ in self._buttons(text))

    def press(self, text: str) -> None:
        """Click a button by what stands on it."""
        self.qtbot.waitUntil(lambda: self.has_button(text))
        self.qtbot.mouseClick(next(self._buttons(text)), Qt.MouseButton.LeftButton)

    def _buttons(self, text: str) -> Iterator[QPushButton]:
        for found in self.window.findChildren(QPushButton):
            if text in {found.text(), found.accessibleName()} and found.isVisible():
                yield found

    def start(self, flow: str = SHORT, stiffness: int | None = None) -> House:
        """Start a flow and wait until it runs."""
        self.application.want(Start(flow, stiffness))
        return self.wait_until_led()

    def wait_until_led(self) -> House:
        self.qtbot.waitUntil(lambda: self.leading and self.bridge.begun)
        self.wait_for_voice()
        self.wait_for_tasks()
        return self

    def wait_for_voice(self) -> None:
        """Wait until all that the flow says is rendered, or has failed."""
        self.qtbot.waitUntil(lambda: not self.leading or self.run.voice.progress == (1, None))

    def hear_until(self, position: int) -> None:
        """Let the sound come to a position, and the window take notice."""
        self.speaker.hand.go_to(position)
        self.qtbot.waitUntil(lambda: self.seen >= self.speaker.hand.at or not self.playing)

    def hear_to_the_end(self) -> None:
        while self.state is not PlayState.FINISHED:
            self.hear_until(self.run.player.timeline.duration)

    # Eyes

    @property
    def leading(self) -> bool:
        return self.window.has_player

    @property
    def page(self) -> PlayerPage:
        return self.window.findChildren(PlayerPage)[-1]

    @property
    def bridge(self) -> PlayerBridge:
        return self.window.findChildren(PlayerBridge)[-1]

    @property
    def run(self) -> Any:
        return self.bridge._run

    @property
    def coach(self) -> Any:
        return self.run.coach

    @property
    def state(self) -> PlayState:
        return self.run.player.state

    @property
    def playing(self) -> bool:
        return self.state is PlayState.PLAYING

    @property
    def seen(self) -> int:
        """The position the journal side has taken in."""
        return self.run.player._position

    @property
    def step(self) -> int:
        return self.run.player.step

    def shown(self, kind: type[QWidget]) -> Any:
        """Return the one visible widget of a kind, None where there is none."""
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        return found[-1] if found else None

    def reads(self, words: str) -> None:
        """Wait until words can be read on the open page."""
        page = self.window.page(self.window.current_page)
        self.qtbot.waitUntil(lambda: any(words in text for text in _texts(page)))

    @property
    def notice(self) -> str:
        """What the player says of a lasting state."""
        return self.page.parts.notice.text()


def _texts(page: QWidget) -> list[str]:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return [label.text().replace(SOFT_HYPHEN, "") for label in labels]
