"""On a bus of paper's own: the machine wakes up, and the program hears of it.

In processes of their own: libdbus keeps the first addresses it sees, of both buses.
"""

import os
import subprocess
import sys

from paper_notifiers import PaperNotifier, running

HEARS = """
from PySide6.QtCore import QCoreApplication
from longstride.desktop.waking import Waking
app = QCoreApplication([])
waking = Waking()
heard = []
waking.woke.connect(lambda: heard.append(True))
waking.woke.connect(lambda: print("woke", flush=True))
waking.woke.connect(lambda: len(heard) == 2 and app.quit())
waking.listen()
print("listens", flush=True)
app.exec()
"""


class PaperLogind(PaperNotifier):
    """What tells that the machine goes to sleep and wakes up."""

    name = "org.freedesktop.login1"
    place = "/org/freedesktop/login1"
    interface = "org.freedesktop.login1.Manager"


def test_each_wake_is_heard_and_no_sleep(bus: str) -> None:
    environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus}
    program = [sys.executable, "-c", HEARS]
    with (
        running(PaperLogind(bus)) as logind,
        subprocess.Popen(program, env=environ, stdout=subprocess.PIPE, text=True) as hearing,
    ):
        assert hearing.stdout is not None
        said = [hearing.stdout.readline()]
        for _ in range(2):
            logind.signal("PrepareForSleep", "b", True)
            logind.signal("PrepareForSleep", "b", False)
        said += hearing.stdout.readlines()
    assert [each.strip() for each in said] == ["listens", "woke", "woke"]


def test_a_bus_that_is_not_there_is_no_trouble() -> None:
    environ = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent"}
    program = HEARS.removesuffix("app.exec()\n")
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, env=environ, check=True, capture_output=True)
    assert done.stdout.strip() == b"listens"
