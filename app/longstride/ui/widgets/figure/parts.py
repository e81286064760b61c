"""A part a body is painted of, turned on a lathe, in the eye's axes."""

from dataclasses import dataclass, field

from longstride.core.figure.vectors import Vector, between, plus
from longstride.ui.widgets.figure.profile import Profile, profile

RADII = {"thigh": 0.061, "shank": 0.041, "foot": 0.029, "upper_arm": 0.040, "forearm": 0.027,
         "hand": 0.023, "trunk": 0.075, "head": 0.054, "neck": 0.033}  # fmt: skip

Ring = tuple[Vector, float, float, Vector, Vector, float]
"""Where it is, half its width and depth, which way these go, how far along the bone it is."""


@dataclass(slots=True)
class Part:
    """A part from ``a`` to ``b``, its width along ``x`` and its depth along ``z``."""

    side: str
    shape: str
    a: Vector
    b: Vector
    x: Vector
    z: Vector
    bend: tuple[Ring, ...] = ()  # the rings of what has no straight axis: the trunk
    bent: tuple[float, ...] = ()  # and what their bend can be told apart by
    spread: float = 1.0  # times its usual width
    ends: tuple[Vector, Vector] = field(init=False)  # what its depth is compared by
    over: bool = False  # it lies before a part that it does not hang on
    fades: frozenset[str] = frozenset()  # "start", "end": there it goes over into another part

    def __post_init__(self) -> None:
        self.ends = (self.a, self.b)

    @property
    def name(self) -> str:
        """near_thigh, trunk."""
        return f"{self.side}_{self.shape}" if self.side else self.shape

    @property
    def haloed(self) -> bool:
        """Whether it is set off from what is behind it."""
        return self.over or self.shape in {"head", "neck"}

    @property
    def depth(self) -> float:
        """How near to the eye its middle is."""
        return (self.ends[0][2] + self.ends[1][2]) / 2

    @property
    def profile(self) -> Profile:
        """How thick it is along its bone."""
        return profile(self.shape)

    def rings(self) -> tuple[Ring, ...]:
        """Return its rings from its start to its end."""
        return self.bend or tuple(
            (
                plus(between(self.a, self.b, along), self.z, shift),
                wide * self.spread,
                deep,
                self.x,
                self.z,
                along,
            )
            for along, wide, deep, shift in self.profile.rows
        )
