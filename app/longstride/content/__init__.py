"""Drill, flow, plan and pose files to core values, every mistake with its file and line."""

from longstride.content.catalogue import load_catalogue
from longstride.content.checking import check_file, file_warnings
from longstride.content.flow_json import flow_from_json, flow_to_json
from longstride.content.flows import Reading, load_flow, load_flows, read_flow
from longstride.content.own_flows import keep_flow
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
    "load_plan",
    "load_plans",
    "prove_figure",
    "read_flow",
]
