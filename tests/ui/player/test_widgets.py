"""The painted parts of the player: what they show, tell and ask."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme
from longstride.ui.player.breath_ring import BreathRing
from longstride.ui.player.count import Count
from longstride.ui.player.drill_words import DrillText, DrillWords
from longstride.ui.player.flow_strip import FlowStrip
from longstride.ui.player.rep_dots import RepDots
from longstride.ui.player.tempo_bar import Segment, TempoBar, shares
from longstride.ui.widgets.fit_text import FitText, fits

LONG = "Rear-foot-raised split squat with an overhead reach to the other side"
TEMPO = (
    Segment("4 down", 4000, "coral"),
    Segment("1 pause", 1000, "amber"),
    Segment("2 up", 2000, "sea"),
)


def picture(widget: QWidget) -> QImage:
    """Return what a widget looks like on black."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    widget.render(image, renderFlags=QWidget.RenderFlag.DrawChildren)
    return image


def color(widget: QWidget, x: float, y: float) -> str:
    """Return the colour of a pixel."""
    return picture(widget).pixelColor(QPoint(int(x), int(y))).name().upper()


def near(one: str, other: str) -> bool:
    """Return whether two colours are the same but for blending."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return all(abs(a - b) < 40 for a, b in pairs)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme()


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> FlowStrip:
    made = FlowStrip(theme)
    qtbot.addWidget(made)
    made.resize(600, 24)
    made.show_flow((0, 60_000, 90_000), 120_000, ("Rock", "Squat", "Couch"))
    made.show()
    return made


@pytest.mark.parametrize("size", [(700, 60), (300, 80), (200, 40), (60, 30)])
def test_text_always_stays_inside(qtbot: QtBot, theme: Theme, size: tuple[int, int]) -> None:
    label = FitText(theme, 44)
    qtbot.addWidget(label)
    label.resize(*size)
    label.show_text(LONG)
    font, shown = label.fitted()
    assert fits(shown, font, label.rect())
    assert shown == LONG or shown.endswith("…")
    assert label.text() == LONG


def test_short_text_is_as_large_as_allowed(qtbot: QtBot, theme: Theme) -> None:
    label = FitText(theme, 44)
    qtbot.addWidget(label)
    label.resize(400, 80)
    label.show_text("Hold")
    assert label.fitted()[0].pixelSize() == 44
    theme.change(DARK, 150, False)
    assert label.fitted()[0].pixelSize() == 66


@pytest.mark.parametrize("text", ["3", "18", "120"])
def test_a_count_fills_its_height_and_never_its_neighbour(
    qtbot: QtBot, theme: Theme, text: str
) -> None:
    count = Count(theme)
    qtbot.addWidget(count)
    count.resize(420, 220)
    count.show_text(text)
    image = picture(count)
    ink = [
        (x, y)
        for x in range(0, 420, 2)
        for y in range(220)
        if near(image.pixelColor(x, y).name(), DARK.text)
    ]
    left, right = min(x for x, _ in ink), max(x for x, _ in ink)
    top, bottom = min(y for _, y in ink), max(y for _, y in ink)
    assert 0 <= left <= 12
    assert right < 419
    assert 0 < top < bottom < 219
    if text != "120":
        assert bottom - top > 200


def test_a_tempo_bar_is_filled_as_far_as_the_repetition(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    qtbot.addWidget(bar)
    bar.resize(600, 14)
    bar.show_rep(TEMPO)
    bar.show_at(0, 0.5)
    assert color(bar, 80, 7) == DARK.coral
    assert color(bar, 250, 7) != DARK.coral
    bar.show_at(2, 0.5)
    assert color(bar, 250, 7) == DARK.coral
    assert color(bar, 380, 7) == DARK.amber
    assert color(bar, 450, 7) == DARK.sea
    assert color(bar, 580, 7) != DARK.sea
    assert bar.accessibleName() == "Tempo of this repetition: 2 up"


@given(
    st.floats(100, 2000),
    st.lists(st.tuples(st.integers(500, 9000), st.floats(5, 150)), min_size=1, max_size=4),
)
def test_shares_fill_the_room_and_hold_their_labels(
    room: float, parts: list[tuple[int, float]]
) -> None:
    lengths, least = [length for length, _ in parts], [width for _, width in parts]
    widths = shares(room, lengths, least)
    assert sum(widths) == pytest.approx(room)
    if sum(least) <= room:
        assert all(width >= low - 1e-6 for width, low in zip(widths, least, strict=True))
    free = [
        (width, length)
        for (length, low), width in zip(parts, widths, strict=True)
        if width > low + 1e-6
    ]
    if sum(least) < room:
        for width, length in free:
            assert width / length == pytest.approx(free[0][0] / free[0][1])


def test_dots_show_done_now_and_to_come(qtbot: QtBot, theme: Theme) -> None:
    dots = RepDots(theme)
    qtbot.addWidget(dots)
    dots.resize(500, 28)
    dots.show_reps(3, 6)
    ground = color(dots, 499, 1)
    assert near(color(dots, 12, 14), DARK.text)
    assert color(dots, 38 * 2 + 12, 14) == ground
    assert near(color(dots, 38 * 2 + 2, 14), DARK.coral)
    assert dots.accessibleName() == "Repetitions: rep 3 of 6"


@pytest.mark.parametrize("total", [12, 20, 60])
def test_many_repetitions_fit_the_width(qtbot: QtBot, theme: Theme, total: int) -> None:
    dots = RepDots(theme)
    qtbot.addWidget(dots)
    dots.resize(360, 24)
    dots.show_reps(total, total)
    image, ground = picture(dots), color(dots, 0, 0)
    assert all(image.pixelColor(359, y).name().upper() == ground for y in range(24))
    places = [(x, y) for x in range(150, 300) for y in range(24)]
    assert any(near(image.pixelColor(x, y).name(), DARK.coral) for x, y in places)


def test_a_breath_ring_fills_and_its_disc_widens(qtbot: QtBot, theme: Theme) -> None:
    ring = BreathRing(theme)
    qtbot.addWidget(ring)
    ring.resize(120, 120)
    ring.show_breath(True, 0.5)
    assert near(color(ring, 115, 60), DARK.sea)
    assert not near(color(ring, 5, 60), DARK.sea)
    narrow = 60 + 55 * 0.45
    ring.show_breath(True, 0.0)
    assert not near(color(ring, narrow, 60), DARK.sea)
    ring.show_breath(True, 1.0)
    assert near(color(ring, narrow, 60), DARK.sea)
    assert ring.text() == "breathe in"


def test_reduced_motion_leaves_the_disc_still(qtbot: QtBot) -> None:
    ring = BreathRing(Theme(reduced_motion=True))
    qtbot.addWidget(ring)
    ring.resize(120, 120)
    ring.show_breath(True, 0.0)
    assert near(color(ring, 60 + 55 * 0.45, 60), DARK.sea)


def test_a_screen_reader_hears_whole_steps_only(qtbot: QtBot, theme: Theme) -> None:
    bar = TempoBar(theme)
    qtbot.addWidget(bar)
    bar.resize(600, 14)
    bar.show_rep(TEMPO)
    heard: list[str] = []
    for index in range(3):
        for part in range(60):
            bar.show_at(index, part / 60)
            heard.append(bar.accessibleName().removeprefix("Tempo of this repetition: "))
    assert heard == [name for name in ("4 down", "1 pause", "2 up") for _ in range(60)]


def test_a_click_on_the_strip_asks_for_that_place(qtbot: QtBot, strip: FlowStrip) -> None:
    with qtbot.waitSignal(strip.seek) as asked:
        qtbot.mouseClick(
            strip, Qt.MouseButton.LeftButton, pos=QPoint(round(strip.x_at(75_000)), 12)
        )
    assert asked.args == [pytest.approx(75_000, abs=250)]


@given(position=st.integers(0, 119_999))
def test_a_place_on_the_strip_and_back(qtbot_strip: FlowStrip, position: int) -> None:
    assert qtbot_strip.position_at(qtbot_strip.x_at(position)) == pytest.approx(position, abs=2)


@pytest.fixture(scope="module")
def qtbot_strip(qapp: object) -> FlowStrip:
    made = FlowStrip(Theme())
    made.resize(600, 24)
    made.show_flow((0, 60_000, 90_000), 120_000, ("Rock", "Squat", "Couch"))
    return made


@pytest.mark.parametrize(
    ("key", "position"),
    [
        (Qt.Key.Key_Up, 80_000),
        (Qt.Key.Key_Down, 60_000),
        (Qt.Key.Key_PageUp, 119_999),
        (Qt.Key.Key_PageDown, 10_000),
    ],
)
def test_keys_move_along_the_strip(
    qtbot: QtBot, strip: FlowStrip, key: Qt.Key, position: int
) -> None:
    strip.show_position(70_000)
    with qtbot.waitSignal(strip.seek) as asked:
        qtbot.keyClick(strip, key)
    assert asked.args == [position]


def test_time_moves_the_strip_without_asking_for_anything(qtbot: QtBot, strip: FlowStrip) -> None:
    with qtbot.assertNotEmitted(strip.seek):
        strip.show_position(95_000)
    assert strip.value() == 3
    with qtbot.waitSignal(strip.seek) as asked:
        strip.setValue(2)  # as a screen reader would
    assert asked.args == [60_000]


FULL = DrillText(
    name=LONG,
    chips=("Standing", "Chair", "Resistance band, light"),
    setup="Stand in a long stride, back heel lifted, one hand on the chair if you need it. " * 2,
    cues=("Knee tracks over the toes", "Stay tall", "Squeeze the back glute"),
    feel="The front of the back hip lengthening.",
    avoid="Arching the low back.",
)


@pytest.mark.parametrize("size", [(720, 620), (480, 420), (600, 300), (300, 160), (120, 60)])
def test_a_stage_leaves_out_rather_than_overflows(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    card = DrillWords(theme)
    qtbot.addWidget(card)
    card.resize(*size)
    card.show_drill(FULL)
    assert set(FULL.cues) <= set(card.shown()) or "…" in card.shown()[0]
    assert all(card.rect().contains(place) for place in card.places())
    assert card.text() == str(FULL)


def test_a_large_stage_shows_everything(qtbot: QtBot, theme: Theme) -> None:
    card = DrillWords(theme)
    qtbot.addWidget(card)
    card.resize(720, 620)
    card.show_drill(FULL)
    wanted = {*FULL.chips, *FULL.cues, FULL.feel, FULL.avoid}
    assert wanted <= set(card.shown())


def test_a_change_of_palette_shows_at_once(qtbot: QtBot, theme: Theme) -> None:
    ring = BreathRing(theme)
    qtbot.addWidget(ring)
    ring.resize(120, 120)
    ring.show_breath(True, 1.0)
    theme.change(LIGHT, 100, False)
    assert near(color(ring, 60, 60), LIGHT.sea)
