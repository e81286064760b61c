"""The real worker and the real bundled voice."""

import os
import threading
import wave
from pathlib import Path

import psutil
import pytest

from longstride.core.errors import SpeechError
from longstride.speech.cache import ClipCache, is_whole
from longstride.speech.speech import Speech
from longstride.speech.voice import Driver, VoiceChoice
from longstride.speech.worker_pipe import Patience
from longstride.speech.worker_pool import WorkerPool
from speech.conftest import system_voice

NOWHERE = [WorkerPool("system", ("/no/such/program",), Patience(), 2)]


def length(clip: Path) -> int:
    """Milliseconds of a clip."""
    with wave.open(str(clip), "rb") as sound:
        return round(sound.getnframes() / sound.getframerate() * 1000)


def workers() -> list[psutil.Process]:
    found = psutil.Process().children()
    return [worker for worker in found if "longstride.speech.worker" in worker.cmdline()]


def test_a_sentence_becomes_a_sound(speech: Speech) -> None:
    short, long = speech.render("Lower"), speech.render("Lower for four, then press up again")
    assert is_whole(short)
    assert length(short) + 1000 < length(long) < 6000


def test_a_clip_is_found_without_starting_anything(speech: Speech, tmp_path: Path) -> None:
    clip = speech.render("Lower")
    again = Speech(tmp_path / "clips", VoiceChoice(), NOWHERE)
    assert again.cached("Lower") == clip
    assert again.render(" Lower\n") == clip
    assert dict(again.render_all(["Lower"])) == {"Lower": clip}
    assert not again.lost, "nobody asked the missing program"
    assert again.cached("Rise") is None
    assert again.cached("") is None


def test_nothing_starts_before_it_is_needed(speech: Speech) -> None:
    assert speech.cached("Lower") is None
    assert workers() == []
    speech.render("Lower")
    assert len(workers()) == 1
    speech.close()
    assert workers() == []


def test_the_rate_is_kept(speech: Speech) -> None:
    lengths = []
    for _ in range(30):
        lengths.append(length(speech.render("Knees under hips, low back quiet")))
        speech.forget("Knees under hips, low back quiet")
    assert max(lengths) - min(lengths) < 20, "espeak's own spread is 11 ms; a lost rate is 30 %"


def test_the_rate_is_kept_by_workers_side_by_side(speech: Speech) -> None:
    texts = [f"Lower for number {number} now" for number in range(30, 40)]
    slow = {text: length(clip) for text, clip in speech.render_all(texts) if isinstance(clip, Path)}
    speech.choose(VoiceChoice(rate=200))
    fast = {text: length(clip) for text, clip in speech.render_all(texts) if isinstance(clip, Path)}
    assert all(slow[text] > fast[text] * 1.2 for text in texts)


def test_a_killed_child_is_replaced(speech: Speech) -> None:
    speech.render("Lower")
    for worker in workers():
        worker.kill()
        worker.wait()
    assert is_whole(speech.render("Rise"))
    assert not speech.lost


@pytest.mark.parametrize(
    "text", ["Привет", "Runner 👟", "日本語", "a\nb", "-v", "<speak>", "'; $(x)"]
)
def test_any_text_with_something_to_say_is_said(speech: Speech, text: str) -> None:
    assert length(speech.render(text)) > 300


def test_a_text_with_nothing_to_say_does_no_harm(speech: Speech) -> None:
    with pytest.raises(SpeechError, match="nothing to say"):
        speech.render("...")
    assert is_whole(speech.render("Lower"))


def test_a_broken_clip_is_rendered_again(speech: Speech) -> None:
    clip = speech.render("Lower")
    os.truncate(clip, 44)
    assert speech.cached("Lower") is None
    assert speech.render("Lower") == clip
    assert is_whole(clip)


def test_many_sentences_come_in_their_order_each_once(speech: Speech) -> None:
    texts = ["Ready", "Lower", "...", "Rise", "Lower", "Hold"]
    clips = list(speech.render_all(texts))
    assert [text for text, _ in clips] == ["Ready", "Lower", "...", "Rise", "Hold"]
    assert [isinstance(clip, SpeechError) for _, clip in clips] == [
        False,
        False,
        True,
        False,
        False,
    ]
    assert len(list(speech.render("Lower").parent.glob("*.part*"))) == 0


def test_leaving_early_stops_the_rest(speech: Speech) -> None:
    texts = [f"Number {number}" for number in range(100)]
    clips = speech.render_all(texts)
    assert next(clips)[0] == "Number 0"
    clips.close()
    assert speech.cached("Number 99") is None


def test_clips_of_another_driver_are_not_mixed_in(tmp_path: Path) -> None:
    cache, choice = ClipCache(tmp_path), VoiceChoice()
    old = Driver("espeak", "system", "1.40")
    place = cache.place(old, None, choice, "Lower.")
    cache.remember("system", old)
    with Speech(tmp_path, choice, [system_voice()]) as speech:
        place.write_bytes(speech.render("Rise").read_bytes())
    cache.remember("system", old)
    with Speech(tmp_path, choice, [system_voice()]) as speech:
        assert speech.cached("Lower") == place
        clips = dict(speech.render_all(["Lower", "Hold"]))
        assert clips["Lower"] != place


def test_the_state_names_what_speaks(speech: Speech) -> None:
    state = speech.state()
    assert state.driver and state.version and not state.lost
    assert state.voices == len(speech.voices()) > 1
    assert state.voice is not None
    assert state.voice.language == "en-gb"


def test_a_voice_that_is_gone_gives_way_to_the_best_one(speech: Speech) -> None:
    clip = speech.render("Lower")
    speech.choose(VoiceChoice(voice="uninstalled"))
    assert speech.cached("Lower") == clip


def test_another_voice_makes_another_clip(speech: Speech) -> None:
    clip = speech.render("Lower")
    german = next(voice for voice in speech.voices() if voice.language == "de")
    speech.choose(VoiceChoice(voice=german.id))
    assert speech.choice.voice == german.id
    assert speech.cached("Lower") is None
    assert speech.render("Lower").read_bytes() != clip.read_bytes()


def test_a_folder_with_an_odd_name_will_do(tmp_path: Path) -> None:
    with Speech(tmp_path / "Ünï cödé's" / ("long" * 40), VoiceChoice(), [system_voice()]) as speech:
        assert is_whole(speech.render("Lower"))


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "clips").write_text("in the way")
    with Speech(tmp_path / "clips", VoiceChoice(), [system_voice()]) as speech:
        with pytest.raises(SpeechError, match="make room"):
            speech.render("Lower")
        assert "make room" in speech.state().lost


def test_several_threads_may_ask_at_once(speech: Speech) -> None:
    clips: list[Path] = []
    words = ["Lower", "Rise", "Lower", "Hold", "Rest", "Lower"]
    threads = [
        threading.Thread(target=lambda word=word: clips.append(speech.render(word)))
        for word in words
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(clips)) == 4
    assert all(is_whole(clip) for clip in clips)
