"""What reaches a voice of all that the shipped flows say: words, in letters it can read."""

import re

import pytest

import fakes
from golden_listings import ASSETS, bundled_flows
from longstride.content import load_catalogue
from longstride.core.flow.flow import Flow
from longstride.core.flow.talk import Talk
from longstride.core.letters import strange_words
from longstride.core.timeline.adapt import lighter_flow
from longstride.core.timeline.bouts import write_out
from longstride.core.timeline.compiler import wanted_sentences
from longstride.speech.spelling import spelled
from longstride.speech.voice import Driver, VoiceChoice

FLOWS = bundled_flows()
CATALOGUE = load_catalogue(ASSETS / "drills")
NATURAL = Driver("natural", "bundled", "1")


def said(flow: Flow) -> set[str]:
    """Return every sentence of a flow at every level, also made lighter."""
    both = (flow, lighter_flow(flow, CATALOGUE))
    spoken = [talk for talk in Talk if talk.speaks]
    return {
        text
        for each in both
        for talk in spoken
        for text in wanted_sentences(each, fakes.told(talk), write_out(each))
    }


@pytest.mark.parametrize("flow", FLOWS.values(), ids=FLOWS.keys())
def test_nothing_but_words_reaches_a_voice(flow: Flow) -> None:
    sentences = said(flow)
    assert sentences
    for text in sentences:
        given = spelled(text, VoiceChoice(), NATURAL)
        assert not re.search(r"[^\w\s,.;:!?'’“”\"-]|\d", given), given
        assert given[0].isupper(), given
        assert given[-1] in ".!?", given
        assert strange_words(given) == ()
