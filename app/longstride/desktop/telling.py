"""Telling the athlete something while the window is closed: without Qt, and nobody waits for it.

What is told here has no buttons: they would need someone who waits for them. Linux is asked by
``notify-send``, or by ``busctl`` which comes with systemd. The ways of Windows and macOS are
written by their manuals and were never tried.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

_PATIENCE = 2  # s for each way
_NOTIFY = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
_PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
_OSASCRIPT = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)
# The words come by the environment, so that none of them is read as a part of the program.
_POWERSHELL = """
$manager = [Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications,
    ContentType = WindowsRuntime]
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$toast = $manager::GetTemplateContent($kind)
$lines = $toast.GetElementsByTagName('text')
[void]$lines.Item(0).AppendChild($toast.CreateTextNode($env:LONGSTRIDE_TITLE))
[void]$lines.Item(1).AppendChild($toast.CreateTextNode($env:LONGSTRIDE_BODY))
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$manager::CreateToastNotifier($app).Show([Windows.UI.Notifications.ToastNotification]::new($toast))
"""


@dataclass(frozen=True, slots=True)
class Command:
    """One way of telling: the program that does it, and what it is given beside its words.

    ``probe`` finds out, without showing anything, whether it would work; () where nothing can.
    """

    words: tuple[str, ...]
    probe: tuple[str, ...] = ()
    environ: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The program it is done by."""
        return self.words[0]


def ways(title: str, body: str, system: str = sys.platform) -> tuple[Command, ...]:
    """Return the ways to tell something in plain words, the best first."""
    if system == "win32":
        words = ("powershell", "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)
        said = {"LONGSTRIDE_TITLE": title, "LONGSTRIDE_BODY": body}
        return (Command(words, environ=said),)
    if system == "darwin":
        script = [word for line in _OSASCRIPT for word in ("-e", line)]
        return (Command(("osascript", *script, "--", title, body)),)
    return tuple(_by_bus(title, body))


def tell(title: str, body: str, system: str = sys.platform) -> str | None:
    """Tell something by the first way that works; return its program, None where none does."""
    here = (way for way in ways(title, body, system) if shutil.which(way.name))
    return next((way.name for way in here if _works(way.words, way.environ)), None)


def way_here(system: str = sys.platform) -> str | None:
    """Return by which program something would be told, None where nothing would show it."""
    here = (way for way in ways("", "", system) if shutil.which(way.name))
    return next((way.name for way in here if _would_work(way)), None)


def window_way_here(system: str = sys.platform) -> str | None:
    """Return by what a window that is open tells, None where it has only itself.

    As far as that can be found out without Qt.
    """
    if system in {"win32", "darwin"}:
        return "a message beside the clock"
    send, _, portal = _by_bus("", "")
    named = ((portal, "the desktop's portal"), (send, send.name))
    return next((n for way, n in named if shutil.which(way.name) and _would_work(way)), None)


def _by_bus(title: str, body: str) -> Iterator[Command]:
    marked = escape(body, quote=False)  # desktops read markup
    send = ("notify-send", "--app-name=Longstride", "--icon=longstride", "--")
    call = ("busctl", "--user", f"--timeout={_PATIENCE}", "--", "call")
    ask = (*call, *_NOTIFY, _NOTIFY[0], "GetServerInformation")
    yield Command((*send, title, marked.replace("\\", "\\\\")), ask)  # it undoes backslashes
    given = ("susssasa{sv}i", "Longstride", "0", "longstride", title, marked, "0", "0", "-1")
    yield Command((*call, *_NOTIFY, _NOTIFY[0], "Notify", *given), ask)
    portal = ("sa{sv}", "longstride-reminder", "2", "title", "s", title, "body", "s", body)
    interface = "org.freedesktop.portal.Notification"
    properties = ("org.freedesktop.DBus.Properties", "Get", "ss", interface, "version")
    words = (*call, *_PORTAL, interface, "AddNotification", *portal)
    yield Command(words, (*call, *_PORTAL, *properties))


def _would_work(way: Command) -> bool:
    """Return whether a way would show something; one that cannot be asked is believed."""
    return not (way.probe and shutil.which(way.probe[0])) or _works(way.probe, {})


def _works(words: tuple[str, ...], environ: Mapping[str, str]) -> bool:
    """Return whether a program did what it was asked for, in the time it has."""
    try:
        done = subprocess.run(
            words,
            env={**os.environ, **environ},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=5 * _PATIENCE if sys.platform == "win32" else _PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
