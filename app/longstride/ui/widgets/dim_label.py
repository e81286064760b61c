"""A label painted by hand that can be dimmed."""

from PySide6.QtWidgets import QLabel, QWidget


class DimLabel(QLabel):
    """Whoever paints it takes ``_strength`` as the opacity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strength = 1.0

    def show_strength(self, strength: float) -> None:
        """Dim to ``strength`` 0-1."""
        if strength != self._strength:
            self._strength = strength
            self.update()
