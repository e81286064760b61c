"""Beginning a flow and passing one on, from the command line."""

import json
from pathlib import Path

import pytest

from longstride.command.main import main

Said = pytest.CaptureFixture[str]


def _set(name: str) -> dict[str, object]:
    return {"repetitions": 1, "exercises": [{"name": name, "duration": 40}]}


WORKOUTS = {
    "workouts": [
        {"title": title, "sets": [_set(name)]}
        for title, name in (("One", "Couch stretch"), ("Two", "Squats"))
    ]
}


def test_a_flow_is_begun_among_ones_own_and_can_be_led(own_data: Path, capsys: Said) -> None:
    assert main(["new", "Wind down"]) == 0
    file = own_data / "data" / "flows" / "wind-down-2.flow.toml"
    assert f"{file}: write its steps there" in capsys.readouterr().out
    assert main(["check", str(file)]) == 0
    assert main(["new", "..."]) == 2
    assert "nothing in it that can be spoken" in capsys.readouterr().err


def test_a_copy_is_the_flow_to_the_byte_and_ones_own_has_its_id(
    own_data: Path, tmp_path: Path, capsys: Said
) -> None:
    output = tmp_path / "club.flow.toml"
    assert main(["copy", "Post-run five", "-o", str(output)]) == 0
    shipped = Path(__file__).parents[2] / "assets" / "flows" / "post-run-five.toml"
    assert output.read_bytes() == shipped.read_bytes()
    flows = own_data / "data" / "flows"
    (flows / "mine.flow.toml").write_bytes(shipped.read_bytes())
    assert main(["copy", "mine", "-o", str(output)]) == 0
    text = output.read_text()
    assert text.replace('id = "mine"\n', "", 1) == shipped.read_text()
    again = tmp_path / "again.toml"
    assert main(["copy", str(output), "-o", str(again)]) == 0
    assert again.read_bytes() == output.read_bytes()
    assert main(["copy", "post-run-five", "-o", str(tmp_path / "x.txt")]) == 2
    assert "does not end in .toml" in capsys.readouterr().err
    assert main(["copy", "post-run-five", "-o", str(tmp_path / "none" / "x.toml")]) == 2


def test_the_workouts_of_another_app_become_flows(
    own_data: Path, tmp_path: Path, capsys: Said
) -> None:
    file = tmp_path / "Backup.json"
    file.write_text(json.dumps(WORKOUTS))
    (tmp_path / "club-2.flow.toml").write_text("mine")
    assert main(["copy", str(file), "-o", str(tmp_path / "club.flow.toml")]) == 0
    assert "“Squats” is no drill here" in capsys.readouterr().err
    assert (tmp_path / "club-2.flow.toml").read_text() == "mine"
    both = [str(tmp_path / name) for name in ("club.flow.toml", "club-3.flow.toml")]
    assert main(["check", *both]) == 0
    file.write_text("{}")
    assert main(["copy", str(file), "-o", str(tmp_path / "club.flow.toml")]) == 2
    assert "export a workout in that app" in capsys.readouterr().err
