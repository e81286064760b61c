"""Flows in fewer minutes, for pages to offer."""

import fakes
from longstride.core.flow.flow import Flow
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.shorten import fit
from longstride.core.timeline.timeline import Timeline
from longstride.ui.shown.shorter import OFFERED, Fits, shorter


def fits(made: Flow) -> Fits:
    """Return what is left of a flow in every number of minutes."""

    def compiled(each: Flow) -> Timeline:
        return compile_flow(each, {}, fakes.FULL)

    shorts = {n: fit(made, n * 60_000, lambda f: compiled(f).duration) for n in OFFERED}
    return {n: shorter(made, s, compiled(s.flow)) for n, s in shorts.items() if s}
