"""Flows that were asked for by name or file: at the start, by a later start, or dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog

from longstride.core.errors import FlowError, Mistake, UnknownFlowError
from longstride.core.flow.manner import Manner
from longstride.ui.intentions.leading import Start
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shown.pages import Guest

if TYPE_CHECKING:
    from longstride.engine import Engine
    from longstride.ui.intentions.window import OpenFiles


@dataclass(frozen=True, slots=True)
class Opened:
    """What came of flows asked for by ``names``: ids by name, and every mistake in others."""

    names: tuple[str, ...]
    flows: Mapping[str, str] = field(default_factory=dict)
    guests: Mapping[str, Guest] = field(default_factory=dict)
    mistakes: tuple[Mistake, ...] = ()


class Opening(FrontPart):
    """Reads what was asked for as soon as the window is free: no flow led, no question open.

    ``opened`` carries the ids of the flows to show, once ``guests`` has them, and the Start that
    is wanted then, or None; ``kept`` that of one that is among the athlete's own from now on.
    """

    opened = Signal(tuple, object)
    kept = Signal(str)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._asked: tuple[str, ...] = ()
        self._plays: tuple[str, Manner] | None = None  # which of those asked for, and how
        self._reading: tuple[str, ...] = ()
        self._question: QDialog | None = None
        self.guests: dict[str, Guest] = {}
        self._window.page_shown.connect(self._read)  # a flow that was led is over

    def take(self, wish: OpenFiles) -> None:
        """Open what was dropped, and say why some of it is not; what is no flow is for others."""
        from longstride.ui.intentions.editing import TakeJson
        from longstride.ui.intentions.measure import OpenFilm

        self._front.warn("drop", wish.refusal)
        self.ask(wish.flows)
        if wish.journal is not None:
            self._window.wants.emit(TakeJson(wish.journal))
        if wish.film is not None:
            self._window.wants.emit(OpenFilm(file=wish.film))

    def ask(self, flows: tuple[str, ...], plays: Manner | None = None) -> None:
        """Open flows by their ids or files, later if the athlete is busy.

        ``plays`` has the first of them led at once; later it is only shown, and theirs to start.
        """
        if plays is not None and flows:
            self._plays = flows[0], plays
        new = (flow for flow in flows if flow not in self._reading)
        self._asked = tuple(dict.fromkeys((*self._asked, *new)))
        self._read()

    def keep(self, flow: str) -> None:
        """Put a guest's file among the athlete's own flows."""
        engine, file = self._engine, self.guests[flow].file

        def put() -> str:
            library = engine.library
            with engine.making:  # whatever reads flows is imported by one thread at a time
                from longstride.content import keep_flow

                kept = keep_flow(
                    file, engine.paths.flows, library.catalogue, library.phrases, library.shipped
                )
            engine.read_library_again()
            return kept

        self._background.run(put, self._take_kept, self._front.refuse)

    def _read(self) -> None:
        if not self._asked or self._reading:
            return
        if self._is_busy():
            self._plays = None
            return
        self._reading, self._asked = self._asked, ()
        work = partial(read_opened, self._engine, self._reading)
        self._background.run(work, self._take, self._front.refuse).ended.connect(self._go_on)

    def _go_on(self) -> None:
        """Read what was asked for meanwhile, whatever came of the rest."""
        self._reading = ()
        if self._plays is not None and self._plays[0] not in self._asked:
            self._plays = None
        self._read()

    def _is_busy(self) -> bool:
        """Say whether the athlete is led or asked something; if so, come back when that is over."""
        open_now = (each for each in self._window.findChildren(QDialog) if each.isVisible())
        question = next(open_now, None)
        if question is not None and question is not self._question:
            question.finished.connect(self._come_back)
        self._question = question
        return question is not None or self._window.has_player

    def _come_back(self) -> None:
        self._question = None
        self._read()

    def _take(self, opened: Opened) -> None:
        if self._is_busy():
            self._plays = None
            self._asked = (*opened.names, *self._asked)
            return
        self.guests |= opened.guests
        if opened.flows:
            flows = tuple(dict.fromkeys(opened.flows.values()))
            self.opened.emit(flows, self._start(opened.flows))
        if opened.mistakes:
            self._show_mistakes(opened.mistakes)

    def _start(self, flows: Mapping[str, str]) -> Start | None:
        """Return what leads through the flow that is to be played, if it is one of these."""
        if self._plays is None or self._plays[0] not in flows:
            return None
        (name, manner), self._plays = self._plays, None
        return Start(flows[name], None, manner)

    def _take_kept(self, flow: str) -> None:
        self.guests.pop(flow, None)
        self.kept.emit(flow)

    def _show_mistakes(self, mistakes: tuple[Mistake, ...]) -> None:
        from longstride.ui.flows.mistakes_dialog import MistakesDialog
        from longstride.ui.intentions.editing import EditFile

        dialog = MistakesDialog(self._theme, self._window, mistakes)
        dialog.again.connect(self.ask)
        dialog.mend.connect(lambda file: self._window.wants.emit(EditFile(file)))
        dialog.open()


def read_opened(engine: Engine, names: tuple[str, ...]) -> Opened:
    """Read flows by id or file; a file among the athlete's own flows is no guest."""
    flows: dict[str, str] = {}
    guests: dict[str, Guest] = {}
    mistakes: list[Mistake] = []
    for name in names:
        try:
            guest = _guest(engine, Path(name))
            flow = engine.flow(name) if guest is None else guest.flow
        except FlowError as error:
            mistakes += error.mistakes
        except UnknownFlowError:
            mistakes.append(Mistake(name, 0, "this file is not there; it may have been moved"))
        except OSError as error:  # such as a name that no file can have
            mistakes.append(Mistake(name, 0, f"this file cannot be looked for ({error.strerror})"))
        else:
            flows[name] = flow.id
            guests |= {} if guest is None else {flow.id: guest}
    return Opened(names, flows, guests, tuple(mistakes))


def _guest(engine: Engine, file: Path) -> Guest | None:
    library = engine.library
    if str(file) in library.flows or not file.is_file():
        return None
    with engine.making:  # whatever reads flows is imported by one thread at a time
        from longstride.content import load_flow

        flow = load_flow(file, library.catalogue, library.phrases)
    if file.resolve().parent != engine.paths.flows.resolve():
        return Guest(flow, file)
    if library.flows.get(flow.id) != flow:  # it came, or was changed, after the start
        engine.read_library_again()
    return None
