"""``--minutes N``: a flow in the minutes there are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from longstride.command.terminal import say

if TYPE_CHECKING:
    from longstride.core.timeline.shorten import Short

MOST = 180  # as in a flow's file


def add_minutes(parser: argparse.ArgumentParser) -> None:
    """Let a verb be asked for fewer minutes; its ``minutes`` are ms, None for the whole flow."""
    parser.add_argument(
        "--minutes",
        type=_minutes,
        metavar="N",
        help="leave out what is missed least, so that it lasts N minutes at most",
    )


def tell_left_out(short: Short) -> None:
    """Print in one line what a flow does without, if it does."""
    if not short.is_whole:
        say(short.left_out)


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST):
        raise argparse.ArgumentTypeError(
            f"{text} is not a number of minutes; write a whole one from 1 to {MOST}"
        )
    return int(text) * 60_000
