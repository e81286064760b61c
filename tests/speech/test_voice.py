import pytest

from longstride.speech.voice import Voice, VoiceChoice, best_voice, tidy_language

VOICES = tuple(
    Voice(f"id/{language}", language, language)
    for language in ("de", "en-us", "en-gb", "en-gb-scotland", "pt-br")
)


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (VoiceChoice(), "en-gb"),
        (VoiceChoice(voice="id/pt-br"), "pt-br"),
        (VoiceChoice(voice="id/pt-br", language="de"), "pt-br"),
        (VoiceChoice(voice="gone"), "en-gb"),
        (VoiceChoice(language="en_US"), "en-us"),
        (VoiceChoice(language="en-nz"), "en-us"),
        (VoiceChoice(language="de-at"), "de"),
    ],
)
def test_the_nearest_voice_is_taken(choice: VoiceChoice, found: str) -> None:
    voice = best_voice(VOICES, choice)
    assert voice is not None
    assert voice.language == found


@pytest.mark.parametrize("voices", [(), VOICES])
def test_a_strange_language_is_left_to_the_driver(voices: tuple[Voice, ...]) -> None:
    assert best_voice(voices, VoiceChoice(language="fi")) is None


def test_languages_are_written_one_way() -> None:
    assert tidy_language(" en_GB ") == "en-gb"
