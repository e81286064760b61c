"""Children that die, hang and babble, and what is left to speak after them."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from longstride.core.errors import SpeechError
from longstride.speech.cache import is_whole
from longstride.speech.program import Program
from longstride.speech.speech import Speech
from longstride.speech.voice import VoiceChoice
from longstride.speech.worker_pipe import Patience
from longstride.speech.worker_pool import WorkerPool

FakeSpeech = Callable[..., Speech]
HASTY = Patience(start=60, sentence=0.3, character=0)
NO_VOICE = r"No voice could be started \(.+\): tones and captions carry the flow\."
SCRIPT = """#!{python} -S
import sys, wave
words = sys.stdin.buffer.read()
if b"nsayable" in words: sys.exit()
if b"rash" in words: sys.exit(1)
with wave.open(sys.argv[sys.argv.index("-w") + 1], "wb") as clip:
    clip.setparams((1, 2, 22050, 0, "NONE", ""))
    clip.writeframes(words * 100)
"""


@pytest.mark.parametrize("mode", ["dies-once", "hangs-once"])
def test_one_failure_is_forgiven(
    fake_speech: FakeSpeech, starts: Callable[[], int], mode: str
) -> None:
    speech = fake_speech(mode, Patience(start=60, sentence=2, character=0))
    assert is_whole(speech.render("Lower"))
    assert starts() == 2
    assert not speech.lost


@pytest.mark.parametrize(
    "mode",
    [
        "dies-at-start",
        "no-driver",
        "hangs",
        "rubbish",
        "nested",
        "list",
        "refuses",
        "mute",
    ],
)
def test_a_child_that_never_works_is_given_up(fake_speech: FakeSpeech, mode: str) -> None:
    speech = fake_speech(mode, HASTY)
    with pytest.raises(SpeechError, match=NO_VOICE):
        speech.render("Lower")
    assert speech.lost


def test_a_child_that_hangs_at_its_start_is_given_up(fake_speech: FakeSpeech) -> None:
    speech = fake_speech("hangs-at-start", Patience(start=0.2))
    with pytest.raises(SpeechError, match="did not answer"):
        speech.voices()


def test_a_child_that_speaks_unasked_is_replaced(fake_speech: FakeSpeech) -> None:
    speech = fake_speech("chatters")
    clips = [speech.render(f"Number {number}") for number in range(4)]
    assert all(is_whole(clip) for clip in clips)
    assert not speech.lost


def test_a_program_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    pool = WorkerPool("system", ("/no/such/program",), Patience(), 2)
    with Speech(tmp_path, VoiceChoice(), [pool]) as speech:
        with pytest.raises(SpeechError, match=r"\(/no/such/program does not start: No such"):
            speech.render("Lower")
        assert speech.state().lost == speech.lost


def test_after_giving_up_nothing_is_started(
    fake_speech: FakeSpeech, starts: Callable[[], int]
) -> None:
    speech = fake_speech("dies-at-start")
    clips = [clip for _, clip in speech.render_all(f"Number {number}" for number in range(20))]
    assert all(isinstance(clip, SpeechError) for clip in clips)
    assert starts() == 2
    with pytest.raises(SpeechError, match=NO_VOICE):
        speech.voices()
    assert starts() == 2
    assert speech.state().lost
    assert starts() == 2


def test_one_bad_sentence_does_not_silence_the_rest(
    fake_speech: FakeSpeech, starts: Callable[[], int]
) -> None:
    speech = fake_speech("dies-at-poison")
    with pytest.raises(SpeechError, match=r'cannot say "Poison\.": word it differently'):
        speech.render("poison")
    assert is_whole(speech.render("Lower"))
    before = starts()
    with pytest.raises(SpeechError, match="cannot say"):
        speech.render("poison")
    assert starts() == before, "what cannot be said is not tried twice"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a named pipe")
def test_closing_ends_a_render_under_way(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = (sys.executable, "-S", "-c", f"open({str(fifo)!r}, 'w').close(); input(); input()")
    pool = WorkerPool("system", command, Patience(), 2)
    speech = Speech(tmp_path / "clips", VoiceChoice(), [pool])
    heard: list[str] = []

    def render() -> None:
        try:
            speech.render("Lower")
        except SpeechError as error:
            heard.append(str(error))

    thread = threading.Thread(target=render)
    thread.start()
    fifo.read_bytes()  # comes back when the worker runs
    speech.close()
    speech.close()
    thread.join()
    assert heard == ["The voice has been closed."]
    assert caplog.messages == []


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program that writes speech like espeak-ng, unless it is told to crash."""
    script = tmp_path / "espeak"
    script.write_text(SCRIPT.format(python=sys.executable))
    script.chmod(0o755)
    return Program(str(script), lambda take: ("-w", str(take.path)), ".wav", Patience())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script with a first line")
def test_a_program_of_the_system_steps_in(fake_speech: FakeSpeech, program: Program) -> None:
    speech = fake_speech("dies-at-start", fallbacks=(program,))
    clip = speech.render("Lower")
    assert b"Lower.Lower." in clip.read_bytes()
    assert not speech.lost
    assert speech.state().driver == program.name
    assert speech.cached("Lower") == clip
    assert speech.voices() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script with a first line")
def test_a_program_may_fail_too(fake_speech: FakeSpeech, program: Program) -> None:
    speech = fake_speech("dies-at-start", fallbacks=(program,))
    with pytest.raises(SpeechError, match="word it differently"):
        speech.render("unsayable")
    assert not speech.lost
    with pytest.raises(SpeechError, match=r"ended without an answer"):
        speech.render("crash")
    assert speech.lost


def test_a_program_that_is_not_installed_is_passed_over(fake_speech: FakeSpeech) -> None:
    missing = Program("no-such-espeak", lambda _: (), ".wav", Patience())
    speech = fake_speech("dies-at-start", fallbacks=(missing,))
    with pytest.raises(SpeechError, match=NO_VOICE):
        speech.render("Lower")
