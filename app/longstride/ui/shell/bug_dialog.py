"""When the program itself made a mistake: what happened, as text that can be passed on."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from longstride.ui.look.theme import Theme
from longstride.ui.widgets.overlay import Overlay
from longstride.ui.widgets.text import button, label

_WORDS = (
    "This is a mistake in Longstride, not yours. Your sessions are safe: each step is kept as "
    "soon as it ends. The text below helps to mend it; nothing is sent by itself. It can quote "
    "what you wrote, so read it through before you pass it on."
)


class BugDialog(Overlay):
    """Shows a report and copies it when asked."""

    def __init__(self, theme: Theme, host: QWidget, report: str) -> None:
        super().__init__(theme, host, "Something went wrong", width=720)
        self.card.column.addWidget(label(_WORDS, wrap=True))
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName("Report")
        self.report.setTabChangesFocus(True)
        self.report.setFixedHeight(theme.px(240))
        self.card.column.addWidget(self.report)
        self.copy = button("Copy the text", "primary")
        self.copy.clicked.connect(self._copy)
        close = button("Go on", "ghost")
        close.clicked.connect(self.reject)
        self.buttons(self.copy, close)
        self.copy.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText("Copied")
