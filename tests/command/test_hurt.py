"""It hurts, in the terminal: the key, and the question afterwards."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest

from fakes import PHRASES
from longstride.command import hurt
from longstride.command import play as terminal
from longstride.command.play import play_in_terminal
from longstride.core.history.pain import DULL_ADVICE, SHARP_ADVICE
from longstride.core.history.session import Pain, PainKind, Session
from longstride.core.timeline.step_record import Outcome
from longstride.settings import Settings
from ui.house import SHORT, PaperEngine, own_places

ASKED = Callable[..., Session]


class Terminal:
    """Somebody who types lines."""

    def __init__(self, *lines: str) -> None:
        self.buffer = BytesIO("".join(f"{line}\n" for line in lines).encode())

    def isatty(self) -> bool:
        return True


@pytest.fixture
def played(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ASKED]:
    """Give a way to play a flow whose first drill hurts, and answer the questions after it."""
    engine = PaperEngine(own_places(tmp_path), Settings(sounds_explained=True))

    typed: Iterable[str] = "H"

    @contextmanager
    def hurts_at_once() -> Iterator[Callable[[], str]]:
        keys = iter(typed)

        def press() -> str:
            engine.clock.pass_by(500)
            return next(keys, "")

        yield press

    def play(*answers: str, anybody: bool = True, keys: Iterable[str] = "H") -> Session:
        nonlocal typed
        typed = keys
        monkeypatch.setattr(sys, "stdin", Terminal(*answers) if anybody else None)
        assert play_in_terminal(engine, engine.flow(SHORT), 2.0) == 0
        (session,) = engine.records.journal.sessions()
        return session

    monkeypatch.setattr(terminal, "_listening", hurts_at_once)
    monkeypatch.setattr(terminal, "_wait_until_ready", lambda: " ")
    yield play
    engine.close()


def test_the_drill_is_left_out_and_it_is_said(
    played: ASKED, capsys: pytest.CaptureFixture[str]
) -> None:
    session = played("left groin", "sharp")
    told = capsys.readouterr()
    assert PHRASES.hurt in told.out
    assert "is left out." in told.err
    assert {step.outcome for step in session.steps if not step.step} == {Outcome.SKIPPED}
    assert {step.outcome for step in session.steps if step.step} == {Outcome.DONE}
    assert session.after is not None
    assert session.after.pain == Pain(PainKind.SHARP, "left groin")
    assert told.out.rstrip().endswith(SHARP_ADVICE)


@pytest.mark.parametrize(
    ("answers", "pain"),
    [
        (("knee", "S"), Pain(PainKind.SHARP, "knee")),
        (("knee\x07", "d"), Pain(PainKind.DULL, "knee")),
        (("", "what?"), Pain(PainKind.DULL)),
        (("knee",), Pain(PainKind.DULL, "knee")),
        ((), Pain(PainKind.DULL)),
    ],
)
def test_what_is_left_open_stays_dull(
    played: ASKED, capsys: pytest.CaptureFixture[str], answers: tuple[str, ...], pain: Pain
) -> None:
    session = played(*answers)
    assert session.after is not None
    assert session.after.pain == pain
    advice = SHARP_ADVICE if pain.kind is PainKind.SHARP else DULL_ADVICE
    assert capsys.readouterr().out.rstrip().endswith(advice)


def test_a_place_is_named_by_its_figure_while_the_flow_goes_on(
    played: ASKED, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(hurt, "say", said.append)

    def pressed() -> Iterator[str]:
        yield "H"
        while not said:  # before the flow has begun, no place is asked for
            yield ""
        yield from "19"

    session = played("", "", keys=pressed())
    assert said[0] == hurt.NAMED
    assert "1 front of the hip" in said[1]
    assert session.after is not None
    assert session.after.pain == Pain(PainKind.DULL, "front of the hip")
    assert {step.outcome for step in session.steps} == {Outcome.SKIPPED}, "it works on it too"


def test_where_nobody_can_be_asked_it_is_advised_all_the_same(
    played: ASKED, capsys: pytest.CaptureFixture[str]
) -> None:
    session = played(anybody=False)
    assert session.after is not None
    assert session.after.pain == Pain(PainKind.DULL)
    told = capsys.readouterr().out
    assert hurt.WHERE not in told
    assert told.rstrip().endswith(DULL_ADVICE)


def test_while_the_flow_waits_the_key_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def typed() -> Iterator[Callable[[], str]]:
        keys = iter("xzH ")
        yield lambda: next(keys)

    monkeypatch.setattr(terminal, "_single_keys", typed)
    monkeypatch.setattr(sys, "stdin", Terminal())
    assert terminal._wait_until_ready() == "H"
