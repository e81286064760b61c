"""Hands for windows that tell of the day's flow."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

from longstride.paths import Paths
from longstride.settings import Settings, save_settings
from longstride.ui.reminders.desk import ReminderDesk
from paper_notifiers import PaperPortal
from ui.house import QUIET, House

WISHES = Settings(**QUIET, remind=True, remind_times=(time(18),))  # type: ignore[arg-type]


def opened(build: Callable[..., House], paths: Paths, wishes: Settings = WISHES) -> House:
    save_settings(paths.settings_file, wishes)
    return build(paths).open()


def desk(house: House) -> ReminderDesk:
    return house.application._reminding.desk


def shown(house: House, desktop: PaperPortal, times: int = 1) -> None:
    """Wait until so many have been shown, and nothing more is under way."""
    house.qtbot.waitUntil(lambda: desktop.came == times)
    house.wait_for_tasks()


def looked(house: House, at: datetime) -> None:
    """Look again at a time."""
    house.engine.now = lambda: at
    desk(house).look()
    house.wait_for_tasks()


def settings_page(house: House) -> Any:
    house.window.show_page("settings")
    return house.window.page("settings")
