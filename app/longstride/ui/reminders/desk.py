"""Tells the athlete of the day's flow at the times they chose, while the window is open."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from longstride.core.history.reminder import LONGEST_LOOK
from longstride.desktop.notifications.way import Notification, WayName
from longstride.desktop.reminded import Reminded
from longstride.ui.reminders.looking import Look, look
from longstride.ui.shell.front import Front, FrontPart
from longstride.ui.shown.reminders import ReminderState
from longstride.ui.widgets.notice import Kind, Notice, Offer

if TYPE_CHECKING:
    from longstride.core.errors import LongstrideError
    from longstride.core.history.reminder import Reminder, Wishes
    from longstride.desktop.notifications.notifications import Notifications
    from longstride.desktop.waking import Waking
    from longstride.ui.reminders.closed import Closed

START, LATER = "start", "later"
_BUTTONS = ((START, "Start"), (LATER, "Later"))
_NOTICE = "reminder"
_ID = "longstride-reminder"  # one takes the place of the one before, whoever told it
_TRIED = Notification(
    "longstride-try", "This is a reminder", "One sentence, and then it is quiet.", _BUTTONS
)


class ReminderDesk(FrontPart):
    """Looks every quarter of an hour, or when something is due, and when the journal changes.

    It is still while nothing is wanted. ``opened`` carries the flow for which Start was pressed,
    ``changed`` how reminders stand.
    """

    opened = Signal(str)
    changed = Signal(ReminderState)

    def __init__(self, front: Front) -> None:
        super().__init__(front)
        self._reminded = Reminded(self._engine.paths.reminders)
        self._stands = ReminderState()
        self._told: Reminder | None = None  # what is shown, and nobody has answered yet
        self._shown: Notification | None = None
        self._looking = False
        self._again = False
        self._wished: Wishes | None = None  # before others that are yet to be looked at
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    @cached_property
    def notifications(self) -> Notifications:
        """The ways of telling on this desktop."""
        from longstride.desktop.notifications.alert import Alert
        from longstride.desktop.notifications.notifications import Notifications
        from longstride.desktop.notifications.notify_send import NotifySend
        from longstride.desktop.notifications.portal import Portal
        from longstride.desktop.notifications.tray import Tray

        made = Notifications((Portal(), NotifySend(), Tray(), Alert(self._window)))
        made.told.connect(self._take_told)
        made.found.connect(self._take_way)  # a lambda would outlive the window
        made.pressed.connect(self._press)
        return made

    @cached_property
    def _waking(self) -> Waking:
        """What hears that the machine woke up: the timer stood still with it."""
        from longstride.desktop.waking import Waking

        waking = Waking(self)
        waking.woke.connect(self.look)
        waking.listen()
        return waking

    @cached_property
    def closed(self) -> Closed:
        """What has the athlete told while the window is closed."""
        from longstride.ui.reminders.closed import Closed

        closed = Closed(self._front)
        closed.kept.connect(self._take_closed)
        return closed

    def look(self) -> None:
        """See whether something is to be told, off the GUI thread; while a flow runs, later."""
        if not self._engine.settings.remind:
            self._rest()
        elif self._window.has_player:
            self._timer.start(LONGEST_LOOK)
        elif self._looking:
            self._again = True
        else:
            self._waking  # noqa: B018 - listens from now on
            self._begin()

    def change(self, before: Wishes) -> None:
        """Follow other wishes: a time that was past when it was chosen is tomorrow's."""
        self._wished = self._wished or before
        self.look()

    def find_way(self) -> None:
        """Look how one would be told on this desktop."""
        self.notifications.find()

    def try_one(self) -> None:
        """Tell something now, to be seen."""
        self._told = None
        self._tell(_TRIED)

    def close(self) -> None:
        """Take away what is shown: nobody would answer to its buttons."""
        self._timer.stop()
        if self._shown is not None:
            self.notifications.withdraw()

    def _begin(self) -> None:
        engine, wishes, reminded = self._engine, self._engine.settings.wishes, self._reminded
        told, wished = self._told, self._wished
        self._looking, self._again, self._wished = True, False, None
        self._background.run(
            lambda: look(engine, wishes, reminded, told, wished), self._take, self._refuse
        )

    def _rest(self) -> None:
        self._timer.stop()
        self._withdraw()
        self._change(next=None, trouble="")

    def _take(self, found: Look) -> None:
        self._looking = False
        self._timer.start(found.wait)
        self._change(next=found.next, trouble="")
        if self._told is not None and not found.open:
            self._withdraw()
        if found.told is not None:
            self._take_due(found.told)
        if self._again or not self._engine.settings.remind:
            self.look()

    def _take_due(self, reminder: Reminder) -> None:
        """Tell what is due, unless a flow was begun or reminders were switched off meanwhile."""
        if self._window.has_player or not self._engine.settings.remind:
            self._reminded.give_back(reminder.slot)
            return
        self._told = reminder
        self._tell(Notification(_ID, reminder.title, reminder.sentence, _BUTTONS))

    def _refuse(self, error: LongstrideError) -> None:
        """Be silent, and say why where reminders are set."""
        self._looking = False
        self._timer.start(LONGEST_LOOK)
        self._change(trouble=str(error))
        if self._again:
            self.look()

    def _tell(self, notification: Notification) -> None:
        self._window.drop_notice(_NOTICE)
        self._shown = notification
        self.notifications.tell(notification)

    def _take_way(self, way: WayName) -> None:
        self._change(way=way)

    def _take_closed(self, place: str, why: str) -> None:
        self._change(closed=place, not_closed=why)

    def _take_told(self, way: WayName) -> None:
        """Say it in the window, where the desktop has no words for it."""
        self._change(way=way)
        if way is WayName.ALERT and self._shown is not None:
            words, shown = f"{self._shown.title}. {self._shown.body}", self._shown.id
            offer = Offer("Start", lambda: self._press(shown, START))
            self._window.show_notice(_NOTICE, Notice(words, Kind.NEWS, offer, answers=True))

    def _withdraw(self) -> None:
        if self._shown is not None:
            self.notifications.withdraw()
            self._window.drop_notice(_NOTICE)
        self._told = self._shown = None

    def _press(self, _: str, action: str) -> None:
        told = self._told
        self._withdraw()
        if action == START:
            self._window.come_forward()
            if told is not None:
                self.opened.emit(told.flow)
        elif told is not None:
            self._put_off(told)

    def _put_off(self, told: Reminder) -> None:
        engine, reminded = self._engine, self._reminded
        until = engine.now() + timedelta(minutes=engine.settings.snooze)
        work = self._background.run
        refuse = self._front.refuse
        work(lambda: reminded.put_off(told.slot, until), lambda _: self.look(), refuse)

    def _change(self, **values: object) -> None:
        stands = replace(self._stands, **values)  # type: ignore[arg-type]
        if stands != self._stands:
            self._stands = stands
            self.changed.emit(stands)
