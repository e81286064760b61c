"""Drill, flow, plan and pose files to core values, every mistake with its file and line.

What reads files is imported when it is first asked for: its forms take longer than all else that
a start needs, and a start whose files have not changed needs none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from longstride.content.catalogue import load_catalogue
    from longstride.content.checking import check_file, file_warnings
    from longstride.content.flow_folder import load_flows, name_notes, read_folder
    from longstride.content.flow_json import flow_from_json
    from longstride.content.flow_text import flow_to_json
    from longstride.content.flows import Reading, load_flow, read_flow
    from longstride.content.own_flows import keep_flow
    from longstride.content.phrases import load_phrases
    from longstride.content.plans import load_plan, load_plans
    from longstride.content.poses import load_figure, load_figures, prove_figure

__all__ = [
    "Reading",
    "check_file",
    "file_warnings",
    "flow_from_json",
    "flow_to_json",
    "keep_flow",
    "load_catalogue",
    "load_figure",
    "load_figures",
    "load_flow",
    "load_flows",
    "load_phrases",
    "load_plan",
    "load_plans",
    "name_notes",
    "prove_figure",
    "read_flow",
    "read_folder",
]

_ROOMS = {
    "catalogue": ("load_catalogue",),
    "checking": ("check_file", "file_warnings"),
    "flow_json": ("flow_from_json",),
    "flow_text": ("flow_to_json",),
    "flow_folder": ("load_flows", "name_notes", "read_folder"),
    "flows": ("Reading", "load_flow", "read_flow"),
    "own_flows": ("keep_flow",),
    "phrases": ("load_phrases",),
    "plans": ("load_plan", "load_plans"),
    "poses": ("load_figure", "load_figures", "prove_figure"),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    """Return a name from the module it is written in, which is imported now."""
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
