from collections import deque
from dataclasses import replace
from pathlib import Path

import fakes
from longstride.core.errors import SoundError
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.timeline.adapt import lighter_flow, perform
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.listing import as_json, as_lines
from longstride.core.timeline.timeline import CueKind
from longstride.leading.preparation import Preparation
from longstride.sound.clips import Clip
from longstride.voice_clips import VoiceClips

FLOW = fakes.flow(
    fakes.step(),
    fakes.step(fakes.HOLD),
    fakes.step(fakes.drill("step-down", setup="Stand on a step.")),
)


def preparing(speech: object, talk: Talk = Talk.FULL) -> tuple[Preparation, VoiceClips]:
    voice_clips = VoiceClips(speech, speech.choice, fakes.read_clip)  # type: ignore[arg-type]
    return Preparation(voice_clips, fakes.told(talk)), voice_clips


def rest(preparation: Preparation, flow: Flow = FLOW) -> list[tuple[int, int]]:
    return list(preparation.rest(perform(flow), lighter_flow(flow, {})))


def test_first_words_come_first_then_two_steps_then_the_rest() -> None:
    speech = fakes.SayAnything()
    preparation, _ = preparing(speech)
    preparation.first(perform(FLOW))
    assert speech.said == ["Test flow.", "Take a breath.", "First: Hip hinge."]
    preparation.steps(perform(FLOW))
    assert "Stand on a step." not in speech.said
    rest(preparation)
    assert "Stand on a step." in speech.said


def test_the_rest_is_told_as_so_many_of_so_many_and_holds_the_lighter_words() -> None:
    preparation, voice_clips = preparing(fakes.SayAnything())
    preparation.first(perform(FLOW))
    steps = rest(preparation)
    assert [done for done, _ in steps] == list(range(1, len(steps) + 1))
    assert {total for _, total in steps} == {len(steps)}
    assert {fakes.PHRASES.lighter, fakes.PHRASES.full} <= voice_clips.clips.keys()


def test_what_is_known_is_not_rendered_again() -> None:
    speech = fakes.SayAnything()
    preparation, _ = preparing(speech)
    rest(preparation)
    said = len(speech.said)
    assert rest(preparation) == []
    assert len(speech.said) == said


def test_many_clips_of_other_flows_are_let_go_of() -> None:
    speech = fakes.SayAnything()
    preparation, voice_clips = preparing(speech)
    long = tuple(f"{number} {'word ' * 400}" for number in range(10))  # 12 MB of float32 each
    deque(voice_clips.learn(long), maxlen=0)
    preparation.first(perform(FLOW))
    assert set(long) < voice_clips.clips.keys()
    rest(preparation)
    assert set(long).isdisjoint(voice_clips.clips)
    assert {cue.text for cue in preparation.compile(perform(FLOW)).cues if cue.kind.is_speech} <= (
        voice_clips.clips.keys()
    )


def test_few_clips_of_other_flows_are_kept() -> None:
    preparation, voice_clips = preparing(fakes.SayAnything())
    deque(voice_clips.learn(["Something else."]), maxlen=0)
    rest(preparation)
    assert "Something else." in voice_clips.clips


def test_one_gain_counts_for_the_whole_voice() -> None:
    preparation, voice_clips = preparing(fakes.SayAnything())
    preparation.first(perform(FLOW))
    assert {float(clip.samples[0]) for clip in voice_clips.clips.values()} == {0.5}


def test_the_timeline_is_compiled_from_what_was_measured() -> None:
    preparation, voice_clips = preparing(fakes.SayAnything())
    rest(preparation)
    timeline = preparation.compile(perform(FLOW))
    assert timeline == compile_flow(FLOW, voice_clips.lengths, fakes.FULL)
    ready = next(cue for cue in timeline.cues if cue.text == fakes.PHRASES.ready)
    assert ready.end - ready.start == 200 + 60 * len(fakes.PHRASES.ready)


def test_a_farewell_is_rendered_and_said_last_and_leaves_the_flow_alone() -> None:
    speech, performance = fakes.SayAnything(), perform(replace(FLOW, closing="That was it."))
    preparation = Preparation(
        VoiceClips(speech, speech.choice, fakes.read_clip), fakes.FULL, "Well come. Well done."
    )  # type: ignore[arg-type]
    deque(preparation.whole(performance), maxlen=0)
    *_, own, first, last = preparation.compile(performance).cues
    assert [cue.text for cue in (own, first, last)] == ["That was it.", "Well come.", "Well done."]
    assert {"Well come.", "Well done."} <= set(speech.said)
    assert performance.flow.closing == "That was it."


def test_without_a_voice_the_captions_stay_and_the_trouble_is_told() -> None:
    preparation, voice_clips = preparing(fakes.SayNothing())
    rest(preparation)
    assert voice_clips.clips == {}
    assert "tones and captions" in (preparation.trouble or "")
    timeline = preparation.compile(perform(FLOW))
    assert any(cue.kind is CueKind.SAY for cue in timeline.cues)


def test_tones_only_renders_nothing() -> None:
    speech = fakes.SayAnything()
    preparation, _ = preparing(speech, Talk.TONES)
    preparation.first(perform(FLOW))
    assert rest(preparation) == []
    assert speech.said == []
    preparation.compile(perform(FLOW), [(60_000, fakes.PHRASES.lighter)])


def test_a_sentence_that_fails_is_named_though_later_ones_succeed() -> None:
    ready = fakes.PHRASES.ready
    speech = fakes.SayMost("Take a breath.", ready, "Never said in it.")
    preparation, voice_clips = preparing(speech)
    rest(preparation)
    assert preparation.trouble is None
    timeline = preparation.compile(perform(FLOW))
    assert preparation.unspoken(timeline) == {
        "Take a breath.": "The voice choked.",
        ready: "The voice choked.",
    }
    speech.failing = {ready}
    rest(preparation)  # it is tried again, and comes
    assert list(preparation.unspoken(timeline)) == [ready]
    assert set(voice_clips.unspoken) == {ready}


def test_without_any_voice_no_sentence_is_named_for_all_are_missing() -> None:
    preparation, voice_clips = preparing(fakes.SayNothing())
    rest(preparation)
    assert voice_clips.unspoken
    assert preparation.unspoken(preparation.compile(perform(FLOW))) == {}


def test_where_nothing_is_to_be_spoken_nothing_fails() -> None:
    preparation, voice_clips = preparing(fakes.SayMost("Take a breath."))
    rest(preparation)
    timeline = preparation.compile(perform(FLOW))
    quiet = Preparation(voice_clips, fakes.FULL, voiced=False)
    assert quiet.unspoken(timeline) == {}


def test_a_clip_that_cannot_be_read_is_named_as_well() -> None:
    def read(path: Path) -> Clip:
        if path.name == "Take a breath.":
            raise SoundError("Its file is damaged.")
        return fakes.read_clip(path)

    speech = fakes.SayAnything()
    voice_clips = VoiceClips(speech, speech.choice, read)  # type: ignore[arg-type]
    preparation = Preparation(voice_clips, fakes.FULL)
    rest(preparation)
    timeline = preparation.compile(perform(FLOW))
    assert preparation.unspoken(timeline) == {"Take a breath.": "Its file is damaged."}


def test_the_listing_names_what_is_not_spoken() -> None:
    preparation, _ = preparing(fakes.SayMost("Take a breath."))
    rest(preparation)
    timeline = preparation.compile(perform(FLOW))
    unspoken = preparation.unspoken(timeline)
    *_, heading, line = as_lines(FLOW, timeline, unspoken)
    assert heading == "Not spoken, 1 in all:"
    assert line == "  “Take a breath.”: The voice choked."
    assert not any("Not spoken" in line for line in as_lines(FLOW, timeline))
    told = as_json(timeline, unspoken)["unspoken"]
    assert told == [{"text": "Take a breath.", "reason": "The voice choked."}]
