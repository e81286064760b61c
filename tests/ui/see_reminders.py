"""Settings with reminders: how they are told, when nothing comes of them, what is in their way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from longstride.desktop.notifications.way import WayName
from longstride.settings import Settings
from longstride.ui.settings.page import SettingsPage
from longstride.ui.shown.reminders import ReminderState

TODAY = date(2026, 11, 20)
ON = Settings(remind=True, remind_days=(0, 2, 6), remind_times=(time(17, 30),))
SOON = ReminderState(WayName.PORTAL, datetime(2026, 11, 22, 17, 30))
CLOSED = replace(ON, remind_closed=True)
UNIT = Path("/home/anna/.config/systemd/user/longstride-remind.timer")
NO_SYSTEM = (
    "This system has no systemctl, so nothing can remind you while Longstride is closed. "
    "Your calendar still can."
)
REFUSED = (
    "Reminders cannot be remembered in /home/anna/.local/state/longstride/reminders "
    "(Permission denied); see that you may write there."
)


def states(page: SettingsPage) -> Iterator[str]:
    """Bring the page into one state after another; yield the name of each."""
    for name, settings, reminding in (
        ("on", ON, SOON),
        ("closed", CLOSED, replace(SOON, closed=str(UNIT))),
        ("not_closed", CLOSED, replace(SOON, not_closed=NO_SYSTEM)),
        ("never", _late(), ReminderState(WayName.ALERT)),
        ("refused", replace(ON, remind_days=()), ReminderState(trouble=REFUSED)),
    ):
        page.show_settings(settings, (), ())
        page.reminders.show_reminding(reminding, TODAY)
        page.show_reminders()
        yield f"settings_reminders_{name}"


def _late() -> Settings:
    """Return two times of which one is never told."""
    return replace(ON, remind_times=(time(7, 30), time(22)), quiet_until=time(7))
