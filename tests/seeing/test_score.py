"""The count of what fresh eyes saw."""

import json
import sys
from pathlib import Path

import pytest

from seeing import score
from seeing.score import Answer, AnswersError, read_answers, told

KEY = {"01": "Glute bridge", "02": "Low bridge", "03": "90/90 switch", "04": "Step-up"}


def test_answers_are_read_as_they_are_written() -> None:
    text = "# by other eyes\n\n1 glute BRIDGE sure\n02. Low bridge, unsure\n3: 90/90 switch # ?\n"
    assert read_answers(text, KEY) == {
        "01": Answer("Glute bridge", True),
        "02": Answer("Low bridge", False),
        "03": Answer("90/90 switch", False),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Glute bridge", 'line 1: "Glute bridge"; write "07 Glute bridge sure", say'),
        ("\n05 Step-up", "line 2: there is no picture 05"),
        ("1 Step-up\n01 Step-up", "line 2: picture 01 was answered before"),
        ("1 Glut bridge", 'no drill is called "Glut bridge"; did you mean "Glute bridge"?'),
    ],
)
def test_a_line_that_is_no_answer_is_named(text: str, said: str) -> None:
    with pytest.raises(AnswersError) as error:
        read_answers(text, KEY)
    assert said in str(error.value)


def test_what_was_taken_for_what_is_told() -> None:
    answers = read_answers("1 Low bridge sure\n2 Low bridge sure\n3 90/90 switch", KEY)
    assert list(told(KEY, answers)) == [
        "2 of 4 at first guess, 1 of them surely",
        "01 Glute bridge: surely taken for Low bridge",
        "04 Step-up: no answer",
        "03 90/90 switch: seen, not surely",
    ]


def test_a_key_and_answers_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    key, answers = tmp_path / "key.json", tmp_path / "answers.txt"
    key.write_text(json.dumps({"seed": 1, "pictures": KEY}))
    answers.write_text("".join(f"{number} {name} sure\n" for number, name in KEY.items()))
    monkeypatch.setattr(sys, "argv", ["score.py", str(key), str(answers)])
    assert score.main() == 0
    assert capsys.readouterr().out == "4 of 4 at first guess, 4 of them surely\n"
    answers.write_text("what is this")
    assert score.main() == 2
    assert capsys.readouterr().err.count("\n") == 1
