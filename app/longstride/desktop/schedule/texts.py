"""The files that have a system start a command four times an hour: what stands in them.

Each command is tried in full: where its program is gone, what starts it takes itself away. The
files of Windows and macOS are written by their manuals and were never tried.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import time
from html import escape

QUARTERS = (0, 15, 30, 45)
_SYSTEMD_SCRIPT = (
    'if [ -x "$1" ]; then exec "$@"; fi; '
    'units="${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"; '
    'systemctl --user disable --now "$0.timer"; '
    'rm -f "$units/$0.timer" "$units/$0.service"; '
    "systemctl --user daemon-reload"
)
_LAUNCHD_SCRIPT = (
    'if [ -x "$1" ]; then exec "$@"; fi; '
    'rm -f "$HOME/Library/LaunchAgents/$0.plist"; '
    'launchctl bootout "gui/$(id -u)/$0"'
)


def systemd_unit(name: str, words: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the unit ``name.service`` that runs a command once, if its program is there.

    ``environ`` is what is set for it: where folders of the athlete's lie elsewhere than usual.
    """
    command = " ".join(map(_systemd_word, ("/bin/sh", "-c", _SYSTEMD_SCRIPT, name, *words)))
    homes = "".join(
        f"Environment={_systemd_word(f'{key}={value}', runs=False)}\n"
        for key, value in sorted(environ.items())
    )
    return f"""\
[Unit]
Description=Longstride reminder
Documentation=man:longstride(1)

[Service]
Type=oneshot
{homes}ExecStart={command}
TimeoutStartSec=60
StandardOutput=null
Nice=10
"""


def systemd_timer(times: Iterable[time]) -> str:
    """Return the unit of a timer: each quarter of an hour, and at the times that are wanted."""
    wanted = "".join(f"OnCalendar=*-*-* {at:%H:%M}:00\n" for at in _between_quarters(times))
    return f"""\
[Unit]
Description=Longstride reminders while its window is closed

[Timer]
OnCalendar=*:0/15
{wanted}AccuracySec=1s

[Install]
WantedBy=timers.target
"""


def launch_agent(label: str, words: Sequence[str], times: Iterable[time]) -> str:
    """Return the property list of a LaunchAgent on macOS."""
    import plistlib  # which a reminder on Linux can do without

    wanted = [{"Hour": at.hour, "Minute": at.minute} for at in _between_quarters(times)]
    agent = {
        "Label": label,
        "ProgramArguments": ["/bin/sh", "-c", _LAUNCHD_SCRIPT, label, *words],
        "StartCalendarInterval": [*({"Minute": minute} for minute in QUARTERS), *wanted],
        "ProcessType": "Background",
        "StandardOutPath": "/dev/null",
    }
    return plistlib.dumps(agent).decode("utf-8")


def windows_task(words: Sequence[str], times: Iterable[time]) -> str:
    """Return what the Task Scheduler of Windows is given: a task in the athlete's own session."""
    triggers = [_daily(time(), "<Repetition><Interval>PT15M</Interval></Repetition>")]
    triggers += [_daily(at) for at in _between_quarters(times)]
    program, arguments = words[0], " ".join(map(_windows_word, words[1:]))
    return f"""\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Longstride reminders</Description></RegistrationInfo>
  <Triggers>{"".join(triggers)}</Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT1M</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec><Command>{escape(program)}</Command><Arguments>{escape(arguments)}</Arguments></Exec>
  </Actions>
</Task>
"""


def _between_quarters(times: Iterable[time]) -> list[time]:
    return sorted({at for at in times if at.minute not in QUARTERS})


def _daily(at: time, more: str = "") -> str:
    start = f"<StartBoundary>2026-01-01T{at:%H:%M}:00</StartBoundary>"
    day = "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay>"
    return f"<CalendarTrigger>{more}{start}{day}</CalendarTrigger>"


def _systemd_word(word: str, *, runs: bool = True) -> str:
    """Return a word as it stands in a unit, whatever is in it; in a command "$" means more."""
    quoted = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + quoted.replace("%", "%%").replace("$", "$$" if runs else "$") + '"'


def _windows_word(word: str) -> str:
    """Return a word as programs on Windows take it apart again."""
    if word and not re.search(r'[\s"]', word):
        return word
    return '"' + re.sub(r'(\\*)("|$)', r"\1\1\2", word).replace('"', '\\"') + '"'
