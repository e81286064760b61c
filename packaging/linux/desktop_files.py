"""Lay out what a Linux desktop wants to know of a program: entry, file type, icons, manual.

The Debian package and the AppImage both take theirs from here. Standard library only.
"""

import gzip
import re
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
LINUX = Path(__file__).resolve().parent
BUNDLE = HERE / "dist/longstride"
METAINFO = "org.longstride.longstride.metainfo.xml"
PICTURES = {
    "player.png": "The player in the middle of a flow, to be read from the floor",
    "flows.png": "The flows, each with its most telling drill",
    "review.png": "A year in review",
}


@dataclass(frozen=True)
class Web:
    """Where the project is published; empty as long as it is not."""

    home: str = ""
    pictures: str = ""


@dataclass(frozen=True)
class Release:
    """A version as the changelog tells it."""

    version: str
    day: date
    development: bool
    changes: tuple[str, ...]


def version() -> str:
    """Return the version, from the one place that says it."""
    text = (HERE / "app/longstride/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    assert found, "app/longstride/__init__.py names the version"
    return found[1]


def releases(changelog: str, today: date) -> Iterator[Release]:
    """Yield the versions of a changelog, newest first; what is unreleased counts as of today."""
    head = re.compile(r"^## \[(.+?)\] - (\S+)$", re.MULTILINE)
    parts = head.split(changelog)[1:]
    for name, rest, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        changes = tuple(plain(item) for item in re.findall(r"^- (.+(?:\n  .+)*)", text, re.M))
        if name == "Unreleased":
            yield Release(rest, today, True, changes)
        else:
            yield Release(name, date.fromisoformat(rest), False, changes)


def plain(markdown: str) -> str:
    """Return a line of the changelog without its marks and breaks."""
    words = re.sub(r"\[(.+?)\]\(.+?\)", r"\1", markdown)
    return " ".join(re.sub(r"[`*]", "", words).split())


def metainfo(web: Web, versions: Iterator[Release]) -> str:
    """Return what software centres show: the kept file with its releases and addresses."""
    source = (LINUX / METAINFO).read_text(encoding="utf-8")
    component = ET.fromstring(source)  # our own file
    if web.home:
        ET.SubElement(component, "url", type="homepage").text = web.home
    if web.pictures:
        component.append(screenshots(web.pictures))
    listed = ET.SubElement(component, "releases")
    for one in versions:
        listed.append(release(one))
    ET.indent(component)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return head + ET.tostring(component, encoding="unicode") + "\n"


def screenshots(address: str) -> ET.Element:
    """Return the pictures of the readme as screenshots, the first one as the one to show."""
    shown = ET.Element("screenshots")
    for place, (file, caption) in enumerate(PICTURES.items()):
        one = ET.SubElement(shown, "screenshot", {} if place else {"type": "default"})
        ET.SubElement(one, "caption").text = caption
        ET.SubElement(one, "image", type="source").text = f"{address.rstrip('/')}/{file}"
    return shown


def release(one: Release) -> ET.Element:
    """Return a release with its changes."""
    kind = "development" if one.development else "stable"
    made = ET.Element("release", version=one.version, date=one.day.isoformat(), type=kind)
    if one.changes:
        changes = ET.SubElement(ET.SubElement(made, "description"), "ul")
        for change in one.changes:
            ET.SubElement(changes, "li").text = change
    return made


def lay(share: Path, web: Web, today: date) -> None:
    """Put everything under a ``share`` folder, as the freedesktop standards place it."""
    changelog = (HERE / "CHANGELOG.md").read_text(encoding="utf-8")
    put(LINUX / "longstride.desktop", share / "applications")
    put(LINUX / "longstride.xml", share / "mime/packages")
    shutil.copytree(HERE / "resources/icons/hicolor", share / "icons/hicolor", dirs_exist_ok=True)
    (share / "metainfo").mkdir(parents=True, exist_ok=True)
    about = metainfo(web, releases(changelog, today))
    (share / "metainfo" / METAINFO).write_text(about, encoding="utf-8")
    manual = (LINUX / "longstride.1").read_text(encoding="utf-8").replace("@VERSION@", version())
    (share / "man/man1").mkdir(parents=True, exist_ok=True)
    (share / "man/man1/longstride.1.gz").write_bytes(pack(manual))


def put(file: Path, folder: Path) -> None:
    """Copy a file into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, folder / file.name)


def pack(text: str) -> bytes:
    """Return a text gzipped, the same bytes whenever it is done."""
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def bundle(made: Path) -> Path:
    """Return a bundle that ``packaging/build`` made; leaves with a sentence if it is not there."""
    if not (made / "longstride").is_file():
        sys.exit(f"There is no program in {made}; make it with packaging/build first.")
    return made
