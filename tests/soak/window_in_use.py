"""The window in use, flow after flow, on a fast sound device; import it once Qt is loaded."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any

import psutil
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from longstride.core.timeline.clock import Clock
from longstride.core.timeline.player import PlayState
from longstride.core.timeline.step_record import Outcome
from longstride.desktop.heaps import share_heaps
from longstride.desktop.suspend import SteadyClock
from longstride.engine import Engine
from longstride.paths import Paths, find_paths, make_folders
from longstride.settings import Colours, Settings
from longstride.ui.application import Application
from longstride.ui.intentions.leading import Start
from longstride.ui.player.bridge import PlayerBridge
from longstride.ui.player.page import PlayerPage
from soak.fast_speaker import FastSpeaker
from soak.waiting import PATIENCE, pass_by, until

FIRST_DAY = datetime(2026, 5, 2, 7, tzinfo=UTC)
PAGES = ("today", "plan", "flows", "drills", "measure", "review", "settings")
OF_A_RUN = {"Coach", "Run", "Leading", "PlayerBridge", "PlayerPage", "Player", "Mix", "Finish"}


class FastEngine(Engine):
    """The real engine on a fast device; ``hours`` is how far its calendar has gone on."""

    def __init__(self, paths: Paths, settings: Settings, clock: Clock, speed: float) -> None:
        self.hours = 0.0
        self.speaker = FastSpeaker(speed)
        super().__init__(paths, settings, self._later, clock)

    def device_output(self) -> Any:
        return self.speaker

    def _later(self) -> datetime:
        return FIRST_DAY + timedelta(hours=self.hours)


class Soak:
    """The window in use, hour after hour."""

    def __init__(self, folder: Path, speed: float, seed: int, flows: tuple[str, ...] = ()) -> None:
        self.random = Random(seed)
        self.engine = FastEngine(places(folder), quiet(), SteadyClock(), speed)
        self.application = Application(self.engine)
        self.window = self.application.window
        self.flows = flows or tuple(sorted(self.engine.library.flows))
        self.led = self.played = 0
        self.off = 0  # seconds of work, at most, by which a record misses its score
        self.process = psutil.Process()
        self.application.bugs.caught.connect(end_with)

    def open(self) -> None:
        self.window.show()
        share_heaps()
        self.application.load()
        until(lambda: bool(self._buttons("Start")))
        self.rest()

    def close(self) -> None:
        self.application.close()
        self.window.close()

    def lead(self) -> None:
        """Lead one flow, to its end or not, and come back to rest on a page."""
        alone = self.led % 3 == 0
        before = self.engine.speaker.frames
        flow, stiffness = self.random.choice(self.flows), self.random.choice((None, 3, 7))
        self.application.want(Start(flow, stiffness))
        until(lambda: self.window.has_player and self.bridge.begun)
        self._to_the_end() if alone else self._live_through()
        self._until_back()
        self.led += 1
        self.played += (self.engine.speaker.frames - before) // 48
        self.engine.hours += self.random.choice((4, 8, 20))
        self.rest()

    def look_around(self) -> None:
        """Visit pages, and change how they look."""
        for name in self.random.sample(PAGES, 3):
            self.window.show_page(name)
            self.rest()
            if name == "flows":
                self.window.page(name).open_card(self.random.choice(self.flows))
            if name == "settings":
                page = self.window.page(name)
                page.choose("theme", self.random.choice((Colours.DARK, Colours.LIGHT)))
                page.choose("text_scale", self.random.choice((100, 150)))
            pass_by(0.05)
        self.window.show_page("today")
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is under way, and let go of what is left to be deleted."""
        until(lambda: not self.application.background.busy)
        self._dismiss_questions()
        for _ in range(3):
            pass_by(0.02)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()

    def figures(self) -> dict[str, Any]:
        """Return everything that must not grow."""
        memory = self.process.memory_full_info()
        objects = gc.get_objects()
        timers = self.window.findChildren(QTimer) + self.application.findChildren(QTimer)
        return {
            "flows": self.led,
            "hours": round(self.played / 3_600_000, 3),
            "rss_mb": round(memory.rss / 2**20, 1),
            "uss_mb": round(memory.uss / 2**20, 1),
            "heap_mb": round(heap() / 2**20, 1),
            "handles": self.process.num_fds(),
            "threads": self.process.num_threads(),
            "children": len(self.process.children(recursive=True)),
            "qobjects": len(self.window.findChildren(QObject))
            + len(self.application.findChildren(QObject)),
            "widgets": len(QApplication.allWidgets()),
            "timers": len(timers),
            # What comes once, such as noon or the end of a notice, stays no longer than that.
            "running": sum(timer.isActive() and not timer.isSingleShot() for timer in timers),
            "objects": len(objects),
            "left": sum(type(each).__name__ in OF_A_RUN for each in objects),
            "clips": len(self.engine.voice_clips.clips),
            "off_s": self.off,
            "late_ms": round(self.engine.speaker.late),
        }

    @property
    def bridge(self) -> PlayerBridge:
        return self.window.findChildren(PlayerBridge)[-1]

    @property
    def page(self) -> PlayerPage:
        return self.window.findChildren(PlayerPage)[-1]

    @property
    def run(self) -> Any:
        return self.bridge._run

    def _to_the_end(self) -> None:
        """Let a flow be, only ending its waits; then hold its records against its score."""
        self._play_on(None)
        self.off = max(self.off, missed(self.run))
        self._answer()

    def _live_through(self) -> None:
        """Do in a flow what athletes do in one; then end it, keep the place, or hear it out."""
        page = self.page
        for _ in range(self.random.randint(2, 7)):
            self._play_on(self.random.uniform(0.05, 0.4))
            if self.run.player.state is PlayState.FINISHED:
                self._answer()
                return
            do = self.random.choice(
                (page.next_step, page.previous_step, page.lighter, page.play_pause, page.fullscreen)
            )
            do.emit()
            if self.random.random() < 0.3:
                page.seek.emit(self.random.randrange(self.run.player.timeline.duration))
        self.random.choice((self._hear_out, self._leave, self._keep_place))()

    def _hear_out(self) -> None:
        self._play_on(None)
        self._answer()

    def _leave(self) -> None:
        self.page.leave.emit()
        if self._press("End here", "Done") == "End here":
            self._answer()

    def _keep_place(self) -> None:
        self.page.leave.emit()
        if self._press("Keep my place", "Done") != "Keep my place":
            return
        self._until_back()
        self.rest()
        if self._press("Go on", "Leave it there") == "Go on":
            until(lambda: self.window.has_player and self.bridge.begun)
            self._hear_out()

    def _play_on(self, seconds: float | None) -> None:
        """Play for a while, or with None to the end, going on where the flow waits."""
        end = monotonic() + (seconds or PATIENCE)

        def over() -> bool:
            state = self.run.player.state
            if state is PlayState.PAUSED and not self._buttons("Go on"):
                self.page.play_pause.emit()
            return state is PlayState.FINISHED or (seconds is not None and monotonic() > end)

        until(over, PATIENCE + (seconds or 0))

    def _until_back(self) -> None:
        try:
            until(lambda: not self.window.has_player)
        except TimeoutError as error:
            there = [found.text() for found in self._buttons()]
            raise TimeoutError(f"still in a flow, {self.run.player.state}: {there}") from error

    def _answer(self) -> None:
        self._press("Done")

    def _press(self, *texts: str) -> str:
        """Press one of the buttons that bear these texts, once there is one."""
        found: list[QPushButton] = []

        def there() -> bool:
            found[:] = self._buttons(*texts)
            return bool(found)

        until(there)
        chosen = self.random.choice(found)
        text = chosen.text()
        chosen.click()
        return text

    def _dismiss_questions(self) -> None:
        """Answer what is asked after a flow that measures."""
        for found in self._buttons("Done"):
            found.click()

    def _buttons(self, *texts: str) -> list[QPushButton]:
        buttons = self.window.findChildren(QPushButton)
        visible = [found for found in buttons if found.isVisible()]
        return [found for found in visible if not texts or found.text() in texts]


class _Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena a b c mapped d e used f g".split()]


def heap() -> int:
    """Return the bytes that are in use: what is free, but not given back, is no leak."""
    tell = ctypes.CDLL(None).mallinfo2
    tell.restype = _Mallinfo
    found = tell()
    return int(found.used + found.mapped)


def end_with(report: str) -> None:
    """End everything at once with what the window would have shown of a bug."""
    sys.stderr.write(report)
    sys.stderr.flush()
    os._exit(70)


def missed(run: Any) -> int:
    """Return by how many seconds of work the records of a flow miss its score at most."""
    done: Counter[Any] = Counter()
    for span in run.player.timeline.spans:
        if span.phase.is_work:
            done[span.step, span.side] += span.end - span.start
    kept = run.coach.parts.find().session(run.session.id)
    wrong = [abs(step.seconds * 1000 - done[step.step, step.side]) for step in kept.steps]
    assert all(step.outcome is Outcome.DONE for step in kept.steps), "a step was not finished"
    return max(wrong) // 1000


def places(folder: Path) -> Paths:
    """Return places under a folder, with a journal of one year."""
    from journal_of_years import write_years

    paths = find_paths(folder, {})
    make_folders(paths)
    write_years(paths.journal, 1)
    return paths


def quiet() -> Settings:
    return Settings(keep_awake=False, player_fullscreen=False)
