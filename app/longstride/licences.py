"""Under which terms Longstride and everything it stands on may be passed on.

From source the installed packages are asked. A frozen program reads what its build wrote down,
which also knows the system's libraries that travel with it.
"""

import platform
import re
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

PROGRAM = "longstride"
SHIPPED = "shipped"
_FIELDS = ("Name", "Version", "Terms", "Home")
# How packages write what has a usual short name.
_SHORT = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "BSD 3-Clause License": "BSD-3-Clause",
    "MIT License": "MIT",
}
_LEGAL = re.compile(r"licen[cs]|copying|notice", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Licence:
    """What one part is called and may be passed on under.

    ``terms`` is the licence's usual short name, ``text`` the whole of it, ``home`` an address.
    Each but the name is "" where the part does not say.
    """

    name: str
    version: str
    terms: str
    text: str
    home: str


@dataclass(frozen=True, slots=True)
class _Within:
    """A library that travels inside a package of another name; ``alike`` also in its version."""

    name: str
    package: str
    terms: str
    home: str
    alike: bool = False


_QT = "pyside6-essentials"
_WITHIN = (
    _Within("Qt", _QT, "LGPL-3.0-only", "https://www.qt.io", alike=True),
    _Within(
        "Libraries within Qt", _QT, "see text", "https://doc.qt.io/qt-6/licenses-used-in-qt.html"
    ),
    _Within("ICU", _QT, "MIT", "https://icu.unicode.org"),
    _Within(
        "eSpeak NG",
        "espeakng-loader",
        "GPL-3.0-or-later",
        "https://github.com/espeak-ng/espeak-ng",
    ),
    _Within("FFmpeg", "av", "GPL-3.0-or-later", "https://ffmpeg.org"),
    _Within("Libraries within FFmpeg", "av", "see text", "https://ffmpeg.org"),
    _Within("libsndfile", "soundfile", "LGPL-2.1-or-later", "https://libsndfile.github.io"),
)


def licences(folder: Path) -> tuple[Licence, ...]:
    """Return Longstride's licence, then by name those of all it stands on.

    ``folder`` is the one of licence texts among the program's resources. Reads some fifty small
    files.
    """
    return read_licences(folder / SHIPPED) or installed_licences(folder)


def installed_licences(folder: Path) -> tuple[Licence, ...]:
    """Return what this Python's packages say of themselves, as `licences` does."""
    found: dict[str, Distribution] = {}
    _collect(PROGRAM, found)
    packages = [_of_package(package, folder) for package in found.values()]
    brought = [*_of_typeface(folder.parent), *_of_model(folder)]
    return in_order([*packages, *_of_libraries(found, folder), *brought, _of_python()])


def package_licence(name: str, folder: Path) -> Licence:
    """Return what one installed package says of itself; PackageNotFoundError if there is none."""
    return _of_package(distribution(name), folder)


def read_licences(folder: Path) -> tuple[Licence, ...]:
    """Return the licences written to a folder; none where there is no such folder."""
    return in_order(_read(file) for file in folder.glob("*.txt"))


def write_licences(licences: Iterable[Licence], folder: Path) -> None:
    """Write each licence to a text file of its own, to be read by people and `read_licences`."""
    folder.mkdir(parents=True, exist_ok=True)
    for licence in licences:
        values = (licence.name, licence.version, licence.terms, licence.home)
        head = "".join(f"{field}: {value}\n" for field, value in zip(_FIELDS, values, strict=True))
        file = folder / (re.sub(r"[^\w.+-]+", "-", licence.name) + ".txt")
        file.write_text(f"{head}\n{licence.text}\n", encoding="utf-8")


def in_order(licences: Iterable[Licence]) -> tuple[Licence, ...]:
    """Return Longstride first, then the others by name."""
    return tuple(sorted(licences, key=lambda one: (one.name != "Longstride", one.name.lower())))


def _read(file: Path) -> Licence:
    head, _, text = file.read_text(encoding="utf-8").partition("\n\n")
    said = dict(line.split(":", 1) for line in head.splitlines())
    name, version, terms, home = (said[field].strip() for field in _FIELDS)
    return Licence(name, version, terms, text.rstrip("\n"), home)


def _collect(name: str, found: dict[str, Distribution]) -> None:
    """Add a package and all it needs; what is needed on other systems only is not installed."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    try:
        package = distribution(name) if key not in found else None
    except PackageNotFoundError:
        return
    if package:
        found[key] = package
        for needed in _needs(package):
            _collect(needed, found)


def _needs(package: Distribution) -> Iterator[str]:
    for requirement in package.requires or ():
        wanted, _, condition = requirement.partition(";")
        if "extra" not in condition and (name := re.match(r"[\w.-]+", wanted)):
            yield name[0]


def _of_package(package: Distribution, folder: Path) -> Licence:
    name = "Longstride" if package.name == PROGRAM else package.name
    terms = _first(package, "License-Expression") or _first(package, "License").split("\n")[0]
    terms = _SHORT.get(terms, terms)
    text = _texts(package) or _usual_text(terms, folder)
    return Licence(name, package.version, terms or "not stated", text, _home(package))


def _first(package: Distribution, field: str) -> str:
    return str(next(iter(package.metadata.get_all(field) or ()), ""))


def _home(package: Distribution) -> str:
    links = [link.partition(",") for link in package.metadata.get_all("Project-URL") or ()]
    by_label = {label.strip().lower(): link.strip() for label, _, link in links}
    labels = ("homepage", "home", "source", "source code", "repository")
    named = (by_label[label] for label in labels if label in by_label)
    return _first(package, "Home-page") or next(named, "")


def _texts(package: Distribution) -> str:
    """Return every licence that lies among a package's files, each different one once."""
    files = [file for file in package.files or () if _LEGAL.search(str(file))]
    texts = {
        Path(str(file.locate())).read_text(encoding="utf-8", errors="replace").strip(): None
        for file in files
        if file.suffix in {"", ".txt", ".md", ".LGPL"}
    }
    return f"\n\n{'-' * 72}\n\n".join(texts)


def _of_libraries(found: dict[str, Distribution], folder: Path) -> Iterator[Licence]:
    for within in _WITHIN:
        if package := found.get(within.package):
            version = package.version if within.alike else _version_of_file(package, within)
            text = _usual_text(within.terms, folder) or _usual_text(within.name, folder)
            text = text or _texts(package)
            yield Licence(within.name, version, within.terms, text, within.home)


def _version_of_file(package: Distribution, within: _Within) -> str:
    """Return the version a package's library bears in its name."""
    ending = re.compile(rf"{within.name.replace(' ', '-').lower()}\.so\.(\d+\.\d+\.\d+)$")
    names = (ending.search(str(file)) for file in package.files or ())
    return next((name[1] for name in names if name), "")


def _usual_text(terms: str, folder: Path) -> str:
    """Return the text of a licence that is the same for everybody."""
    file = folder / f"{terms.partition(' OR ')[0]}.txt"
    return file.read_text(encoding="utf-8").strip() if terms and file.is_file() else ""


def _of_typeface(resources: Path) -> Iterator[Licence]:
    """Yield what the typeface may be passed on under, where it is."""
    file = resources / "fonts/OFL.txt"
    if file.is_file():
        text = file.read_text(encoding="utf-8").strip()
        yield Licence("Inter", "4.1", "OFL-1.1", text, "https://rsms.me/inter/")


def _of_model(folder: Path) -> Iterator[Licence]:
    """Yield what the model that suggests points may be passed on under, where it is."""
    for notice in folder.parents[1].glob("*assets/models/NOTICE"):
        text = f"{notice.read_text(encoding='utf-8')}\n{_usual_text('Apache-2.0', folder)}"
        home = "https://github.com/google-ai-edge/mediapipe"
        yield Licence("BlazePose", "0.5.1675469404", "Apache-2.0", text, home)


def _of_python() -> Licence:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    )
    texts = (file.read_text(encoding="utf-8") for file in places if file.is_file())
    text, home = next(texts, sys.copyright).strip(), "https://www.python.org"
    return Licence("Python", platform.python_version(), "PSF-2.0", text, home)
