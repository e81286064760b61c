"""The accessibility bus of the desktop, read and used as a screen reader does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from jeepney import DBusAddress, MatchRule, Message, Properties, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

_ATSPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", f"{_ATSPI}.Registry", f"{_ATSPI}.Registry")
_PATIENCE = 20  # s for one answer; a program that takes longer hangs
_STATES = {
    1: "active",
    4: "checked",
    7: "editable",
    8: "enabled",
    11: "focusable",
    12: "focused",
    23: "selected",
    25: "showing",
    30: "visible",
    41: "checkable",
}  # the bits of AtspiStateType that matter here

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A signal to screen readers: its member (``Announcement``), its kind, sender and value."""

    member: str
    kind: str
    path: str
    value: object


class Reader:
    """A connection to the accessibility bus; ``told`` is everything heard since it listens.

    One that does not listen has none of the many signals to read that come while it looks.
    """

    def __init__(self, session_bus: str, listens: bool = True) -> None:
        with open_dbus_connection(session_bus) as session:
            asked = new_method_call(
                DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus"), "GetAddress"
            )
            where = unwrap_msg(session.send_and_get_reply(asked, timeout=_PATIENCE))[0]
        self._bus = open_dbus_connection(where)
        self._signals: deque[Message] = deque()
        if listens:
            self._listen()

    def _listen(self) -> None:
        rule = MatchRule(type="signal", interface=f"{_ATSPI}.Event.Object")
        self._bus.filter(rule, queue=self._signals)
        self.ask(message_bus.AddMatch(rule))
        self.ask(new_method_call(_REGISTRY, "RegisterEvent", "s", ("object:",)))

    def close(self) -> None:
        """Let go of the bus."""
        self._bus.close()

    def ask(self, message: Message) -> tuple[Any, ...]:
        """Return the answer to a message."""
        answer: tuple[Any, ...] = unwrap_msg(
            self._bus.send_and_get_reply(message, timeout=_PATIENCE)
        )
        return answer

    def program(self, name: str) -> Thing:
        """Wait for a program to come to the bus, and return it."""
        while True:
            for found in Thing(self, _REGISTRY.bus_name, _ROOT).children:
                if found.name.lower() == name:
                    return found
            self._wait(1)

    def told(self, member: str) -> list[Told]:
        """Return the signals of a kind so far, oldest first."""
        return [each for each in map(_told, list(self._signals)) if each.member == member]

    def until(self, wanted: Callable[[], T | None]) -> T:
        """Return what is wanted once it is there, looking again whenever something is told."""
        while True:
            with suppress(DBusErrorResponse):  # something was gone before it was asked
                if found := wanted():
                    return found
            self._wait(1)

    def whole(self, look: Callable[[], T]) -> T:
        """Return what a look over many things saw, looking again when one went away meanwhile."""
        return self.until(lambda: (look(),))[0]

    def steady(self, look: Callable[[], T]) -> T:
        """Return what is seen twice in succession: a page that still fills itself changes."""
        seen = self.whole(look)
        while (again := self.whole(look)) != seen:
            seen = again
        return seen

    def _wait(self, seconds: float) -> None:
        """Wait until something is told, or so long."""
        with suppress(TimeoutError):
            self._bus.recv_messages(timeout=seconds)

    def forget(self) -> None:
        """Forget what was told."""
        self._signals.clear()


@dataclass(frozen=True)
class Thing:
    """One accessible object of one program."""

    reader: Reader
    program: str
    path: str

    def call(self, interface: str, member: str, signature: str = "", *body: object) -> Any:
        """Call one of its methods; return its first answer."""
        place = DBusAddress(self.path, self.program, f"{_ATSPI}.{interface}")
        answer = self.reader.ask(new_method_call(place, member, signature or None, body))
        return answer[0] if answer else None

    def get(self, interface: str, name: str) -> Any:
        """Return one of its properties."""
        place = DBusAddress(self.path, self.program, f"{_ATSPI}.{interface}")
        return self.reader.ask(Properties(place).get(name))[0][1]

    @property
    def children(self) -> list[Thing]:
        found = self.call("Accessible", "GetChildren")
        return [Thing(self.reader, program, path) for program, path in found]

    @property
    def name(self) -> str:
        return str(self.get("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self.get("Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self.call("Accessible", "GetRoleName"))

    @property
    def states(self) -> frozenset[str]:
        low, high = self.call("Accessible", "GetState")
        bits = low | high << 32
        return frozenset(name for bit, name in _STATES.items() if bits >> bit & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        return frozenset(self.call("Accessible", "GetInterfaces"))

    @property
    def value(self) -> float:
        return float(self.get("Value", "CurrentValue"))

    def set_value(self, value: float) -> None:
        """Set its value, as a screen reader may."""
        place = DBusAddress(self.path, self.program, f"{_ATSPI}.Value")
        self.reader.ask(Properties(place).set("CurrentValue", "d", value))

    def offers(self, interface: str) -> bool:
        """Say whether it has an interface such as ``Action`` or ``Value``."""
        return f"{_ATSPI}.{interface}" in self.interfaces

    def press(self) -> None:
        """Do the first thing it offers to do, as a screen reader's click does."""
        self.call("Action", "DoAction", "i", 0)

    def focus(self) -> None:
        """Give it the keyboard."""
        self.call("Component", "GrabFocus")

    def seen(self) -> Iterator[Thing]:
        """Yield it and everything below that is showing; of tables and lists the frame alone."""
        yield self
        if self.role not in {"table", "list"}:
            for child in self.children:
                if "showing" in child.states:
                    yield from child.seen()

    def find(self, role: str, name: str) -> Thing | None:
        """Return what is showing with a role, by the beginning of its name."""
        return next((t for t in self.seen() if t.role == role and t.name.startswith(name)), None)


def _told(message: Message) -> Told:
    fields = {field.name: value for field, value in message.header.fields.items()}
    kind, _, _, value, *_ = message.body
    return Told(fields["member"], kind, fields["path"], value[1])
