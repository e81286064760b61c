"""How a flow is told, as the command line takes it: otherwise than set, and for this time only."""

import argparse
import re

from longstride.core.flow.breath import Breath
from longstride.core.flow.manner import LEAST_RATE, MOST_RATE, Manner
from longstride.core.flow.talk import Talk

_BREATH = re.compile("([0-9]{1,2})/([0-9]{1,2})")


def add_manner(parser: argparse.ArgumentParser) -> None:
    """Add ``--talk``, ``--rate``, ``--breath`` and ``--lighter``; ``manner_of`` reads them."""
    how = parser.add_argument_group("for this time, instead of what is set")
    how.add_argument("--talk", type=_talk, metavar="LEVEL", help=_levels())
    how.add_argument(
        "--rate", type=_rate, metavar="N", help=f"words a minute, {LEAST_RATE} to {MOST_RATE}"
    )
    how.add_argument(
        "--breath", type=_breath, metavar="IN/OUT", help="seconds, such as 4/6; 6 to 15 in all"
    )
    how.add_argument("--lighter", action="store_true", help="lighter from the beginning, as by L")


def manner_of(options: argparse.Namespace) -> Manner:
    """Return what was asked for."""
    return Manner(options.talk, options.rate, options.breath, options.lighter)


def _talk(text: str) -> Talk:
    try:
        return Talk(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(
            f"{text} is no level of talk; choose {_levels()}"
        ) from error


def _rate(text: str) -> int:
    rate = int(text) if re.fullmatch("[0-9]{1,4}", text) else 0
    if not LEAST_RATE <= rate <= MOST_RATE:
        raise argparse.ArgumentTypeError(
            f"{text} is no rate; write a number from {LEAST_RATE} to {MOST_RATE}, in words a minute"
        )
    return rate


def _breath(text: str) -> Breath:
    found = _BREATH.fullmatch(text)
    if found is None:
        raise argparse.ArgumentTypeError(
            f"{text} is no breath; write the seconds in and out, such as 4/6"
        )
    try:
        return Breath(int(found[1]) * 1000, int(found[2]) * 1000)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _levels() -> str:
    *first, last = Talk
    return f"{', '.join(first)} or {last}"
