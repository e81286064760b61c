"""Plans: the five that ship, and what is said of broken ones."""

from pathlib import Path

import pytest

from longstride.content import check_file, load_flows, load_plan, load_plans
from longstride.core.errors import FlowError
from longstride.core.flow.drill import Drill
from longstride.core.flow.plan import After, Plan, PlanEntry

FLOWS = ("post-run-five", "mobility-a")
GOOD = """
title = "Runner"
whom = "Runners"
purpose = "To run on."

[[week]]
focus = "Slow"
do = { post-run-five = "after every run", mobility-a = 2 }
"""


@pytest.fixture(scope="module")
def plans(assets: Path, catalogue: dict[str, Drill]) -> dict[str, Plan]:
    flows, _ = load_flows(assets / "flows", catalogue)
    return load_plans(assets / "plans", flows)


def mistakes_in(text: str, folder: Path) -> list[str]:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FlowError) as found:
        load_plan(path, FLOWS)
    return [f"{mistake.line}: {mistake.text}" for mistake in found.value.mistakes]


def test_the_plans_of_the_programme_are_there(plans: dict[str, Plan]) -> None:
    assert set(plans) == {"runner", "runner-one-session", "sprinter", "beginner", "desk"}
    for plan in plans.values():
        assert 6 <= len(plan.weeks) <= 8
        assert all(week.lighter is (n % 4 == 0) for n, week in enumerate(plan.weeks, 1))


def test_runners_and_sprinters_follow_what_they_do_anyway(plans: dict[str, Plan]) -> None:
    for name in ("runner", "runner-one-session"):
        after = PlanEntry("post-run-five", after="every run")
        assert all(after in week.entries for week in plans[name].weeks)
    after = PlanEntry("sprint-blast", after="every warm-up")
    assert all(after in week.entries for week in plans["sprinter"].weeks)
    assert {"mobility-a", "mobility-b"} <= set(plans["runner"].flows)
    assert "deep-hips" in plans["runner-one-session"].flows
    assert {"eccentric-hips", "single-leg-control"} <= set(plans["sprinter"].flows)


def test_the_desk_is_unlocked_when_work_ends_and_nothing_needs_a_run(
    plans: dict[str, Plan],
) -> None:
    after = PlanEntry("unlock-the-desk", after="work")
    assert all(after in week.entries for week in plans["desk"].weeks)
    assert {entry.follows for week in plans["desk"].weeks for entry in week.entries} == {
        After.WORK,
        After.OWN,
    }


def test_beginners_do_three_short_flows_a_week(plans: dict[str, Plan]) -> None:
    assert {week.least for week in plans["beginner"].weeks} == {3}


def test_a_good_plan_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    plan = load_plan(path, FLOWS)
    assert plan.id == "mine"
    assert plan.flows == FLOWS
    assert plan.weeks[0].entries == (
        PlanEntry("post-run-five", after="every run"),
        PlanEntry("mobility-a", times=2),
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("mobility-a = 2", "mobilty-a = 2", 'there is no flow "mobilty-a"; did you mean'),
        ("mobility-a = 2", "mobility-a = 8", "mobility-a = 8 is out of range"),
        ("mobility-a = 2", 'mobility-a = "often"', "is not a number of times; write 2"),
        ("mobility-a = 2", "mobility-a = true", "is not a number of times"),
        ("after every run", "after every swim", 'follows what no day holds; write "after every'),
        ('focus = "Slow"', 'focs = "Slow"', 'there is no key "focs" here; did you mean "focus"'),
        ('whom = "Runners"', "", "whom is missing"),
    ],
)
def test_every_mistake_has_its_line(old: str, new: str, said: str, tmp_path: Path) -> None:
    line = GOOD[: GOOD.index(old)].count("\n") + 1 if new else 0
    found = mistakes_in(GOOD.replace(old, new), tmp_path)
    assert any(text.startswith(f"{line}: ") and said in text for text in found), found


def test_check_knows_a_plan(tmp_path: Path, catalogue: dict[str, Drill]) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert check_file(path, catalogue) == ()
    assert check_file(path, catalogue, FLOWS) == ()
    (mistake,) = check_file(path, catalogue, FLOWS[:1])
    assert 'there is no flow "mobility-a"' in mistake.text


def test_a_fourth_week_that_is_not_lighter_is_a_mistake(tmp_path: Path) -> None:
    week = GOOD[GOOD.index("[[week]]") :]
    (said,) = mistakes_in(GOOD + 3 * week, tmp_path)
    assert "every fourth week is a lighter one" in said


def test_all_broken_plans_of_a_folder_are_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text("week = 1\n", encoding="utf-8")
    with pytest.raises(FlowError) as found:
        load_plans(tmp_path, FLOWS)
    assert {Path(mistake.file).stem for mistake in found.value.mistakes} == {"one", "two"}


def test_two_files_with_one_id_are_a_mistake(tmp_path: Path) -> None:
    for name in ("my plan", "my-plan"):
        (tmp_path / f"{name}.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(FlowError, match="another file here holds the plan"):
        load_plans(tmp_path, FLOWS)
