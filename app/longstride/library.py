"""Every drill, flow and figure there is: what ships, and the athlete's own."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from longstride.core.errors import Mistake, UnknownDrillError, UnknownFlowError
from longstride.core.flow.drill import Drill
from longstride.core.flow.flow import Flow
from longstride.core.timeline.phrases import Phrases
from longstride.paths import Paths

if TYPE_CHECKING:
    from longstride.core.figure.figure import Figure
    from longstride.core.flow.plan import Plan

LANGUAGE = "en"  # of drills, flows and phrases; there is one so far
FIRST_FLOW = "hip-extension-base"  # the one that shows the whole order, for a first day


@dataclass(frozen=True, slots=True)
class Library:
    """Every drill and flow by id, what the program says with them, and the mistakes in files.

    ``shipped`` are the titles of the flows that come with the program, by id; ``notes`` are of
    the athlete's files that are no mistakes. ``own`` are the files of the athlete's own flows, by
    id.
    """

    catalogue: Mapping[str, Drill]
    flows: Mapping[str, Flow]
    mistakes: tuple[Mistake, ...]
    phrases: Phrases
    shipped: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Mistake, ...] = ()
    own: Mapping[str, str] = field(default_factory=dict)

    def flow(self, name: str) -> Flow:
        """Return a flow by its id, its file or its title; FlowError or UnknownFlowError."""
        if (found := self.flows.get(name)) is not None:
            return found
        path = Path(name)
        if path.is_file():
            from longstride.content import load_flow

            return load_flow(path, self.catalogue, self.phrases)
        from longstride.content.nearest import flow_names, named

        if (known := named(name, flow_names(self.flows))) is not None:
            return self.flows[known]
        raise UnknownFlowError(self._no_flow(name))

    def drill(self, name: str) -> Drill:
        """Return a drill by its id, its name or an alias; UnknownDrillError."""
        if (found := self.catalogue.get(name)) is not None:
            return found
        from longstride.content.nearest import drill_names, meant, named

        if (known := named(name, drill_names(self.catalogue))) is not None:
            return self.catalogue[known]
        near = meant(name, drill_names(self.catalogue))
        hint = f'did you mean "{near}"?' if near else "the page Drills has them all."
        raise UnknownDrillError(f'There is no drill called "{name}"; {hint}')

    def _no_flow(self, name: str) -> str:
        """Return the sentence that no flow is called so, with what may have been meant."""
        from longstride.content.nearest import drill_names, flow_names, meant, named

        near, hint = meant(name, flow_names(self.flows)), '"longstride list" names them all.'
        if near is not None:
            hint = f'did you mean "{near}"?'
        elif (drill := named(name, drill_names(self.catalogue))) is not None:
            hint = f'"{drill}" is a drill; "longstride draw" shows it.'
        return f'There is no flow or file called "{name}"; {hint}'


def read_library(paths: Paths) -> Library:
    """Read the bundled drills and flows with the athlete's own; FlowError without drills.

    What the same files held the last time is kept in the cache: reading it takes a tenth.
    """
    from longstride.content.kept import kept
    from longstride.content.packing import Packing

    assets = paths.assets
    folders = (assets / "drills", assets / "flows", assets / "phrases", paths.flows)
    packing = Packing(Library, shared=(Drill,))
    return kept(paths.cache / "library.json", folders, packing, lambda: _read_library(paths))


def _read_library(paths: Paths) -> Library:
    from longstride.content import load_catalogue, load_flows, load_phrases, read_folder

    phrases = load_phrases(paths.assets / "phrases" / f"{LANGUAGE}.toml")
    catalogue = load_catalogue(paths.assets / "drills")
    bundled, broken = load_flows(paths.assets / "flows", catalogue, phrases)
    shipped = {flow.id: flow.title for flow in bundled.values()}
    own = read_folder(paths.flows, catalogue, phrases, shipped)
    everything = {**bundled, **own.flows}
    flows = sorted(everything.values(), key=lambda f: (f.id != FIRST_FLOW, f.title))
    by_id, mistakes = {flow.id: flow for flow in flows}, broken + own.mistakes
    return Library(catalogue, by_id, mistakes, phrases, shipped, own.notes, own.files)


def read_plans(paths: Paths, flows: Collection[str]) -> Mapping[str, Plan]:
    """Read the plans by id; FlowError. ``flows`` are the ids of the flows there are."""
    from longstride.content import load_plans

    return load_plans(paths.assets / "plans", flows)


def read_figures(paths: Paths, catalogue: Mapping[str, Drill]) -> Mapping[str, Figure]:
    """Read the figures of drills by id; one that cannot be read is left out, and logged."""
    from longstride.content.kept import kept
    from longstride.content.packing import Packing
    from longstride.core.figure.figure import Figure
    from longstride.core.figure.skeleton import Pose
    from longstride.core.figure.space import SpacePose

    def read() -> tuple[dict[str, Figure], tuple[Mistake, ...]]:
        from longstride.content import load_figures

        return load_figures(paths.assets / "poses", catalogue)

    folders = (paths.assets / "drills", paths.assets / "poses")
    packing = Packing(tuple[dict[str, Figure], tuple[Mistake, ...]], shared=(Pose, SpacePose))
    figures, mistakes = kept(paths.cache / "figures.json", folders, packing, read)
    for mistake in mistakes:
        logging.getLogger(__name__).warning("%s", mistake)
    return figures
