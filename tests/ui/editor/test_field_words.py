"""What is wrong is said of the field, in the words that stand above it."""

import pytest

from longstride.ui.editor.drill_fields import DrillFields
from longstride.ui.editor.field_words import FIELD_NAMES, field_words
from longstride.ui.editor.page import EditorPage
from longstride.ui.look.palette import DARK
from longstride.ui.look.theme import Theme
from ui.see_catalogue import CATALOGUE

OTHERS = {"drill", "dose", "keep"}  # what is chosen, and has no name above it


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("reps = 0 is too small; the least is 1", "Repetitions: 0 is too small; the least is 1"),
        ("in = 20 is too large; the most is 14", "Breath in: 20 is too large; the most is 14"),
        ("line is 40 characters long; shorten", "One line is 40 characters long; shorten"),
        ("level is too long; write at most 24", "Level is too long; write at most 24"),
        ("a text in cues is empty; write something", "a text in Cues is empty; write something"),
        ('title is missing; write title = "My hips"', "Title is missing"),
        ('cues: "…" has nothing to be spoken', 'Cues: "…" has nothing to be spoken'),
        (
            'the drill asks for a warning; write warn = "..." of at most 14 words',
            "the drill asks for a warning; fill in “Warning” with at most 14 words",
        ),
        (
            '"glute-bridge" (activate) cannot come after "couch-stretch" (end range)',
            "“Glute bridge” (activate) cannot come after “Couch stretch” (end range)",
        ),
        ('there is no drill "such"', 'there is no drill "such"'),
        (
            "say the place, and what moves in move",
            "say the place, and what moves in “What will move”",
        ),
        ("occasions is too long a list; it may hold 8",) * 2,
    ],
)
def test_a_sentence_names_the_field(told: str, said: str) -> None:
    assert field_words(told, CATALOGUE) == said


def test_every_field_has_a_name_to_be_called_by(qtbot: object) -> None:
    theme = Theme(DARK, 100)
    page, drill = EditorPage(theme), DrillFields(theme)
    step, words = page.aside.step, page.aside.words
    keys = {*step.dose.fields, *step.words.keys, *words.keys, *drill.row.keys}
    assert {key for key in keys if " " not in key} - OTHERS <= FIELD_NAMES.keys()
