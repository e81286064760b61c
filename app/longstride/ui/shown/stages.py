"""How the stages of a flow look: the name, the height and the colour of each."""

from collections.abc import Iterable

from longstride.core.flow.drill import Stage
from longstride.ui.shown.cards import StepLine
from longstride.ui.widgets.stage_strip import Block

# Coral is work, sea is ease, amber is stillness; the height says the same without colour.
_LOOKS = {
    Stage.OPEN: (0.42, "sea"),
    Stage.ACTIVATE: (0.66, "coral"),
    Stage.LOAD: (1.0, "coral"),
    Stage.STABILITY: (0.84, "coral"),
    Stage.SPRINT: (1.0, "coral"),
    Stage.END_RANGE: (0.54, "amber"),
}


def skyline(steps: Iterable[StepLine]) -> tuple[Block, ...]:
    """Return the blocks that draw a flow's steps."""
    return tuple(Block(step.length, *_LOOKS[step.stage]) for step in steps)


def stage_color(stage: Stage) -> str:
    """Return the palette role of a stage."""
    return _LOOKS[stage][1]


def stage_name(stage: Stage) -> str:
    """Return the stage as a heading."""
    return stage.value.capitalize()


def stages_text(steps: Iterable[StepLine]) -> str:
    """Return the stages in their order, as in ``Open, load, end range``."""
    return ", ".join(dict.fromkeys(step.stage.value for step in steps)).capitalize()
