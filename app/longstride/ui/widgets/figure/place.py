"""Where on the page a figure comes to lie."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from longstride.core.figure.camera import FAR, Camera
from longstride.core.figure.vectors import Vector, minus


@dataclass(frozen=True)
class FigurePlace:
    """A camera's picture on the page: its middle at ``origin``, ``scale`` pixels a body height."""

    camera: Camera
    origin: QPointF
    scale: float

    def eye(self, point: Vector) -> Vector:
        """Return a place in the eye's axes: right, up, towards the eye."""
        return self.camera.way(minus(point, self.camera.middle))

    def pixel(self, eye: Vector) -> Vector:
        """Return where a place in the eye's axes lies in pixels, and the pixels a body height."""
        near = FAR / (FAR - eye[2]) * self.scale
        return (self.origin.x() + eye[0] * near, self.origin.y() - eye[1] * near, near)

    def point(self, point: Vector) -> QPointF:
        """Return where a place in space lies in pixels."""
        x, y, _ = self.pixel(self.eye(point))
        return QPointF(x, y)
