"""A thing in the picture beside the body."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the picture: ``numbers`` say where it is, or ``points`` what it hangs between."""

    kind: str
    numbers: tuple[float, ...] = ()
    points: tuple[str, ...] = ()
