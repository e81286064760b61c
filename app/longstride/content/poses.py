"""Pose files to figures: one file a drill, checked as bodies and not only as text."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath

from longstride.content.files import toml_files
from longstride.content.gate import read_document
from longstride.content.motions import written_motions
from longstride.content.pose_forms import (
    UNSIDED,
    FigureForm,
    OnePoseForm,
    PoseForm,
    Turn,
)
from longstride.content.pose_motions import check_motions, check_turns, wall_of
from longstride.content.proof import Proof
from longstride.content.wording import nearest, nearest_drill
from longstride.core.errors import FlowError, Mistake
from longstride.core.figure.anatomy import faults
from longstride.core.figure.figure import Figure, Mirror
from longstride.core.figure.prop import Prop
from longstride.core.figure.skeleton import (
    CROSSWISE,
    SEGMENTS,
    Pose,
    View,
    flesh,
    joints_of,
    settle,
)
from longstride.core.flow.drill import Drill, Side, Sides
from longstride.core.timeline.timeline import SpanPhase

QUIET, EASY = 0.15, 0.35  # how bright the muscle is outside the work, and at its easy end

_ALONG: Mapping[str, Turn] = {
    "trunk": (90, 1), "head": (90, 1), "hips": (0, 1), "shoulders": (0, 1),
    "thigh": (270, 1), "shank": (270, 1), "upper_arm": (268, 1), "forearm": (276, 1),
    "foot": (0, 1),
}  # fmt: skip
_FACING = {**_ALONG, "upper_arm": (282, 1), "forearm": (276, 1), "foot": (348, 0.45)}


def load_figures(
    folder: FilePath, catalogue: Mapping[str, Drill]
) -> tuple[dict[str, Figure], tuple[Mistake, ...]]:
    """Return the figures of a folder by drill, and what is wrong with files that are left out."""
    figures: dict[str, Figure] = {}
    mistakes: list[Mistake] = []
    for path in toml_files(folder):
        try:
            figures[path.stem] = load_figure(path, catalogue)
        except FlowError as error:
            mistakes += error.mistakes
    return figures, tuple(sorted(set(mistakes)))


def load_figure(path: FilePath, catalogue: Mapping[str, Drill]) -> Figure:
    """Return the figure of the drill a file is named after; FlowError holds every mistake.

    Its poses are checked. What happens between them takes ten times as long: see
    ``prove_figure``.
    """
    return _read(Proof(read_document(path)), path.stem, catalogue)


def prove_figure(
    path: FilePath, catalogue: Mapping[str, Drill]
) -> tuple[Figure, tuple[Mistake, ...]]:
    """Return a figure checked all the way from pose to pose, and what is unwise in its file.

    FlowError holds every mistake.
    """
    proof = Proof(read_document(path))
    figure = _read(proof, path.stem, catalogue)
    check_motions(figure, proof)
    check_turns(figure, catalogue[path.stem], proof)
    proof.check()
    return figure, tuple(sorted(proof.warnings))


def _read(proof: Proof, name: str, catalogue: Mapping[str, Drill]) -> Figure:
    drill = catalogue.get(name)
    if drill is None:
        near = nearest_drill(name, catalogue)
        proof.wrong((), f"the file's name is not a drill's, \"{name}\"{near}")
    form = proof.fill_in(FigureForm, proof.document.table)
    figure = _Reading(proof, form, drill).figure() if form and drill else None
    proof.check()
    assert figure is not None, "a reading without mistakes is a figure"
    return figure


class _Reading:
    """One pose file being read."""

    def __init__(self, proof: Proof, form: FigureForm, drill: Drill) -> None:
        self._proof = proof
        self._form = form
        self._drill = drill
        self._written: dict[str, OnePoseForm] = {}

    def figure(self) -> Figure | None:
        for name, table in self._form.pose.items():
            found = self._proof.fill_in(PoseForm, table, ("pose", name))
            if found is not None:
                self._written[name] = found
        if self._proof.mistakes:
            return None
        motions = written_motions(self._form.phases, self._drill, self._written, self._proof)
        poses = {name: self._pose(name) for name in self._written}
        if self._proof.mistakes:
            return None
        efforts = self._efforts(motions)
        poses = {name: replace(pose, effort=efforts[name]) for name, pose in poses.items()}
        figure = self._figure(
            {phase: tuple(poses[name] for name in names) for phase, names in motions.items()}
        )
        self._check_poses(poses, figure)
        return figure

    def _figure(self, paths: Mapping[SpanPhase, tuple[Pose, ...]]) -> Figure:
        form = self._form
        turns = self._drill.sides is Sides.ALTERNATE and form.view is View.SIDE
        usual = Side.RIGHT if form.view is View.SIDE else Side.LEFT
        return Figure(
            drill=self._drill.id,
            view=form.view,
            shows=form.shows or usual,
            mirror=form.mirror or (Mirror.SWAP if turns else Mirror.FLIP),
            paths=paths,
            muscles=tuple(form.muscles),
            props=tuple(self._props()),
        )

    def _props(self) -> Iterator[Prop]:
        for kind in type(self._form.props).model_fields:
            value = getattr(self._form.props, kind)
            if value is not None and isinstance(value[0], str):
                yield Prop(kind, points=value)
            elif value is not None:
                yield Prop(kind, value)

    def _pose(self, name: str) -> Pose:
        forms, view = self._likes(name), self._form.view
        turns = _standing(view)
        for form in forms:
            turns |= _said(form, turns, view)
        stay = [form.stay for form in forms if form.stay is not None] or [self._form.stay]
        pose = Pose(
            angles=tuple(turns[segment][0] for segment in SEGMENTS),
            shares=tuple(turns[segment][1] for segment in SEGMENTS),
            contacts={
                point: (x, surface + flesh(point, view) * (view is not View.ABOVE))
                for point, (x, surface) in stay[-1].items()
            },
        )
        return settle(pose, view)

    def _likes(self, name: str) -> list[OnePoseForm]:
        """Return a pose's form after those it is like, the most distant one first."""
        names = [name]
        while (like := self._written[names[-1]].like) is not None:
            if like not in self._written or like in names:
                others = set(self._written) - set(names)
                text = f'like = "{like}" is not another pose of this file{nearest(like, others)}'
                self._proof.wrong(("pose", names[-1], "like"), text)
                break
            names.append(like)
        return [self._written[each] for each in reversed(names)]

    def _efforts(self, motions: Mapping[SpanPhase, tuple[str, ...]]) -> dict[str, float]:
        """Return how hard each pose is worked in: as written, else easy where the work starts."""
        home = motions[SpanPhase.READY][-1]
        worked = {name for phase in motions if phase.is_work for name in motions[phase]}
        efforts = {}
        for name, form in self._written.items():
            usual = QUIET if name not in worked else 1.0
            if name == home and not self._drill.unit.is_hold:
                usual = EASY
            efforts[name] = usual if form.effort is None else form.effort
        return efforts

    def _check_poses(self, poses: Mapping[str, Pose], figure: Figure) -> None:
        for name, pose in poses.items():
            for fault in faults(pose, joints_of(pose, figure.view), figure.view, wall_of(figure)):
                self._proof.wrong(("pose", name), f'pose "{name}": {fault}')


def _standing(view: View) -> dict[str, Turn]:
    """Return the turns of someone who stands and lets the arms hang."""
    usual = _ALONG if view is View.SIDE else _FACING
    turns: dict[str, Turn] = {}
    for key, turn in usual.items():
        turns |= _sided(key, turn, view)
    if view is View.SIDE:
        turns |= dict.fromkeys(CROSSWISE, (0.0, 0.0))
    return turns


def _said(form: OnePoseForm, before: Mapping[str, Turn], view: View) -> dict[str, Turn]:
    """Return what a pose says of its segments; the head goes with the trunk unless it is said."""
    said = {
        key: turn
        for key in (*UNSIDED, *SEGMENTS)  # so that one side has the last word
        if (turn := getattr(form, key)) is not None
    }
    if "trunk" in said:
        angle = said["trunk"][0]
        said.setdefault("head", (angle, before["head"][1]))
        for key in CROSSWISE:
            said.setdefault(key, (angle - 90, before[key][1]))
    turns: dict[str, Turn] = {}
    for key, turn in said.items():
        turns |= _sided(key, turn, view)
    return turns


def _sided(key: str, turn: Turn, view: View) -> dict[str, Turn]:
    """Return what a key without a side says of both: from the front they mirror each other."""
    if key not in UNSIDED:
        return {key: turn}
    other = turn if view is View.SIDE else (180 - turn[0], turn[1])
    return {f"near_{key}": turn, f"far_{key}": other}
