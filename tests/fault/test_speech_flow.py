"""Speech that fails, at the start and in the middle of a flow: the flow goes on and says so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import fakes
from longstride.core.timeline.player import PlayState
from longstride.leading.trouble import LATE
from longstride.leading.voice import PATIENCE
from longstride.speech.speech import Speech
from longstride.speech.voice import VoiceChoice
from longstride.speech.worker_pipe import Patience
from longstride.speech.worker_pool import WorkerPool
from longstride.ui.intentions.leading import Start
from longstride.ui.player.bridge import PlayerBridge
from ui.house import SHORT, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FAKE_WORKER = Path(__file__).parents[1] / "speech" / "fake_worker.py"
HASTY = Patience(start=20, sentence=1, character=0)
NO_VOICE = "No voice could be started"
FLOW = """
title = "One bridge"
talk = "full"
[[step]]
drill = "glute-bridge"
reps = 2
get_ready = 3
"""
# What stands in for pyttsx3 in the real child, by what goes wrong with it.
BROKEN = {
    "missing": "raise ImportError('no driver')",
    "killed": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "rubbish": """
import os
for pipe in range(3, 32):
    try:
        os.write(pipe, b"Audio saved to nowhere\\n" * 3)
    except OSError:
        pass
""",
}


def give(house: House, child: str, patience: Patience = HASTY) -> None:
    """Give the window real speech whose child misbehaves."""
    command = (sys.executable, "-S", str(FAKE_WORKER), child, str(house.engine.paths.log) + ".x")
    pool = WorkerPool("system", command, patience, 2)
    speech = Speech(house.engine.paths.clips, VoiceChoice(), [pool])
    vars(house.engine).pop("voice_clips", None)
    house.engine.speech = speech


def lead_with(house: House, child: str) -> House:
    give(house, child)
    return house.start()


def lead_without_waiting(house: House) -> PlayerBridge:
    """Start a flow, and let the time pass that its voice is waited for."""
    house.application.want(Start(SHORT, None))
    house.qtbot.waitUntil(lambda: house.leading)
    assert not house.bridge.begun
    house.engine.clock.pass_by(PATIENCE)
    house.qtbot.waitUntil(lambda: house.bridge.begun)
    return house.bridge


@pytest.mark.parametrize("child", ["dies-at-start", "hangs", "rubbish", "fails-later"])
def test_a_flow_in_the_window_goes_on_and_says_so(house: House, child: str) -> None:
    lead_with(house, child)
    assert house.playing
    house.qtbot.waitUntil(lambda: NO_VOICE in house.notice)
    spoken = set(house.engine.voice_clips.clips)
    assert bool(spoken) == (child == "fails-later")
    house.hear_until(3000)
    house.key(Qt.Key.Key_Right)
    house.key(Qt.Key.Key_Space)
    house.key(Qt.Key.Key_Space)
    assert house.playing
    assert NO_VOICE in house.notice, "it lasts"
    house.hear_to_the_end()
    assert house.state is PlayState.FINISHED
    house.press("Done")
    house.qtbot.waitUntil(lambda: any(NO_VOICE in text for text in house.window.notices))


def test_a_voice_that_hangs_at_its_start_is_not_waited_for(house: House) -> None:
    give(house, "hangs-at-start", Patience(start=600))
    assert lead_without_waiting(house).begun
    assert house.playing
    house.qtbot.waitUntil(lambda: house.notice == LATE)
    assert house.engine.voice_clips.clips == {}
    house.hear_until(3000)
    house.key(Qt.Key.Key_Right)
    assert house.step == 1
    assert house.notice == LATE, "it lasts"
    house.hear_to_the_end()
    assert house.state is PlayState.FINISHED


def test_what_hung_at_its_start_says_so_when_it_is_given_up(house: House) -> None:
    give(house, "hangs-at-start", Patience(start=2))
    lead_without_waiting(house)
    house.qtbot.waitUntil(lambda: NO_VOICE in house.notice, timeout=20_000)


def test_a_voice_that_comes_late_joins(house: House) -> None:
    house.voice.may_speak.clear()
    lead_without_waiting(house)
    house.hear_until(3000)
    assert house.notice == LATE
    house.voice.may_speak.set()
    house.wait_for_voice()
    assert house.notice == ""
    said = {cue.text for cue in house.run.player.timeline.cues if cue.kind.is_speech}
    assert said <= set(house.engine.voice_clips.clips)
    assert house.seen >= 3000
    assert house.playing


def test_a_voice_that_is_only_slow_is_waited_for(house: House, qtbot: QtBot) -> None:
    """As long as another sentence has come since the last look."""
    house.voice.may_speak.clear()
    house.application.want(Start(SHORT, None))
    qtbot.waitUntil(lambda: house.leading)
    house.engine.voice_clips._clips["One more"] = house.engine.voice_clips._read_file(Path())
    house.engine.clock.pass_by(PATIENCE)
    house.run.tick()
    assert not house.bridge.begun
    house.engine.clock.pass_by(PATIENCE)
    house.run.tick()
    assert house.bridge.begun
    house.voice.may_speak.set()
    house.wait_for_voice()


def test_leaving_while_the_voice_is_waited_for_ends_the_wait(house: House) -> None:
    house.voice.may_speak.clear()
    house.application.want(Start(SHORT, None))
    house.qtbot.waitUntil(lambda: house.leading)
    bridge, run = house.bridge, house.run
    house.key(Qt.Key.Key_Escape)
    house.qtbot.waitUntil(lambda: not house.leading)
    assert not bridge._timer.isActive()
    house.engine.clock.pass_by(PATIENCE)
    run.tick()
    house.voice.may_speak.set()
    run.tick()
    assert not run.begun
    assert house.engine.records.journal.count() == 0


def broken_by(folder: Path, fault: str) -> dict[str, str]:
    """Return an environment whose pyttsx3 is broken and which has no speech program either."""
    (folder / "pyttsx3.py").write_text(BROKEN[fault])
    return {**os.environ, "PYTHONPATH": str(folder), "PATH": str(folder)}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals and pipes")
@pytest.mark.parametrize("fault", BROKEN)
def test_a_flow_in_the_terminal_goes_on_and_says_so(tmp_path: Path, fault: str) -> None:
    flow = tmp_path / "bridge.toml"
    flow.write_text(FLOW)
    command = (sys.executable, "-m", "longstride", "--data-dir", str(tmp_path / "own"), "play")
    done = subprocess.run(
        (*command, str(flow), "--no-window", "--speed", "200"),
        env=broken_by(tmp_path, fault),
        capture_output=True,
        text=True,
        check=True,
    )
    told = done.stderr.removeprefix(f"longstride: {LATE}\n")  # where the machine is busy
    assert told.startswith(f"longstride: {NO_VOICE} (")
    assert told.count("\n") == 1
    assert fakes.PHRASES.sounds.greeting in done.stdout
    assert fakes.PHRASES.welcome.first.split(".")[0] in done.stdout
