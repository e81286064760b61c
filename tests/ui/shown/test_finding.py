"""What a search finds first, here and on every page that searches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.ui.drills.cards import drill_cards
from longstride.ui.editor.catalogue import offered
from longstride.ui.shown.finding import FoundBy, farness, found_by, nearest_first
from ui.see_catalogue import CATALOGUE

THINGS = {
    "text": found_by("Bridge", texts=("For the adductors, too",)),
    "muscle": found_by("Cossack", muscles=("adductors",)),
    "alias": found_by("Frog", ("Adductor stretch",)),
    "inside": found_by("The readductor"),
    "name": found_by("Rock-back of the adductor"),
    "begins": found_by("Adductor rock-back"),
    "none": found_by("Hinge", muscles=("hamstrings",)),
}


def found(wanted: str) -> list[str]:
    return [name for name, _ in nearest_first(THINGS.items(), lambda each: each[1], wanted)]


def test_a_name_beats_another_name_a_muscle_and_any_text() -> None:
    assert found("Adductor") == ["begins", "name", "inside", "alias", "muscle", "text"]


def test_every_word_has_to_be_there_and_without_words_all_stay_as_they_stood() -> None:
    assert found("adductor rock") == ["begins", "name"]
    assert found("rock frog") == []
    assert found("  ") == list(THINGS)


@pytest.mark.parametrize("words", ["adductor", "ADDUCTOR", " adductor  rock"])
def test_the_adductor_rock_back_is_first_among_all_drills(words: str) -> None:
    cards = nearest_first(drill_cards(CATALOGUE.values(), ()), lambda c: c.found_by, words)
    offers = nearest_first(offered(CATALOGUE), lambda each: each.found_by, words)
    assert cards[0].name == offers[0].name == "Adductor rock-back"


any_word = st.text("ab -", max_size=6)
any_thing = st.builds(found_by, any_word, *[st.lists(any_word, max_size=2)] * 3)


@given(by=any_thing, words=any_word, more=any_word)
def test_more_words_never_lie_nearer(by: FoundBy, words: str, more: str) -> None:
    near, far = farness(by, words), farness(by, f"{words} {more}")
    whole = "\n".join((by.name, by.aliases, by.muscles, by.text))
    assert (near is not None) is all(word in whole for word in words.split())
    if near is None:
        assert far is None
    elif far:
        assert far >= near
