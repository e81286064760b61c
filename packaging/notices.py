"""Write down the licence of everything that travels in the bundle.

What lies in a Python package is licensed as that package says; a library of the machine as the
Debian package says that brought it. Something nobody answers for stops the build.
"""

import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from longstride.licences import (
    Licence,
    in_order,
    installed_licences,
    package_licence,
)

BUILDER = "pyinstaller"  # the part of it that starts the program travels along


class UnknownOriginError(SystemExit):
    """Something would travel that nobody answers for."""


def all_licences(
    modules: Iterable[str], libraries: Iterable[Path], texts: Path
) -> tuple[Licence, ...]:
    """Return the licences of Python, the packages of these modules, and the machine's libraries.

    A package that is installed for Longstride but of which no module travels is left out.
    """
    brought = packages_of(modules)
    absent = {package.lower() for package in packages_of(packages_distributions()) - brought}
    installed = {one.name.lower(): one for one in installed_licences(texts)}
    found = {name: one for name, one in installed.items() if name not in absent}
    for package in {BUILDER, *brought}:
        one = package_licence(package, texts)
        found.setdefault(one.name.lower(), one)
    return in_order([*found.values(), *libraries_licences(libraries)])


def packages_of(modules: Iterable[str]) -> set[str]:
    """Return the packages that brought modules; those of Python itself belong to none."""
    brought = packages_distributions()
    tops = {module.partition(".")[0] for module in modules}
    return {package for top in tops for package in brought.get(top, ())}


def libraries_licences(libraries: Iterable[Path]) -> Iterator[Licence]:
    """Return the licences of the machine's libraries, one for each source they are built from."""
    sources: dict[str, str] = {}
    for library in sorted(libraries):
        package = debian_package(library)
        sources.setdefault(asked(package, "${source:Package}"), package)
    for source, package in sources.items():
        version, home = asked(package, "${Version}"), asked(package, "${Homepage}")
        text = copyright_of(package)
        yield Licence(source, version, terms_in(text), text, home)


def debian_package(library: Path) -> str:
    """Return the package that brought a file, by either of the names its folder has."""
    real = library.resolve()
    for place in (real, Path("/", *real.parts[2:])):  # dpkg still says /lib for /usr/lib
        said = run("dpkg", "--search", str(place))
        if said:
            return said.rpartition(": ")[0]
    raise UnknownOriginError(
        f"{library} would travel in the bundle, and no Debian package answers for it. "
        "Build on a Debian family, or leave it out in packaging/trim.py."
    )


def asked(package: str, field: str) -> str:
    """Return what Debian's records say of a package."""
    return run("dpkg-query", "--show", "--showformat", field, package)


def copyright_of(package: str) -> str:
    """Return what Debian wrote down of a package's licences, with the usual texts it points to."""
    folder = Path("/usr/share/doc") / package.partition(":")[0]
    try:
        return (folder / "copyright").read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UnknownOriginError(f"{folder} holds no copyright file: {error.strerror}.") from error


def terms_in(text: str) -> str:
    """Return the short names of the licences in a copyright file, "see text" for an old one."""
    fields = (line.partition(":") for line in text.splitlines())
    names = (value.strip() for field, _, value in fields if field == "License")
    return ", ".join(dict.fromkeys(name for name in names if name)) or "see text"


def run(*command: str) -> str:
    """Return the first line a command says, "" where it fails."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip().partition("\n")[0] if done.returncode == 0 else ""
