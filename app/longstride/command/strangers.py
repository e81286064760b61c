"""What lies in folders of ours and is none of ours: passed over everywhere, told by doctor."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from longstride.paths import Paths

_SHOWN = 3
_JOURNAL = r"journal(\.revision-[0-9]+)?\.sqlite(-journal|-wal|-shm)?"
_RUNNING = r"(window|play)\.lock|longstride-[0-9a-f]{16}"  # the last is where a window listens


def strangers(paths: Paths, folder: Path) -> tuple[Path, ...]:
    """Return what is passed over in a folder of ours; nothing where it cannot be looked into.

    It bears no name of ours, or is no plain file under one.
    """
    beside = (paths.journal.with_name(name) for name in ("backups", "stills"))
    ours = {*paths.folders, paths.cache, paths.reminders, *beside}
    names = [names for place, names in _names(paths).items() if place == folder]
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return ()
    return tuple(path for path in found if not (_is_ours(path, names) or _holds(path, ours)))


def passed_over(found: Iterable[Path]) -> str:
    """Return the sentence that tells of strangers, "" where there are none."""
    names = [path.name for path in found]
    if not names:
        return ""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f" What else lies there is passed over: {', '.join(names[:_SHOWN])}{more}."


def _names(paths: Paths) -> Mapping[Path, str]:
    """Return the names of our files by folder; on some systems two folders are the same."""
    names: dict[Path, str] = {}
    for folder, pattern in (
        (paths.settings_file.parent, r"settings(\.broken-[0-9]+)?\.json"),
        (paths.data, f"{_JOURNAL}|{_RUNNING}"),
        (paths.flows, r".+\.toml"),
        (paths.cache, r"library\.json|figures\.json"),
        (
            paths.clips,
            r"[0-9a-f]{64}\.clip|driver-[a-z]+\.json|lengths-[0-9a-f]{16}\.json|.+\.part(\..+)?",
        ),
        (
            paths.state,
            r"longstride\.log(\.[0-9])?|(window|calendar)\.json|longstride-(run-.+\.json|remind.*\.xml)",
        ),
    ):
        names[folder] = f"{names[folder]}|{pattern}" if folder in names else pattern
    return names


def _is_ours(path: Path, names: Iterable[str]) -> bool:
    named = any(re.fullmatch(pattern, path.name) for pattern in names)
    return named and path.name.isprintable() and (path.is_file() or path.is_socket())


def _holds(path: Path, folders: Iterable[Path]) -> bool:
    """Say whether a path is one of ours, or leads to one."""
    return path.is_dir() and any(path in (folder, *folder.parents) for folder in folders)
