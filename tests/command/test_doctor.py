"""What ``longstride doctor`` finds."""

import json
from pathlib import Path

import pytest

from longstride.command.main import main

Said = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("qapp")  # or the doctor would make a lesser one, and keep it
def test_doctor_has_a_verdict_on_everything(capsys: Said, own_data: Path) -> None:
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)
    assert {finding["subject"] for finding in findings} == {
        "voice",
        "sound",
        "film",
        "database",
        "content",
        "reminders",
        "log",
        "path",
    }
    assert all(finding["fine"] or finding["remedy"] for finding in findings)
    assert any(str(own_data) in finding["verdict"] for finding in findings)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en-gb", "Heart, by bundled natural hibari"),
        ("de", "Not the natural voice: it speaks Engl"),
    ],
)
def test_doctor_says_which_voice_speaks_and_why_no_better_one(
    capsys: Said, own_data: Path, language: str, told: str
) -> None:
    (own_data / "config").mkdir(parents=True, exist_ok=True)
    settings = {"format": 1, "language": language}
    (own_data / "config/settings.json").write_text(json.dumps(settings))
    main(["doctor", "--json"])
    findings = json.loads(capsys.readouterr().out)
    (voice,) = (each["verdict"] for each in findings if each["subject"] == "voice")
    assert told in voice
