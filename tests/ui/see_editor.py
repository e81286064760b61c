"""Render the editor in every state to PNG files, to be looked at.

    PYTHONPATH=tests xvfb-run -a -s "-screen 0 1440x900x24" \
        python -m ui.see_editor FOLDER [dark|light] [SCALE] [WIDTHxHEIGHT]
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from longstride.ui.editor.page import EditorPage
from longstride.ui.look.palette import DARK, LIGHT
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.shell.window import MainWindow, PageEntry
from typeface import bring_typeface
from ui import editor_samples


def main(folder: str, look: str = "dark", scale: str = "100", size: str = "1440x900") -> None:
    app = QApplication([])
    bring_typeface()
    theme = Theme(DARK if look == "dark" else LIGHT, int(scale))
    apply_theme(app, theme.palette, theme.scale)
    page = EditorPage(theme)
    window = MainWindow(theme, (PageEntry("editor", "flows", "Flows", lambda: page),))
    window.resize(*map(int, size.split("x")))
    window.show()
    window.show_page("editor")
    Path(folder).mkdir(parents=True, exist_ok=True)
    for name in editor_samples.states(page):
        for _ in range(8):
            app.processEvents()
        window.grab().save(str(Path(folder) / f"{look}_{scale}_{name}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
