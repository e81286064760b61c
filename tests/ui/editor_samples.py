"""Flows that are being written, for looking at the editor: usual, empty, wrong, very long."""

from collections.abc import Iterator
from dataclasses import replace

from longstride.core.flow.drill import Drill, Sides, Stage
from longstride.ui.editor.add_dialog import AddDialog
from longstride.ui.editor.catalogue import offered
from longstride.ui.editor.drill_dialog import DrillDialog
from longstride.ui.editor.page import EditorPage
from longstride.ui.editor.progress_dialog import ProgressDialog
from longstride.ui.editor.view import Amount, EditorView, Remark, StepView
from longstride.ui.editor.words import dose_parts
from longstride.ui.intentions.editing import SetStep
from longstride.ui.look.theme import Theme
from longstride.ui.shell.window import MainWindow
from longstride.ui.widgets.overlay import Overlay
from ui.see_catalogue import CATALOGUE, FIGURES

_RANKS = {Stage.OPEN: 0, Stage.ACTIVATE: 1, Stage.END_RANGE: 3}
_PICKS = (
    ("leg-swing-forward-back", 52_000),
    ("supine-leg-rock", 64_000),
    ("glute-bridge", 72_000),
    ("single-leg-hinge", 138_000),
    ("slow-step-down", 110_000),
    ("couch-stretch", 118_000),
)
_SAID = (
    (0, "Single-leg hinge. Standing."),
    (4000, "Stand on one leg, fingertips on the chair, knee soft."),
    (8000, "You will tip forward as the free leg reaches back."),
    (14_000, "Down, two, three, four. Pause. Up, two."),
    (28_000, "Hips face the floor."),
    (70_000, "Change sides."),
)


def step(drill: Drill, length: int = 60_000, **changes: object) -> StepView:
    dose, easier = drill.dose, CATALOGUE.get(drill.easier or "")
    made = StepView(
        drill=drill.id,
        name=drill.name,
        stage=drill.stage,
        looks=drill.id,
        length=length,
        amount=Amount.REPS if dose.reps else Amount.BREATHS if dose.breaths else Amount.HOLD,
        reps=dose.reps or 8,
        tempo=str(dose.tempo or ""),
        hold=(dose.hold or 30_000) // 1000,
        breaths=dose.breaths or 4,
        sets=dose.sets,
        side=drill.sides,
        cues=drill.cues,
        easier=(easier.id, easier.name) if easier else None,
        rank=_RANKS.get(drill.stage, 2),
        said=_SAID,
    )
    made = replace(made, **changes)  # type: ignore[arg-type]
    return replace(made, parts=dose_parts(made))


def view(**changes: object) -> EditorView:
    picked = [(CATALOGUE[name], length) for name, length in _PICKS if name in CATALOGUE]
    made = EditorView(
        title="Midweek hips",
        total=640_000,
        aim="aim 10 to 12 min",
        steps=tuple(step(drill, length) for drill, length in picked),
        words={
            "title": "Midweek hips",
            "purpose": "Swings, then two slow lowerings.",
            "opening": "Have a chair at hand.",
            "closing": "That was it. Walk a few steps.",
        },
        minutes=(10, 12),
        sides="Left and right work for as long.",
        equipment="Chair, wall and cushion: found in the drills.",
        state="Draft kept",
        can_undo=True,
        is_saved=False,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def warned() -> EditorView:
    """A flow with a warning that has a remedy, and one without."""
    whole = view()
    steps = list(whole.steps)
    remedy = Remark(
        "Needs a step; the opening does not name it.",
        stops=False,
        step=len(steps) - 2,
        key="drill",
        remedy="Name it",
        wish=SetStep(0, {}),
    )
    steps[-2] = replace(steps[-2], remarks=(remedy,))
    long = Remark("Slower than ten seconds a repetition brings no more than slow.", stops=False)
    steps[2] = replace(steps[2], remarks=(replace(long, step=2, key="tempo"),))
    return replace(whole, steps=tuple(steps))


def wrong() -> EditorView:
    """A flow that cannot be saved: mistakes in a dose, in words, in the order, in its file."""
    whole = view(title="", words={}, total=None, is_sorted=False)
    mistake = Remark("Repetitions: 0 is too small; the least is 1", step=1, key="reps")
    steps = list(whole.steps)
    steps[1] = replace(steps[1], remarks=(mistake,), reps=0)
    title = Remark("Give it a title", key="title")
    kit = "the opening does not name what will be needed (chair, wall); say it before it begins"
    named = Remark(kit, stops=False, key="opening", remedy="Name it", wish=SetStep(0, {}))
    file = "This file has changed on the disk since it was opened."
    return replace(whole, steps=tuple(steps), remarks=(title, named), origin=file)


def endless(count: int = 500) -> EditorView:
    drills = sorted(CATALOGUE.values(), key=lambda drill: _RANKS.get(drill.stage, 2))
    steps = tuple(step(drills[n * len(drills) // count]) for n in range(count))
    name = "Exzentrische Hüftbeugerverlängerung nach Donaudampfschifffahrtsgesellschaftslauf"
    return view(title=name, steps=steps, total=10_000_000)


def states(page: EditorPage) -> Iterator[str]:
    """Bring the page into one state after another; yield the name of each."""
    page.show_figures(FIGURES)
    page.show_view(view(), 3)
    yield "editor"
    page.show_view(warned(), 2)
    yield "editor_warned"
    page.show_view(wrong(), 1)
    yield "editor_wrong"
    page.show_words()
    yield "editor_words"
    held = replace(view().steps[-1], rest_after=None, sets=3, rest=None, side=Sides.LEFT, own=True)
    page.show_view(view(steps=(held,)), 0)
    yield "editor_hold"
    page.show_view(EditorView(words={}, remarks=(Remark("a flow has a step at least"),)))
    yield "editor_empty"
    page.show_view(endless(), 250)
    yield "editor_endless"


def overlays(theme: Theme, window: MainWindow) -> Iterator[tuple[str, Overlay]]:
    """Yield the name of each question of the editor, and itself."""
    offers = offered(CATALOGUE)
    yield "add_drill", AddDialog(theme, window, offers, FIGURES)
    none = AddDialog(theme, window, offers, FIGURES)
    none.search.setText("no such thing")
    yield "add_drill_none", none
    written = DrillDialog(theme, window, OWN, CATALOGUE, lambda *_: None)
    wrong = Remark("Cues is too long a list; it may hold 8", key="cues")
    written.fields.show_remarks((wrong, Remark("the dose is missing")))
    yield "own_drill", written
    recording = ProgressDialog(theme, window, "Writing Midweek hips as sound")
    recording.show_progress(40, 100)
    yield "recording", recording


OWN: dict[str, object] = {
    "id": "heel-dig",
    "name": "Heel dig",
    "stage": "activate",
    "side": "each",
    "setup": "On your back, that knee bent, its heel on the floor.",
    "cues": ["concentric: Press straight down", "Ribs stay down"],
}
