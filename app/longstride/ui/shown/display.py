"""The displays that a flow can fill, known again from one start to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QScreen


@dataclass(frozen=True, slots=True)
class Display:
    """A display as it is known again: by its serial number, by its name where it has none."""

    name: str
    serial: str = ""

    @staticmethod
    def of(screen: QScreen) -> Display:
        """Return how a screen is known again."""
        return Display(screen.name(), screen.serialNumber())

    def among(self, screens: Iterable[QScreen]) -> QScreen | None:
        """Return the screen it is, None where it is not connected."""
        known = {Display.of(screen): screen for screen in screens}
        same = (each for each in known if self.serial and each.serial == self.serial)
        named = (each for each in known if each.name == self.name and not self.serial)
        found = next(same, None) or next(named, None)
        return known.get(self) or (known[found] if found else None)


def display_choices(chosen: Display | None) -> tuple[tuple[str, Display | None], ...]:
    """Return the displays to choose from as (text, display), the window's own first."""
    screens = QGuiApplication.screens()
    names = {Display.of(screen): _name(screen) for screen in screens}
    if chosen is not None:
        there = chosen.among(screens)
        names[chosen] = _name(there) if there else f"{chosen.name} (not connected)"
    return (("The one the window is on", None), *((name, each) for each, name in names.items()))


def _name(screen: QScreen) -> str:
    maker = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    return f"{maker} ({screen.name()})" if maker else screen.name()
