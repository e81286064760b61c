"""What a machine lacks is named by its Debian packages, and counted."""

from pathlib import Path

import pytest

from wanted import ACCESSIBLE, MIME, SOUND_SERVER, is_here, lacking, summary

EVERYTHING = ("dbus-daemon", "openbox", "xdotool", ACCESSIBLE, MIME, *SOUND_SERVER)


def test_a_program_that_is_not_on_the_path_is_named_by_its_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert lacking("dbus-daemon") == "wants dbus-daemon"
    assert lacking(*SOUND_SERVER) == "wants pulseaudio and pulseaudio-utils"
    assert "xvfb" in lacking("openbox", screen=True)
    (tmp_path / "openbox").touch(mode=0o755)
    assert not lacking("openbox")
    assert all(lacking(each) for each in EVERYTHING if not is_here(each))


def test_what_was_left_out_is_counted_by_package() -> None:
    reasons = ["Skipped: wants xvfb", "Skipped: only root can", "Skipped: wants xvfb"]
    assert list(summary(reasons)) == ["3 skipped", "   2 want xvfb", "   1 only root can"]
    assert list(summary([])) == []
