"""A flow as JSON, for the journal: exactly what was performed, and exactly back again."""

from functools import cache

from pydantic import TypeAdapter, ValidationError

from longstride.core.errors import FlowError, Mistake
from longstride.core.flow import Flow


@cache
def _adapter() -> TypeAdapter[Flow]:
    return TypeAdapter(Flow)


def flow_to_json(flow: Flow) -> str:
    """Return a flow with all its drills as JSON."""
    return _adapter().dump_json(flow).decode()


def flow_from_json(text: str) -> Flow:
    """Return the flow that ``flow_to_json`` wrote; FlowError where the text is another."""
    try:
        return _adapter().validate_json(text, strict=True)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        place = f" ({where})" if where else ""
        text = f"this saved flow cannot be read{place}; the session's own numbers are still good"
        raise FlowError((Mistake("journal", 0, text),)) from error
