"""Make libraries smaller before they are packed, without changing what they do for Longstride.

Two things weigh more than all our own code: what a debugger would want to know of the libraries
of Python, SQLAlchemy and PyAV, and ICU's tables of every language and currency, of which Qt uses
those for sorting alone (it brings names and formats of its own). Linux only; needs binutils, and
``icupkg`` (Debian: icu-devtools) for the second.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

Entry = tuple[str, str, str]

# Not the libraries of other wheels: those were patched after they were linked, and stripping
# such a one can break it. PyAV's own modules, of which five in six parts go so, were tried.
_STRIPPED = re.compile(r"libpython3[\w.]+$|lib-dynload/|^sqlalchemy/|^av/")
_ICU = re.compile(r"libicudata\.so\.(\d+)$")
# What stays of ICU: tables that are no language's own, the root of all languages, and English.
_KEPT = re.compile(
    r"(coll/)?(root|res_index|en|en_001|en_GB|en_US|pool)\.res"
    r"|coll/ucadata\.icu|[A-Za-z0-9]{4,}\.(res|icu|nrm|spp|cfu)"
)
_ASSEMBLY = """\
    .section .rodata
    .globl {symbol}
    .type {symbol}, @object
    .balign 4096
{symbol}:
    .incbin "{tables}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", @progbits
"""


def lightened(binaries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Return the binaries, the heavy ones replaced by lighter copies made in a folder."""
    if sys.platform != "linux":
        return list(binaries)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return [(place, _lighter(place, source, folder), kind) for place, source, kind in binaries]


def _lighter(place: str, source: str, folder: Path) -> str:
    if found := _ICU.search(place):
        return _with_few_tables(source, found[1], folder)
    return _stripped(place, source, folder) if _STRIPPED.search(place) else source


def _stripped(place: str, source: str, folder: Path) -> str:
    copy = folder / place.replace("/", "-")
    _run("strip", "--strip-unneeded", "-o", str(copy), source)
    return str(copy)


def _with_few_tables(source: str, version: str, folder: Path) -> str:
    """Return an ICU data library of the same name and symbol that holds the kept tables only."""
    if not shutil.which("icupkg"):
        print("No icupkg here (Debian: icu-devtools): the bundle grows by 29 MB.", file=sys.stderr)
        return source
    tables = folder / f"icudt{version}l.dat"  # icupkg goes by this name
    _run("objcopy", "-O", "binary", "--only-section=.rodata", source, str(tables))
    unwanted = folder / "unwanted.txt"
    listed = _run("icupkg", "-l", str(tables)).split()
    unwanted.write_text("\n".join(name for name in listed if not _KEPT.fullmatch(name)) + "\n")
    _run("icupkg", "-r", str(unwanted), str(tables))
    return _linked(tables, f"icudt{version}_dat", folder / PurePath(source).name)


def _linked(tables: Path, symbol: str, library: Path) -> str:
    assembly, compiled = tables.with_suffix(".s"), tables.with_suffix(".o")
    assembly.write_text(_ASSEMBLY.format(symbol=symbol, tables=tables))
    _run("as", "-o", str(compiled), str(assembly))
    link = ("ld", "-shared", "-Bsymbolic", "-z", "noexecstack", "-soname", library.name)
    _run(*link, "-o", str(library), str(compiled))
    return str(library)


def _run(*command: str) -> str:
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
