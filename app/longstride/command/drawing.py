"""``longstride draw``: what may be asked of a picture, and its one sentence where it cannot be."""

from __future__ import annotations

import argparse
import math
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.command.terminal import say
from longstride.core.errors import DisplayError, WrongUseError

if TYPE_CHECKING:
    from longstride.engine import Engine

NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
ROUND, UP = 180.0, 80.0  # degrees
FEWEST, MOST = 2, 9  # moments side by side
_BEGINS_BELOW_NOUGHT = re.compile(r"-[0-9.]")


def add_drawing(parser: argparse.ArgumentParser) -> None:
    """Give the verb its words."""
    parser.description = (
        "Draw a drill's figure: the end of its range, with where it began behind it. "
        "A PNG is painted as in the window; an SVG is the simple figure, in shapes to be scaled."
    )
    parser.add_argument("drill", metavar="DRILL", help="a drill's id, name or alias")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="a .png or .svg file"
    )
    parser.add_argument("--light", action="store_true", help="on a light ground")
    parser.add_argument(
        "--view",
        type=_view,
        metavar="AZ,EL",
        help="seen from AZ degrees round to the right (-180 to 180; negative: to the left) and EL "
        'degrees up (0 to 80), such as "-40,20"; without it, from where the drill shows best',
    )
    parser.add_argument(
        "--at",
        type=_part,
        metavar="PART",
        help="a moment: 0 where the work starts, 1 its end, 0.5 half-way",
    )
    parser.add_argument(
        "--strip",
        type=_count,
        metavar="N",
        help=f"{FEWEST} to {MOST} moments side by side, from the start to the end or to --at",
    )


def with_view(words: Sequence[str]) -> list[str]:
    """Return the words with a view such as "-40,20" tied to its option, not to be taken for one."""
    tied: list[str] = []
    for word in words:
        if tied[-1:] == ["--view"] and _BEGINS_BELOW_NOUGHT.match(word):
            tied[-1] = f"--view={word}"
        else:
            tied.append(word)
    return tied


def draw(engine: Engine, options: argparse.Namespace) -> int:
    """Draw a drill's figure to a file."""
    from longstride.desktop.display import window_obstacle

    if options.strip and options.at == 0.0:
        raise WrongUseError("--strip needs a way to go: --at 0 is its start; ask for more than 0.")
    if obstacle := window_obstacle(NO_SCREEN):
        raise DisplayError(obstacle)
    from longstride.ui.drills.drawing import Drawing, draw_drill

    wanted = Drawing(options.light, options.view, options.at, options.strip or 1)
    drill = draw_drill(engine, options.drill, options.output, wanted)
    say(f"{options.output}: {drill.name}.")
    return 0


def _view(text: str) -> tuple[float, float]:
    azimuth, elevation = map(_number, text.split(",")) if text.count(",") == 1 else (math.nan,) * 2
    if not (abs(azimuth) <= ROUND and 0.0 <= elevation <= UP):
        raise argparse.ArgumentTypeError(
            f'"{text}" is not a view; write degrees round, from -180 to 180, and degrees up, from '
            '0 to 80, such as "-40,20"'
        )
    return azimuth, elevation


def _part(text: str) -> float:
    part = _number(text)
    if not 0.0 <= part <= 1.0:
        raise argparse.ArgumentTypeError(
            f'"{text}" is not a moment; write a number from 0, the start, to 1, the end'
        )
    return part


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and FEWEST <= int(text[:9]) <= MOST):
        raise argparse.ArgumentTypeError(
            f'"{text}" is not a number of moments; write a whole one from {FEWEST} to {MOST}'
        )
    return int(text)


def _number(text: str) -> float:
    """Return a plain number, or one that is in no range."""
    return float(text) if re.fullmatch(r" *[+-]?[0-9]*\.?[0-9]+ *", text, re.ASCII) else math.nan
