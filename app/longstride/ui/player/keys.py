"""What the keys do in the player: those of the keyboard, of headsets and of presenter remotes.

A presenter's remote is a keyboard with the keys of a slide show. A headset's one button, and
the media keys, come as keys where no desktop has taken them first (that one then asks over
MPRIS). A headset does not know whether we play, so that its play and its pause both change over.
"""

from __future__ import annotations

import sys
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from longstride.core.flow.strain import MOST_NAMED
from longstride.ui.widgets.figure.turning import TURNS

if TYPE_CHECKING:
    from longstride.ui.player.page import PlayerPage

_KEY = Qt.Key
REMOTE_PLAY = (
    QKeySequence(_KEY.Key_F5),
    QKeySequence(Qt.Modifier.SHIFT | _KEY.Key_F5),
    QKeySequence(_KEY.Key_Period),
    QKeySequence(_KEY.Key_B),
    QKeySequence(_KEY.Key_MediaPlay),
    QKeySequence(_KEY.Key_MediaPause),
    QKeySequence(_KEY.Key_MediaTogglePlayPause),
    QKeySequence(_KEY.Key_LaunchMedia),
)
"""What pauses and plays besides the space bar."""

_SYSTEM_LEAVES = sys.platform == "linux"  # elsewhere the system turns itself louder as well
_LOUDER = (_KEY.Key_Plus, _KEY.Key_Equal, _KEY.Key_Up)
_SOFTER = (_KEY.Key_Minus, _KEY.Key_Down)

KEYS = MappingProxyType(
    {
        "play_pause": (QKeySequence(_KEY.Key_Space), *REMOTE_PLAY),
        "previous_step": tuple(
            map(QKeySequence, (_KEY.Key_Left, _KEY.Key_PageUp, _KEY.Key_MediaPrevious))
        ),
        "next_step": tuple(
            map(QKeySequence, (_KEY.Key_Right, _KEY.Key_PageDown, _KEY.Key_MediaNext))
        ),
        "lighter": (QKeySequence(_KEY.Key_L),),
        "hurts": (QKeySequence(_KEY.Key_H),),
        "words": (QKeySequence(_KEY.Key_V),),
        "fullscreen": (QKeySequence(_KEY.Key_F),),
        "leave": tuple(map(QKeySequence, (_KEY.Key_Escape, _KEY.Key_MediaStop))),
        "louder": tuple(map(QKeySequence, (*_LOUDER, *(_KEY.Key_VolumeUp,) * _SYSTEM_LEAVES))),
        "softer": tuple(map(QKeySequence, (*_SOFTER, *(_KEY.Key_VolumeDown,) * _SYSTEM_LEAVES))),
    }
)
"""The keys of each wish of the player."""

_REPEATING = frozenset({"louder", "softer"})


def give_keys(page: PlayerPage) -> None:
    """Make the keys ask for what they are to: the page's signals of the same names.

    The figures from 1 on name a place that hurts, where some are offered. Shift with an arrow or
    Home turns the figure.

    They work whatever has the focus in the window; those of a hidden page hear nothing.
    """
    for wish, sequences in KEYS.items():
        for sequence in sequences:
            shortcut = QShortcut(sequence, page)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(wish in _REPEATING)
            shortcut.activated.connect(getattr(page, wish))
    for number in range(MOST_NAMED):
        named = QShortcut(QKeySequence(str(number + 1)), page)
        named.setContext(Qt.ShortcutContext.WindowShortcut)
        named.setAutoRepeat(False)
        named.activated.connect(partial(page.named.emit, number))
    for key in TURNS:
        turned = QShortcut(QKeySequence(Qt.Modifier.SHIFT | key), page)
        turned.setContext(Qt.ShortcutContext.WindowShortcut)
        turned.activated.connect(partial(page.parts.drill.figure.turning.press, key))
