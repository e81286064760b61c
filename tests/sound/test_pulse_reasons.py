"""Why sound/pulse.py is there: each test fails once a newer Qt does without a part of it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import PySide6
import pytest

from longstride.sound.pulse import ask_again_until_answered, ask_for_latency
from sound.null_sink import NullSink

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's"),
]
PROGRAM = Path(__file__).with_name("bare_sink.py")
AWAY = "unix:/nonexistent"
WATCH = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtMultimedia import QMediaDevices
app = QCoreApplication([])
devices = QMediaDevices()
devices.audioOutputs()
app.exec()
"""


def can_go(part: str) -> str:
    return f"PySide6 {PySide6.__version__} does without it: {part} of sound/pulse.py can go"


def begin(*words: str, **environ: str) -> subprocess.Popen[str]:
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    return subprocess.Popen([sys.executable, *words], env=environ, text=True, **pipes)


def says(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().split()[0]


def latency(pulse: NullSink, environ: Mapping[str, str]) -> int:
    """Return how many us of sound Qt keeps at the server, beyond what the sink takes."""
    program = begin(str(PROGRAM), **environ)
    assert says(program) == "plays"
    listed = pulse.says("list", "sink-inputs")
    program.communicate("\n")
    return int(re.findall(r"Buffer Latency: (\d+)", listed)[0])


def test_qt_alone_keeps_little_sound_at_the_server(
    pulse: NullSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PULSE_LATENCY_MSEC", raising=False)
    ask_for_latency()
    asked = {**pulse.environment, "PULSE_LATENCY_MSEC": os.environ["PULSE_LATENCY_MSEC"]}
    alone = {name: value for name, value in asked.items() if name != "PULSE_LATENCY_MSEC"}
    assert latency(pulse, alone) < latency(pulse, asked), can_go("ask_for_latency")


def test_qt_alone_asks_once_for_a_server_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """And again only where the last one that is named can be asked but does not answer."""
    monkeypatch.setenv("PULSE_SERVER", AWAY)
    ask_again_until_answered()
    told = {**os.environ, "QT_LOGGING_RULES": "qt.multimedia.pulseaudio*=true"}
    alone = begin("-c", WATCH, **{**told, "PULSE_SERVER": AWAY})
    helped = begin("-c", WATCH, **told)
    for _ in range(2):
        assert helped.stderr is not None
        while '"Connecting"' not in (line := helped.stderr.readline()):
            assert line, "Qt no longer says when it asks"
    for each in (alone, helped):
        each.terminate()
    assert alone.communicate()[1].count('"Connecting"') == 1, can_go("ask_again_until_answered")
    helped.communicate()


def test_qt_alone_aborts_where_a_sink_starts_after_the_server_died(pulse: NullSink) -> None:
    program = begin(str(PROGRAM), "--after-the-server", **pulse.environment)
    assert says(program) == "heard"
    pulse.stop()
    program.communicate("\n")
    assert program.returncode == -signal.SIGABRT, can_go("pulse_threads")
    pulse.start()
