"""What is said of the next dose: every sentence of counsel, plain and without a word of guilt."""

from longstride.core.flow.flow import Flow, Step
from longstride.core.history.dose_change import Rung

SEE_SOMEONE = "If it stays, see a clinician."
AFTER_PAIN = f"Something hurt last time: go lighter today. {SEE_SOMEONE}"
LIGHTER_WEEK = "A lighter week: less today, so that the body can rest."
HARD_LATELY = "Two of the last four were hard and ended early: go lighter today."
ONE_STEP_BACK = "Two of the last four were hard and ended early: one step back makes room again."
NEW = "Take the dose as it is, and see how it feels."
GO_ON = "The same dose again: steady is what counts."
EARNED = "Four full sessions in a row ended at stiffness 3 or less."


def rest_from(flow: Flow, where: str) -> str:
    """Return that a flow had better wait until a place is better; ``where`` "" is not known."""
    what = f"{flow.title} works on the {where}" if where else "Something hurt sharply last time"
    return f"{what}: let it rest until it is better. {SEE_SOMEONE}"


def nothing_spares(where: str) -> str:
    """Return why a day without a flow suits a place that hurts; ``where`` "" is not known."""
    what = f"Every flow here works on the {where}" if where else "Something hurt sharply last time"
    return f"{what}: let it rest until it is better. {SEE_SOMEONE}"


def sore(soreness: int, *, lighter: bool) -> str:
    """Return what soreness 0-10 of the next morning asks for."""
    asks = "go lighter, or rest" if lighter else "the same dose once more"
    return f"Sore {soreness} today: {asks}."


def tender_there(where: str) -> str:
    """Return why nothing grows although all went well; ``where`` "" is not known."""
    what = f"the {where}" if where else "something"
    return f"The same dose again: nothing grows while {what} is tender."


def never_grows(flow: Flow) -> str:
    """Return that there is nothing in a flow that could grow."""
    return f"{flow.title} stays as it is: nothing in it is made to grow."


def full_grown(flow: Flow) -> str:
    """Return that a flow has grown as far as it may."""
    return f"{flow.title} has grown as far as it is meant to, and stays there."


def ready(before: Step, after: Step, rung: Rung) -> str:
    """Return what grows in a step."""
    name = before.drill.name
    match rung:
        case Rung.LOWERING:
            change = " to ".join(map(_lowering, (before, after)))
            return f"{name} is ready for a slower lowering: {change}."
        case Rung.REPS:
            change = f"{before.dose.reps} to {after.dose.reps}"
            return f"{name} is ready for more repetitions: {change}."
        case Rung.DRILL:
            kit = [item for item in after.drill.equipment if item not in before.drill.equipment]
            needs = f" It asks for: {', '.join(kit)}." if kit else ""
            return f"{name} is ready for its harder form: {after.drill.name}.{needs}"


def _lowering(step: Step) -> str:
    return f"{step.dose.tempo.eccentric // 1000} s" if step.dose.tempo else "0 s"


def waits(name: str, before: str, after: str) -> str:
    """Return that a change is kept but not laid on, for its step is another now."""
    return (
        f"{name} has changed in this flow, so your own dose of it ({before} to {after}) waits. "
        "Nothing of it is lost."
    )
