"""Which of the files PyInstaller finds travel with the program, and which stay behind.

PyInstaller takes every plugin of each part of Qt, and every library of the machine they lean on.
A library of the machine's own graphics, sound or C++ must not travel: the drivers of another
machine need their own. Standard library only.
"""

import re
import sys
from collections.abc import Callable, Container, Iterable
from pathlib import PurePath

Entry = tuple[str, str, str]
"""As in PyInstaller: where a file goes, where it comes from, what kind it is."""

LINK = "SYMLINK"

# Modules that something in a package could import and nothing of Longstride does.
EXCLUDED = (
    "_curses",
    "_hashlib",  # and _ssl: nothing leaves the machine, and hashlib has its own sums
    "_ssl",
    "ensurepip",
    "flatbuffers",  # and protobuf: onnxruntime asks for them, and reads models without
    "google.protobuf",
    "hibari.cli",
    "onnxruntime.backend",
    "onnxruntime.datasets",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    "PySide6.QtConcurrent",  # as PySide6 asks for it with QtMultimedia
    "PySide6.QtMultimediaWidgets",
    "doctest",
    "numpy._core._multiarray_tests",
    "numpy.f2py",
    "numpy.testing",
    "pip",
    "pydantic.v1",
    "pydoc",
    "readline",
    "setuptools",
    "tkinter",
    "unittest",
    "xmlrpc",
)

# Of Qt's plugins, those a painted window of this program can use.
PLUGINS = frozenset(
    {
        "iconengines/qsvgicon",
        "imageformats/qsvg",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platforms/qcocoa",
        "platforms/qoffscreen",  # longstride draw
        "platforms/qwayland",
        "platforms/qwindows",
        "platforms/qxcb",
        "platformthemes/qxdgdesktopportal",
        "styles/qmacstyle",
        "styles/qmodernwindowsstyle",
        "multimedia/darwinmediaplugin",
        "multimedia/windowsmediaplugin",
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        "wayland-shell-integration/xdg-shell",
    }
)

# Libraries of the machine that Python and the X11 window lean on, which a desktop may lack and
# no driver shares with us.
_LIBRARIES = re.compile(
    r"lib(python3|expat|sqlite3|ffi|bz2|lzma|uuid|mpdec|xcb-|xkbcommon|X11-xcb)[\w.+-]*"
)
# What is loaded by name, so that nothing is seen to need it.
_BY_NAME = re.compile(
    r"libespeak-ng\.so$|libsndfile_\w+\.so$|libpython3|libonnxruntime_providers_shared\.so$"
)
# Languages of eSpeak NG: Russian, Chinese, Arabic and Persian, whose dictionaries weigh 11 MB, more
# than all the others together (whoever wants one installs the system's eSpeak NG, which is asked
# first), and three for which the package brings no dictionary at all.
_UNSPOKEN = r"espeak-ng-data/(lang/\w+/)?(ru|cmn|yue|ar|fa|fo|kaa|xex)(_dict|-[\w-]+)?$"
_DATA_LEFT = re.compile(
    r"PySide6/(Qt/)?(translations|qml|resources|metatypes)/|\.pyi$|/(tests?|__pycache__)/"
    r"|hibari/assets/(lexicon|oov)_gb"  # for a British voice, which does not travel
    r"|^(flatbuffers|packaging|protobuf|pycparser)-[^/]+\.dist-info/"
    rf"|{_UNSPOKEN}"
)


def travelling(
    binaries: Iterable[Entry], is_own: Callable[[str], bool], needs: Callable[[str], set[str]]
) -> list[Entry]:
    """Return the binaries that something of the program can load.

    ``is_own`` tells a file of Python or its packages from one of the machine; ``needs`` names
    the libraries a file is linked with. Off Linux only plugins are left behind.
    """
    entries = [entry for entry in binaries if entry[2] == LINK or _may_travel(entry, is_own)]
    if sys.platform != "linux":
        return entries
    kept = _reached((entry for entry in entries if entry[2] != LINK), needs)
    return [entry for entry in entries if entry[2] == LINK or _name(entry) in kept]


def read(files: Iterable[Entry]) -> list[Entry]:
    """Return the files that are read by something of the program."""
    return [entry for entry in files if not _DATA_LEFT.search(PurePath(entry[0]).as_posix())]


def tied(entries: Iterable[Entry], places: Container[str]) -> list[Entry]:
    """Return entries without the links to a place where nothing is left."""
    return [entry for entry in entries if entry[2] != LINK or entry[1] in places]


def plugin_of(place: str) -> str:
    """Return "platforms/qxcb" for where that plugin goes, "" for what is no plugin of Qt."""
    found = re.search(r"plugins/(.+)/(?:lib)?([\w-]+)\.\w+$", PurePath(place).as_posix())
    return f"{found[1]}/{found[2]}" if found else ""


def _may_travel(entry: Entry, is_own: Callable[[str], bool]) -> bool:
    place, source, _ = entry
    if plugin := plugin_of(place):
        return plugin in PLUGINS
    if sys.platform != "linux" or is_own(source):
        return True
    return bool(_LIBRARIES.fullmatch(PurePath(source).name))


def _reached(entries: Iterable[Entry], needs: Callable[[str], set[str]]) -> set[str]:
    """Return the names of what is loaded at first and, from there, of all they are linked with."""
    known = {_name(entry): entry for entry in entries}
    waiting = {name for name, entry in known.items() if _begins(entry)}
    reached: set[str] = set()
    while waiting:
        reached.add(name := waiting.pop())
        waiting |= (needs(known[name][1]) & set(known)) - reached
    return reached


def _name(entry: Entry) -> str:
    """Return the name by which others are linked with a library."""
    return PurePath(entry[0]).name


def _begins(entry: Entry) -> bool:
    by_name = _BY_NAME.search(_name(entry))
    return entry[2] == "EXTENSION" or bool(plugin_of(entry[0])) or bool(by_name)
