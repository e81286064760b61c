"""Files dropped on the window: which of them are flows, and why another is not taken."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QUrl

from longstride.ui.intentions.window import OpenFiles


def sort_drop(urls: Iterable[QUrl]) -> OpenFiles:
    """Return what can be opened of what is dropped."""
    flows: list[str] = []
    refusals: list[str] = []
    for url in urls:
        if refusal := _refusal(url):
            refusals.append(refusal)
        else:
            flows.append(url.toLocalFile())
    more = f" So it is with {len(refusals) - 1} more." if len(refusals) > 1 else ""
    return OpenFiles(tuple(flows), refusals[0] + more if refusals else "")


def _refusal(url: QUrl) -> str:
    if not url.isLocalFile():
        return "Only files on this machine can be opened; save it to a folder first."
    file = Path(url.toLocalFile())
    if file.is_dir():
        return f"“{file.name}” is a folder; drop the flow files in it instead."
    if file.suffix.casefold() != ".toml":
        return f"“{file.name}” is not a flow; the name of a flow file ends in .flow.toml."
    return ""
