"""The plans that ship: their turns over all their weeks are the golden ones."""

import pytest

from golden_plans import GOLDEN, bundled_plans, telling

PLANS = bundled_plans()


@pytest.mark.parametrize("name", PLANS)
def test_the_turns_are_the_golden_ones(name: str) -> None:
    golden = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    assert telling(PLANS[name]) == golden, "read the difference, then run tests/golden_plans.py"


def test_every_golden_plan_ships() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(PLANS)
