"""Who is asked for stands on the floor of its card, all of them at one scale."""

import pytest
from PySide6.QtCore import QRectF

from longstride.core.history.plan.answers import Who
from longstride.ui.welcome.people import frame_in, person
from longstride.ui.widgets.figure.figure import fit

ROOM = QRectF(12, 12, 230, 176)


@pytest.mark.parametrize("who", Who)
def test_one_stands_or_sits_on_the_floor(who: Who) -> None:
    joints = person(who).key.joints
    assert 0.0 < min(y for _, y, _ in joints.values()) < 0.03
    assert joints["head"][1] > joints["chest"][1] > joints["pelvis"][1] > 0.25


def test_all_are_at_one_scale_on_one_floor() -> None:
    frames = [frame_in(ROOM, person(who)) for who in Who]
    assert all(ROOM.adjusted(-1, -1, 1, 1).contains(frame) for frame in frames)
    assert {round(frame.bottom()) for frame in frames} == {round(ROOM.bottom())}
    scales = [fit(frame, person(who)).scale for frame, who in zip(frames, Who, strict=True)]
    assert max(scales) - min(scales) < 0.5


def test_a_narrow_card_holds_its_figure() -> None:
    room = QRectF(0, 0, 90, 176)
    frame = frame_in(room, person(Who.DESK))
    assert frame.width() <= 90.01
    assert room.adjusted(-1, -1, 1, 1).contains(frame)
