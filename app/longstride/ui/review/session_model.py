"""The sessions as a table that a screen reader can read row by row."""

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from longstride.core.history.session import Session
from longstride.ui.shown.session_text import steps_text, stiffness_text, when_text, work_text

COLUMNS = ("When", "Flow", "At work", "Stiffness", "Steps", "Note")

_Index = QModelIndex | QPersistentModelIndex


class SessionModel(QAbstractTableModel):
    """Rows are Sessions as given; columns are COLUMNS."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sessions: tuple[Session, ...] = ()
        self._texts: tuple[tuple[str, ...], ...] = ()

    def show_sessions(self, sessions: tuple[Session, ...], today: date) -> None:
        """Replace all rows; days of another year than today's bear theirs."""
        self.beginResetModel()
        self._sessions = sessions
        self._texts = tuple(_row(session, today) for session in sessions)
        self.endResetModel()

    def session(self, row: int) -> Session:
        """Return the session of a row."""
        return self._sessions[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._sessions)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._texts[index.row()][index.column()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{COLUMNS[index.column()]}: {text or 'none'}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        return None


def _row(session: Session, today: date) -> tuple[str, ...]:
    note = session.after.note if session.after else ""
    stiffness = stiffness_text(session).removeprefix("stiffness ")
    return (
        when_text(session, today),
        session.title,
        work_text(session),
        stiffness,
        steps_text(session),
        " ".join(note.split()),
    )
