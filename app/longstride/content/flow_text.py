"""A flow as JSON text. It needs no form, so that a flow can begin without what reads files."""

import json
from dataclasses import fields, is_dataclass

from longstride.core.flow.flow import Flow


def flow_to_json(flow: Flow) -> str:
    """Return a flow with all its drills as JSON, which ``flow_from_json`` reads back."""
    return json.dumps(flow, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    """Return a value as JSON knows it: an object of its fields, or a list."""
    if is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    assert isinstance(value, frozenset), f"a flow holds no {type(value).__name__}"
    return sorted(value)
