"""What the desktop asks of the flow that is led: media keys, a headset, a lock screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from longstride.core.timeline.player import PlayState
from longstride.desktop.mpris import Led, MediaPlayer
from longstride.desktop.other_players import OtherPlayers
from longstride.leading.run import Run
from longstride.ui.player.leading import Leading
from longstride.ui.shell.window import MainWindow


class MediaKeys(QObject):
    """On the session bus from a flow's beginning to its end.

    ``others`` are the players that are to be quiet while the flow plays, None for leaving them
    alone. ``close`` it with the flow.
    """

    def __init__(
        self,
        leading: Leading,
        run: Run,
        window: MainWindow,
        volume: int,
        others: OtherPlayers | None,
    ) -> None:
        super().__init__(leading)
        self._leading = leading
        self._run = run
        self._window = window
        self._volume = volume
        self._others = others
        self._media = MediaPlayer(lambda: run.player.position, self)
        self._connect()
        leading.bridge.ready.connect(self._appear)
        leading.bridge.finished.connect(self.close)

    def close(self) -> None:
        """Leave the bus, and let the others play on."""
        self._media.close()
        if self._others is not None:
            self._others.close()

    def _connect(self) -> None:
        media, leading, page = self._media, self._leading, self._leading.page
        media.play.connect(leading.play)
        media.pause.connect(leading.bridge.pause)
        media.play_pause.connect(lambda: self._ask(page.play_pause.emit, leading.play))
        media.stop.connect(lambda: self._ask(page.leave.emit))
        media.next.connect(lambda: self._ask(page.next_step.emit))
        media.previous.connect(lambda: self._ask(page.previous_step.emit))
        media.seek.connect(lambda ms: self._ask(lambda: self._step_on(ms)))
        media.go_to.connect(lambda position: self._ask(lambda: self._seek(position)))
        media.volume.connect(self._turn)
        media.wake.connect(self._window.come_forward)
        media.quit.connect(self._window.close)
        page.volume.connect(self._take_volume)

    def _ask(self, wish: Callable[[], object], otherwise: Callable[[], object] = int) -> None:
        """Ask for something that has to wait while there is a question in front."""
        (wish if self._leading.free else otherwise)()

    def _seek(self, position: int) -> None:
        duration = self._run.player.timeline.duration
        self._leading.page.seek.emit(min(max(position, 0), duration - 1))

    def _step_on(self, ms: int) -> None:
        self._seek(self._run.player.position + ms)

    def _turn(self, volume: int) -> None:
        self._leading.page.show_volume(volume)
        self._leading.page.volume.emit(volume)

    def _take_volume(self, volume: int) -> None:
        self._volume = volume
        if self._leading.bridge.begun:
            self._media.show(self._led())

    def _appear(self) -> None:
        self._media.open(self._led())
        self._leading.bridge.changed.connect(self._tell)
        self._leading.bridge.jumped.connect(self._media.tell_jump)
        self._tell()

    def _tell(self) -> None:
        led = self._led()
        self._media.show(led)
        if self._others is not None:
            (self._others.hush if led.playing else self._others.release)()

    def _led(self) -> Led:
        flow, player = self._run.coach.flow, self._run.player
        return Led(
            step=player.step,
            title=flow.steps[player.step].drill.name,
            flow=flow.title,
            length=player.timeline.duration,
            playing=player.state is PlayState.PLAYING,
            volume=self._volume,
        )
