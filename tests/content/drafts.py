"""Flow files to be written in, and commands at random."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from longstride.content.writing import commands
from longstride.content.writing.draft import Draft
from longstride.core.flow.drill import Drill

ASSETS = Path(__file__).parents[2] / "assets"
DRILL = """[[drill]]
id = "heel-dig"  # mine
name = "Heel dig"
stage = "activate"
side = "each"
reps = 6
tempo = "2-0-1-2"
setup = "On your back, that knee bent, its heel on the floor."
"""
WRITTEN = """# What I do on Tuesdays.

title = "Tuesday"   # as it is said
minutes = [4, 6]
opening = \"\"\"
Find a chair.
# no comment \"\"\"

# quick steps
[[step]]
drill = "ankle-to-hip-wave"
reps = 4   # few
tempo = "2-0-1-1"
# the end of it

# --- what is long ---

# the first
[[step]]
cues = [
    "Tail tucked",  # one
    "Long breath out",
]
drill = "half-kneeling-hip-flexor-stretch"

[breath]
in = 3
out = 4

"""
ODD = {
    "as it is": WRITTEN,
    "with a drill": WRITTEN + DRILL,
    "a drill first": DRILL + '[easier]\nstep-up = "same"\n# one\n[[step]]\ndrill = "heel-dig"\n',
    "inline": 'step = [{ drill = "glute-bridge" }, { drill = "couch-stretch" }]\ntitle = "A"',
    "no step": 'title = "A"\n# end',
    "nothing": "",
    "only a comment": "# only that",
    "a wrong step": 'step = 3\ntitle = "A"\n',
    "spaces": '[[ "step" ]]\n"drill"="glute-bridge"\n[[step]]\n[[step]]\nsets.x = 3\n',
    "tables inside": DRILL + '[drill.words]\neccentric = "Down"\n[[step]]\ndrill = "heel-dig"',
    "in two places": f'[[step]]\ndrill = "a"\n{DRILL}[step.words]\na = 1\n# end\n',
    "order": '[[step]]\ndrill = "couch-stretch"\n[[step]]\ndrill = "glute-bridge"\n\n\n# end',
}


def contents() -> dict[str, bytes]:
    """Return the bytes of every flow that ships and of odd ones, by name."""
    shipped = {path.name: path.read_bytes() for path in (ASSETS / "flows").glob("*.toml")}
    odd = {name: text.encode() for name, text in ODD.items()}
    windows = {f"{name}, CRLF": text.replace(b"\n", b"\r\n") for name, text in odd.items()}
    bom = {f"{name}, BOM": b"\xef\xbb\xbf" + text for name, text in odd.items()}
    return {**shipped, **odd, **windows, **bom}


_TEXTS = st.text(max_size=30) | st.sampled_from(
    ["", "Heel dig", "x" * 700, '"quoted" \\', "\x07bell", "\ud800", "עברית", "two\r\nlines", "…"]
)
_VALUES = (
    _TEXTS
    | st.integers(-2, 200)
    | st.booleans()
    | st.none()
    | st.lists(_TEXTS, max_size=9)
    | st.dictionaries(_TEXTS, _TEXTS, max_size=3)
)
_HEAD = ("title", "opening", "minutes", "breath", "easier", "talk", "id")
_STEP = ("drill", "reps", "tempo", "hold", "cues", "side", "rest_after", "keep", "rest", "unknown")
_DRILL = ("id", "name", "stage", "cues", "words", "instead", "easier", "setup")
Command = Callable[[Draft], Draft]


@st.composite
def edits(draw: st.DrawFn, known: dict[str, Drill]) -> Command:
    """Draw something that is done to a draft, whatever that has in it."""
    numbers = draw(st.tuples(st.integers(0, 99), st.integers(0, 99)))
    drill = draw(st.sampled_from([*sorted(known), "heel-dig", "none-such"]))
    value = draw(_VALUES)
    head, step, own = (draw(st.sampled_from(keys)) for keys in (_HEAD, _STEP, _DRILL))
    kind = draw(st.integers(0, 11))

    def edit(draft: Draft) -> Draft:
        at = numbers[0] % len(draft.steps) if draft.steps else None
        mine = numbers[0] % len(draft.drills) if draft.drills else None
        if kind == 0 or (at is None and kind < 8):
            return commands.add_step(draft, drill, known, at)[0]
        if kind < 8 and at is not None:
            return _on_step(draft, kind, at)
        if kind == 8 or mine is None:
            return commands.set_head(draft, head, value)
        if kind == 9:
            return commands.set_drill(draft, mine, own, value)
        return commands.remove_drill(draft, mine)

    def _on_step(draft: Draft, kind: int, at: int) -> Draft:
        dose = ("reps", "hold", "breaths")[at % 3]
        name = commands.new_drill_id(draft, "Heel dig", known)
        own = {"id": name, "name": "Heel dig", "stage": "open"}
        return (
            lambda: commands.remove_step(draft, at),
            lambda: commands.repeat_step(draft, at)[0],
            lambda: commands.move_step(draft, at, numbers[1] % len(draft.steps), known)[0],
            lambda: commands.sort_by_stage(draft, known),
            lambda: commands.set_step(draft, at, dose, 4),
            lambda: commands.add_drill(draft, own),
            lambda: commands.set_step(draft, at, step, value),
        )[kind - 1]()

    return edit
