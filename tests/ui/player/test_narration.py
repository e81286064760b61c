"""Who speaks while a flow runs: asked once, and only where a screen reader is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible

from longstride.paths import Paths
from longstride.settings import Narrator, Settings, load_settings, save_settings
from longstride.ui.intentions.leading import Start
from longstride.ui.player.who_speaks_dialog import WhoSpeaksDialog
from ui.house import QUIET, House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)")


@pytest.fixture
def screen_reader() -> Iterator[None]:
    """Let Qt believe that a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_nobody_is_asked_without_a_screen_reader(house: House) -> None:
    assert house.shown(WhoSpeaksDialog) is None
    house.start()
    assert house.page.tells_steps is False


def test_it_is_asked_at_the_start_once(
    screen_reader: None, build: Callable[..., House], paths: Paths
) -> None:
    save_settings(paths.settings_file, Settings(**QUIET))  # type: ignore[arg-type]
    house = build().open()
    house.press("My screen reader")
    assert house.engine.settings.narrator is Narrator.READER
    assert load_settings(paths.settings_file)[0].narrator is Narrator.READER
    house.start()
    assert house.shown(WhoSpeaksDialog) is None
    assert house.page.tells_steps


def test_a_reader_that_comes_later_is_asked_about_at_the_first_flow(
    house: House, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("screen_reader")
    house.application.want(Start("two-steps", None))
    assert not house.leading
    house.press("Longstride")
    house.wait_until_led()
    assert house.engine.settings.narrator is Narrator.LONGSTRIDE
    assert house.page.tells_steps is False
    assert house.coach.voice_trouble is None


def test_with_the_reader_speaking_no_word_is_rendered_and_the_tones_go_on(house: House) -> None:
    house.engine.settings = replace(house.engine.settings, narrator=Narrator.READER)
    levels = []
    mix = house.engine.mix
    house.engine.mix = lambda timeline, level, clips: (  # type: ignore[method-assign]
        levels.append(level) or mix(timeline, level, clips)
    )
    house.start()
    assert house.page.tells_steps
    assert house.voice.said == []
    assert {level.voice_db for level in levels} == {-120.0}
    assert {level.tones_db for level in levels} == {0.0}
