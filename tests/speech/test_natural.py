"""The natural voice: the real model in the real worker, and who speaks where it does not."""

import subprocess
import sys
import wave
from importlib.metadata import requires, version
from pathlib import Path

import numpy as np
import psutil
import pytest

from longstride.core.durations import number_word
from longstride.core.errors import SpeechError
from longstride.sound.clips import SPEECH_LUFS, Clip, read_clip
from longstride.sound.loudness import loudness
from longstride.speech.cache import is_whole
from longstride.speech.natural import FIRST_THAT_REPORTS, VOICE, speed
from longstride.speech.speech import Speech
from longstride.speech.voice import VoiceChoice
from longstride.speech.worker_pipe import Patience
from longstride.speech.worker_pool import NaturalVoice, WorkerPool
from speech.conftest import FAKE_WORKER, system_voice
from speech.worker_talk import WorkerTalk
from wanted import want

SENTENCES = (
    "Lower for four, then press up again.",
    "One foot planted, the other leg long, arms crossed.",
    "Hands on the wall, body leaning in one long line.",
    "Breathe out, and let the hip sink.",
)


def only(folder: Path, patience: Patience) -> Speech:
    return Speech(folder, VoiceChoice(), [NaturalVoice(patience)])


def workers() -> list[psutil.Process]:
    started = psutil.Process().children()
    return [each for each in started if "longstride.speech.worker" in each.cmdline()]


def seconds(clip: Path) -> float:
    with wave.open(str(clip), "rb") as sound:
        return sound.getnframes() / sound.getframerate()


def clips_of(speech: Speech, texts: tuple[str, ...]) -> dict[str, Clip]:
    rendered = dict(speech.render_all(texts))
    return {text: read_clip(path) for text, path in rendered.items() if isinstance(path, Path)}


def test_it_speaks_first_where_english_is_wanted(tmp_path: Path) -> None:
    with Speech(tmp_path, VoiceChoice()) as speech:
        state = speech.state()
        assert (state.driver, state.library, state.better) == ("natural", "bundled", ())
        assert state.voice is not None
        assert state.voice.id == VOICE
        for part in ("hibari 0.2.1", f"onnxruntime {version('onnxruntime')}", "pyttsx3 2."):
            assert part in state.version, "a clip is of these versions and of no others"
        assert is_whole(speech.render("Lower"))


def test_the_list_begins_with_it_and_goes_on_with_the_system(tmp_path: Path) -> None:
    with Speech(tmp_path, VoiceChoice()) as speech:
        first, *others = speech.voices()
        assert first.natural
        assert not first.pitched
        assert {"en-gb", "de"} <= {voice.language for voice in others}
        assert not any(voice.natural for voice in others)


def test_to_list_its_voice_again_it_is_not_started(tmp_path: Path) -> None:
    with Speech(tmp_path, VoiceChoice()) as speech:
        speech.voices()
    with Speech(tmp_path, VoiceChoice(), [NaturalVoice(Patience(), ("/no/such",))]) as speech:
        assert [voice.id for voice in speech.voices()] == [VOICE]


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (VoiceChoice(language="de"), "it speaks English only"),
        (VoiceChoice(voice="gmw/en-us"), "another voice was chosen"),
    ],
)
def test_it_leaves_other_wishes_to_the_system(tmp_path: Path, choice: VoiceChoice, why: str):
    with Speech(tmp_path, choice) as speech:
        state = speech.state()
        assert state.driver == "espeak"
        assert state.better == (("natural", why),)


def test_letters_it_cannot_read_are_read_by_the_next(tmp_path: Path) -> None:
    with Speech(tmp_path, VoiceChoice()) as speech:
        with wave.open(str(speech.render("Lower"))) as own:
            assert own.getframerate() == 24_000
        with wave.open(str(speech.render("Привет"))) as other:
            assert other.getframerate() == 22_050


def test_letters_that_nobody_reads_are_said_in_a_sentence(natural: Speech) -> None:
    with pytest.raises(SpeechError, match='No voice here reads the letters of "Привет"'):
        natural.render("Привет")
    assert is_whole(natural.render("Lower"))
    assert not natural.lost


@pytest.mark.parametrize("mode", ["dies-at-start", "no-driver", "refuses", "mute"])
def test_where_it_fails_the_next_best_speaks_without_a_word(tmp_path: Path, mode: str) -> None:
    command = (sys.executable, "-S", str(FAKE_WORKER), mode)
    chain = [NaturalVoice(Patience(), command), system_voice()]
    with Speech(tmp_path, VoiceChoice(), chain) as speech:
        assert is_whole(speech.render("Lower"))
        assert speech.lost == ""
        ((name, why),) = speech.state().better
        assert name == "natural"
        assert why


def test_where_it_did_not_come_along_nothing_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("longstride.speech.worker_pool.find_spec", lambda _: None)
    with Speech(tmp_path, VoiceChoice(), [NaturalVoice(Patience(), ("/no/such",))]) as speech:
        assert "hibari is not installed" in speech.state().lost


def test_the_same_text_gives_the_same_sound(natural: Speech) -> None:
    first = natural.render("Lower for four").read_bytes()
    natural.forget("Lower for four")
    assert natural.render("Lower for four").read_bytes() == first


def test_a_rate_makes_it_slower_and_faster_and_a_pitch_changes_nothing(tmp_path: Path) -> None:
    with only(tmp_path, Patience()) as speech:
        text = "Knees under hips, low back quiet."
        lengths = [seconds(speech.render(text, VoiceChoice(rate=rate))) for rate in (190, 140, 90)]
        assert lengths[0] * 1.2 < lengths[1] < lengths[2] / 1.2
        high = speech.render(text, VoiceChoice(rate=140, pitch=90))
        assert high.read_bytes() == speech.render(text, VoiceChoice(rate=140)).read_bytes()


def test_a_lone_word_is_not_hurried() -> None:
    assert speed("Nine.", 140) > speed("Lower for four.", 140)
    assert speed("Last two.", 140) == 1.0
    assert speed("Last two.", 80) == 0.95
    assert (speed("Any sentence at all.", 20), speed("Any sentence at all.", 900)) == (0.5, 2.0)


def test_a_drivers_exception_is_answered_at_once(tmp_path: Path) -> None:
    """pyttsx3 keeps it to itself; a wait for the file would last until the deadline."""
    with WorkerTalk("natural") as worker:
        failed = worker.render(tmp_path / "no" / "folder", within=600)
        assert "natural failed" in failed["error"]
        assert worker.render(tmp_path / "clip") == {}


def test_a_worker_that_has_nothing_to_do_ends(tmp_path: Path) -> None:
    with only(tmp_path, Patience(idle=0.05)) as speech:
        speech.render("Lower")
        (worker,) = workers()
        assert psutil.wait_procs([worker], timeout=60)[1] == []
        assert is_whole(speech.render("Rise"))
        assert not speech.lost


def test_one_that_reports_to_its_makers_is_not_even_imported(tmp_path: Path) -> None:
    """A newer onnxruntime on the path: refused by its version, before any of it runs."""
    newer = tmp_path / "newer"
    (newer / "onnxruntime-1.32.0.dist-info").mkdir(parents=True)
    (newer / "onnxruntime-1.32.0.dist-info/METADATA").write_text("Version: 1.32.0\n")
    (newer / "onnxruntime.py").write_text("open('reported', 'w').close()\n")
    with WorkerTalk("natural", PYTHONPATH=str(newer), cwd=tmp_path) as worker:
        assert "onnxruntime 1.32.0 reports to its makers" in worker.ask(op="driver")["error"]
    assert not (tmp_path / "reported").exists()


def test_what_is_installed_and_asked_for_is_older_than_that() -> None:
    assert tuple(int(part) for part in version("onnxruntime").split(".")[:2]) < FIRST_THAT_REPORTS
    asked = [line for line in requires("longstride") or () if line.startswith("onnxruntime")]
    assert asked
    assert all("<1.29" in line or "<1.24" in line for line in asked)


def test_sentences_and_counts_are_equally_loud_whoever_speaks(tmp_path: Path) -> None:
    texts = (*SENTENCES, *(number_word(number) for number in range(1, 21)), "Last two.", "Rest.")
    for source in (NaturalVoice(Patience()), system_voice()):
        with Speech(tmp_path, VoiceChoice(), [source]) as speech:
            levels = [loudness(clip.samples) for clip in clips_of(speech, texts).values()]
        assert len(levels) == len(texts)
        assert max(levels) - min(levels) < 1
        assert np.mean(levels) == pytest.approx(SPEECH_LUFS, abs=0.5)


def test_its_clips_are_trimmed_and_begin_and_end_in_silence(natural: Speech) -> None:
    for text, clip in clips_of(natural, SENTENCES).items():
        assert clip.samples[0] == clip.samples[-1] == 0, text
        raw = seconds(natural.render(text)) * 1000
        assert raw - clip.length > 500, "of 300 ms before and 420 after little is left"
        steps = np.abs(np.diff(clip.samples[: 48 * 5]))
        assert steps.max() < 0.02, "no click"


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")
def test_it_opens_no_socket_and_writes_nothing_but_the_clip(tmp_path: Path) -> None:
    want("strace")
    trace, clip = tmp_path / "trace", tmp_path / "clip.wav"
    watched = ("strace", "-f", "-qq", "-o", str(trace), "-e", "trace=%network,%file,openat")
    if subprocess.run((*watched, "true"), check=False, capture_output=True).returncode:
        pytest.skip("nothing may be traced here")
    home = tmp_path / "home"
    home.mkdir()
    places = {name: str(home) for name in ("HOME", "XDG_CACHE_HOME", "TMPDIR")}
    with WorkerTalk("natural", before=watched, PYTHONDONTWRITEBYTECODE="1", **places) as worker:
        worker.ask(op="driver")
        assert worker.render(clip) == {}
    calls = trace.read_text().splitlines()
    assert not [call for call in calls if "socket(" in call or "connect(" in call]
    writing = [call for call in calls if "O_WRONLY" in call or "O_RDWR" in call or "mkdir" in call]
    assert {call.split('"')[1] for call in writing} <= {"/dev/null", "/dev/shm", str(clip)}
    assert any(str(clip) in call for call in writing), "the eyes that see nothing else see this"
    assert list(home.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_it_speaks_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    want("unshare")
    ways = (("unshare", "--net"), ("unshare", "--map-root-user", "--net"))
    allowed = (
        way
        for way in ways
        if not subprocess.run((*way, "true"), check=False, capture_output=True).returncode
    )
    if not (apart := next(allowed, ())):
        pytest.skip("no network namespace may be made here")
    with WorkerTalk("natural", before=apart) as worker:
        worker.ask(op="driver")
        interfaces = Path(f"/proc/{worker.process.pid}/net/dev").read_text().splitlines()
        assert len(interfaces) == 3, "two lines of heading, and lo"
        assert worker.render(tmp_path / "clip") == {}
    assert is_whole(tmp_path / "clip")


def test_a_chosen_system_voice_stays_when_the_natural_one_came(tmp_path: Path) -> None:
    """Who had picked a voice before there was a natural one goes on hearing it."""
    pool = WorkerPool("system", (sys.executable, str(FAKE_WORKER), "well"), Patience(), 1)
    chain = [NaturalVoice(Patience(), ("/no/such",)), pool]
    with Speech(tmp_path, VoiceChoice(voice="gmw/en-us"), chain) as speech:
        assert is_whole(speech.render("Lower"))


def test_a_disk_without_room_is_a_sentence(natural: Speech, tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("in the way")
    with pytest.raises(SpeechError, match="make room"):
        natural.render("Lower")
