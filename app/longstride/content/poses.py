"""Pose files to figures: one file a drill, checked as bodies and not only as text."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path as FilePath

from longstride.content.files import toml_files
from longstride.content.gate import read_document
from longstride.content.motions import written_motions
from longstride.content.pose_flat import flat_pose
from longstride.content.pose_forms import (
    FigureForm,
    FlatFigureForm,
    OnePoseForm,
    PoseForm,
    SpaceFigureForm,
    SpacePoseForm,
)
from longstride.content.pose_motions import (
    check_motions,
    check_poses,
    check_reach,
    check_turns,
)
from longstride.content.pose_space import space_pose
from longstride.content.proof import Proof
from longstride.content.wording import nearest, nearest_drill
from longstride.core.errors import FlowError, Mistake
from longstride.core.figure.figure import Figure, Mirror
from longstride.core.figure.lift import Depth
from longstride.core.figure.prop import Prop
from longstride.core.figure.skeleton import View
from longstride.core.figure.space import AnyPose
from longstride.core.flow.drill import Drill, Side, Sides
from longstride.core.timeline.timeline import SpanPhase

QUIET, EASY = 0.15, 0.35  # how bright the muscle is outside the work, and at its easy end


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

    Its poses are checked for what they reach. Whether a body could do it takes ten times as
    long: see ``prove_figure``.
    """
    proof = Proof(read_document(path))
    figure, poses = _read(proof, path.stem, catalogue)
    check_reach(figure, poses, proof)
    proof.check()
    return figure


def prove_figure(
    path: FilePath, catalogue: Mapping[str, Drill]
) -> tuple[Figure, tuple[Mistake, ...]]:
    """Return a figure checked as a body from pose to pose, and what is unwise in its file.

    FlowError holds every mistake.
    """
    proof = Proof(read_document(path))
    figure, poses = _read(proof, path.stem, catalogue)
    check_reach(figure, poses, proof)
    check_poses(figure, poses, proof)
    proof.check()
    check_motions(figure, proof)
    check_turns(figure, catalogue[path.stem], proof)
    proof.check()
    return figure, tuple(sorted(proof.warnings))


def _read(
    proof: Proof, name: str, catalogue: Mapping[str, Drill]
) -> tuple[Figure, Mapping[str, AnyPose]]:
    """Return a figure, and its poses by name."""
    drill = catalogue.get(name)
    if drill is None:
        near = nearest_drill(name, catalogue)
        proof.wrong((), f"the file's name is not a drill's, \"{name}\"{near}")
    table = proof.document.table
    in_space = str(table.get("view")).strip().lower() == View.SPACE
    form = proof.fill_in(SpaceFigureForm if in_space else FlatFigureForm, table)
    read = _Reading(proof, form, drill).figure() if form and drill else None
    proof.check()
    assert read is not None, "a reading without mistakes is a figure"
    return read


class _Reading:
    """One pose file being read."""

    def __init__(self, proof: Proof, form: FigureForm, drill: Drill) -> None:
        self._proof = proof
        self._form = form
        self._drill = drill
        self._pose_form = SpacePoseForm if form.view is View.SPACE else PoseForm
        self._written: dict[str, OnePoseForm] = {}

    def figure(self) -> tuple[Figure, Mapping[str, AnyPose]] | None:
        for name, table in self._form.pose.items():
            found = self._proof.fill_in(self._pose_form, table, ("pose", name))
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
        return figure, poses

    def _figure(self, paths: Mapping[SpanPhase, tuple[AnyPose, ...]]) -> Figure:
        form = self._form
        sideways = form.view in {View.SIDE, View.SPACE}
        turns = self._drill.sides is Sides.ALTERNATE and sideways
        usual = Side.RIGHT if sideways else Side.LEFT
        return Figure(
            drill=self._drill.id,
            view=form.view,
            shows=form.shows or usual,
            mirror=form.mirror or (Mirror.SWAP if turns else Mirror.FLIP),
            paths=paths,
            muscles=tuple(form.muscles),
            props=tuple(self._props()),
            depth=self._depth(),
            seen_from=form.camera,
        )

    def _depth(self) -> Depth | None:
        form = self._form
        if isinstance(form, FlatFigureForm) and (form.back or form.out):
            return Depth(form.back, form.out)
        return None

    def _props(self) -> Iterator[Prop]:
        for kind in type(self._form.props).model_fields:
            value = getattr(self._form.props, kind)
            if value is not None and isinstance(value[0], str):
                yield Prop(kind, points=value)
            elif value is not None:
                yield Prop(kind, value)

    def _pose(self, name: str) -> AnyPose:
        forms = self._likes(name)
        stay = [form.stay for form in forms if form.stay is not None] or [self._form.stay]
        aim = [form.aim for form in forms if form.aim is not None] or [self._form.aim]
        forms[-1] = forms[-1].model_copy(update={"stay": stay[-1], "aim": aim[-1]})
        if self._form.view is View.SPACE:
            return space_pose(forms)
        return flat_pose(forms, self._form.view)

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
