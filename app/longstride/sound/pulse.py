"""Qt's own connection to PulseAudio: what it is asked for, and whether it is still there."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_NEVER = "tcp4:127.0.0.1:1"  # a port of this machine that nobody answers on
_THREAD = "QPulseAudioEngi"
_LATENCY = 40  # ms


def ask_for_latency() -> None:
    """Have libpulse keep 40 ms at the server, before Qt's multimedia is loaded.

    Qt keeps 21 ms there: with every processor busy that dropped out each few seconds, 40 ms
    never did, and it still lets a pause be heard at once.
    """
    os.environ.setdefault("PULSE_LATENCY_MSEC", str(_LATENCY))


def ask_again_until_answered() -> None:
    """Have Qt look for the sound server every 3 s while it is away, before it is loaded.

    Where not even a connection can be begun, as with the socket of a server that was killed, Qt
    looks once, 3 s later, and then never again. So a last server is named that can be asked but
    does not answer: that one refusal Qt takes as a reason to ask all of them anew.
    """
    if servers := _servers(os.environ):
        os.environ["PULSE_SERVER"] = f"{servers} {_NEVER}"


def _servers(environ: Mapping[str, str]) -> str:
    """Return the servers libpulse would ask, "" where it is better left to itself."""
    if named := environ.get("PULSE_SERVER"):
        return "" if _NEVER in named else named
    own = environ.get("PULSE_RUNTIME_PATH") or f"{environ.get('XDG_RUNTIME_DIR', '')}/pulse"
    if sys.platform != "linux" or own == "/pulse" or " " in own or _is_configured(environ):
        return ""
    return f"unix:{own}/native unix:/var/run/pulse/native"


def _is_configured(environ: Mapping[str, str]) -> bool:
    """Return whether a file of the athlete's names the server."""
    home = Path(environ.get("HOME", "/"))
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    named = Path(environ.get("PULSE_CLIENTCONFIG") or config / "pulse/client.conf")
    files = (named, home / ".pulse/client.conf", Path("/etc/pulse/client.conf"))
    more = [part for file in files for part in file.with_name("client.conf.d").glob("*.conf")]
    return any(_names_server(file) for file in (*files, *more))


def _names_server(file: Path) -> bool:
    try:
        lines = file.read_text(errors="replace").splitlines()
    except OSError:
        return False
    return any(line.strip().startswith("default-server") for line in lines)


def pulse_threads() -> int:
    """Return how many threads Qt keeps for PulseAudio; 0 where it uses something else.

    Qt ends them when the server dies and begins them anew if the server is back after 3 s. A
    sink started in between makes libpulse abort the whole process, and their name is all that
    can be seen of them from outside.
    """
    return sum(name == _THREAD for name in _thread_names())


def _thread_names() -> Iterator[str]:
    for name in Path("/proc/self/task").glob("*/comm"):
        with suppress(OSError):  # a thread may end while it is asked
            yield name.read_text().strip()
