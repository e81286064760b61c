"""Where sound is made: the device, the samples heard on it, and the one flow led at a time."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from longstride.core.errors import LongstrideError
from longstride.settings import Narrator, Settings
from longstride.ui.player.warming import warm
from longstride.ui.shell.front import Front, FrontPart

if TYPE_CHECKING:
    from longstride.core.figure.figure import Figure
    from longstride.leading.coach import Coach
    from longstride.leading.run import Run
    from longstride.sound.output import DeviceOutput
    from longstride.sound.state import SoundState
    from longstride.ui.intentions import window
    from longstride.ui.player.leading import Leading
    from longstride.ui.player.media_keys import MediaKeys
    from longstride.ui.player.samples import Samples
    from longstride.ui.shown.pages import Shown

_log = logging.getLogger(__name__)


_SETTLED = 600  # ms without another turn after which a volume is written down


class SoundDesk(FrontPart):
    """Wakes the sound device when it is needed, and leads on it in the window.

    ``state`` carries a key and a sentence for something lasting, "" when it has passed;
    ``refused`` the LongstrideError that kept something from beginning. ``devices_read`` has the
    devices' names. ``ended`` comes at the end of each flow, ``over`` once the window is given back,
    with the s each side held the bridge where numbers wait to be entered, else with None, and
    ``filmed`` after it where it asked for a film. ``changed`` carries the Settings with what
    was changed in the player.
    """

    state = Signal(str, str)
    refused = Signal(LongstrideError)
    devices_read = Signal(tuple)
    ended = Signal()
    over = Signal(object)
    filmed = Signal()
    changed = Signal(Settings)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._output: DeviceOutput | None = None
        self._samples: Samples | None = None
        self._leading: Leading | None = None
        self._media_keys: MediaKeys | None = None
        self._figures: Mapping[str, Figure] = {}
        self._volume: int | None = None  # as it was turned and is not written down yet
        self._turned = QTimer(self)
        self._turned.setSingleShot(True)
        self._turned.setInterval(_SETTLED)
        self._turned.timeout.connect(self._keep_volume)

    def wake(self) -> None:
        """Open the sound device, beside the window and not in its way, then all else of sound."""

        def warmed(_: object) -> None:
            from longstride.ui.widgets.figure.worn import worn

            self._awake()
            self._background.run(warm, lambda _: None, self.refused.emit)
            self._background.run(worn(self._theme).prepare, lambda _: None, self.refused.emit)

        self._background.run(_load_sound, warmed, self.refused.emit)

    def hear(self, wish: window.HearVoice | window.HearTones) -> None:
        """Speak a sentence in a voice, or play every tone once."""
        from longstride.ui.intentions import window

        match wish:
            case window.HearVoice(voice):
                self._hear().hear_voice(voice)
            case window.HearTones():
                self._hear().hear_tones()

    def show_figures(self, figures: Mapping[str, Figure]) -> None:
        """Take the figures by drill, for the flow that is led and those to come."""
        self._figures = figures
        if self._leading is not None:
            self._show_figures_of(self._leading)

    def show_recent(self, shown: Shown) -> None:
        """Show the week at the end of a flow; nothing where none has just ended."""
        if self._leading is not None and shown.recent is not None and shown.recent.whole:
            from longstride.ui.player.finish_words import finish_week

            self._leading.show_week(finish_week(shown.recent, shown.flows))

    def lead(self, coach_on: Callable[[DeviceOutput], Coach], stiffness: int | None) -> None:
        """Lead through a flow with the coach made for the device, unless one is led already."""
        from longstride.desktop.awake import Awake
        from longstride.ui.player.leading import Leading

        if self._leading is not None:
            return
        output, settings = self._awake(), self._engine.settings
        try:
            run = coach_on(output).begin(stiffness)
        except LongstrideError as error:
            self.refused.emit(error)
            return
        if self._samples is not None:
            self._samples.stop()
        awake = Awake() if settings.keep_awake else None
        leading = Leading(self._front, run, output, awake)
        leading.ended.connect(self.ended)
        leading.over.connect(self._led)
        leading.refused.connect(self.refused)
        leading.lost.connect(lambda text: self._keep(run, text))
        self._put_on_desktop(leading, run, settings)
        leading.page.show_volume(settings.volume)
        leading.page.volume.connect(self._turn)
        leading.page.fullscreen.connect(self._keep_full_screen)
        self._leading = leading
        self._show_figures_of(leading)
        leading.page.tells_steps = settings.narrator is Narrator.READER
        leading.start(full_screen=settings.player_fullscreen)

    def _show_figures_of(self, leading: Leading) -> None:
        from longstride.core.figure.figure import with_likes

        leading.page.show_figures(with_likes(self._figures, leading.drills))

    def change(self, settings: Settings) -> None:
        """Take the device, its delay and the volume from settings."""
        if self._output is not None:
            self._output.audio_delay = settings.audio_delay
            self._output.choose(settings.audio_device or "")
            self._output.turn_to(settings.gain)

    def cut_off(self) -> None:
        """Fall silent, and keep the place of the flow that is led."""
        self._keep_volume()
        if self._leading is not None:
            self._leading.cut_off()
        if self._media_keys is not None:
            self._media_keys.close()
        if self._samples is not None:
            self._samples.stop()

    def close(self) -> None:
        """Let go of the device."""
        if self._output is not None:
            self._output.close()

    def _awake(self) -> DeviceOutput:
        if self._output is None:
            output = self._output = self._engine.device_output()
            output.state_changed.connect(self._tell_sound)
            output.devices_changed.connect(self._tell_devices)
            output.open()
        return self._output

    def _hear(self) -> Samples:
        from longstride.ui.player.samples import Samples

        if self._samples is None:
            self._samples = Samples(self._engine, self._awake(), self._background, self)
            self._samples.refused.connect(lambda text: self.state.emit("sample", text))
        return self._samples

    def _keep(self, run: Run, why: str) -> None:
        self._engine.records.unwritten.add(run.scribe)
        self.state.emit("lost", why)

    def _put_on_desktop(self, leading: Leading, run: Run, settings: Settings) -> None:
        """Let the desktop's media keys reach the flow; only Linux hands them on over a bus."""
        if sys.platform != "linux":
            return
        from longstride.desktop.other_players import OtherPlayers
        from longstride.ui.player.media_keys import MediaKeys

        others = OtherPlayers() if settings.pause_music else None
        keys = MediaKeys(leading, run, self._window, settings.volume, others)
        leading.over.connect(keys.close)
        self._media_keys = keys

    def _turn(self, volume: int) -> None:
        """Be heard so loud at once, and write it down when it has been let go of."""
        self._volume = volume
        if self._output is not None:
            self._output.turn_to(replace(self._engine.settings, volume=volume).gain)
        self._turned.start()

    def _keep_volume(self) -> None:
        self._turned.stop()
        volume, self._volume = self._volume, None
        if volume is not None and volume != self._engine.settings.volume:
            self.changed.emit(replace(self._engine.settings, volume=volume))

    def _keep_full_screen(self) -> None:
        """Begin the flows to come as this one is seen now."""
        full = self._window.isFullScreen()
        self.changed.emit(replace(self._engine.settings, player_fullscreen=full))

    def _tell_sound(self, state: SoundState) -> None:
        _log.info("sound: %s", state.name)
        self.state.emit("sound", state.sentence)

    def _tell_devices(self) -> None:
        if self._output is not None:
            self.devices_read.emit(self._output.devices())

    def _led(self) -> None:
        assert self._leading is not None, "only what was begun is over"
        self._keep_volume()
        held = self._leading.held if self._leading.has_numbers else None
        has_film = self._leading.has_film
        self._leading.deleteLater()
        self._leading = self._media_keys = None
        self.over.emit(held)
        if has_film:
            self.filmed.emit()


def _load_sound() -> None:
    import longstride.ui.player.samples  # noqa: F401 - slow: the sound device
