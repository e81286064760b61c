"""Where things live: the athlete's own files, and what ships with the program.

Nobody else asks. ``find_paths`` only looks; ``make_folders`` makes what is missing.
"""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from longstride.core.errors import SettingsError

DATA_DIR = "LONGSTRIDE_DATA_DIR"
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Paths:
    """Every place the program reads or writes; all absolute.

    ``data`` is worth a backup, ``cache`` can be thrown away, ``state`` is for finding faults.
    ``assets`` and ``resources`` ship with the program and are only read.
    """

    settings_file: Path
    data: Path
    cache: Path
    state: Path
    assets: Path
    resources: Path

    @property
    def journal(self) -> Path:
        """The SQLite file that remembers the sessions."""
        return self.data / "journal.sqlite"

    @property
    def flows(self) -> Path:
        """The folder of the athlete's own flows."""
        return self.data / "flows"

    @property
    def clips(self) -> Path:
        """The folder of rendered sentences."""
        return self.cache / "clips"

    @property
    def log(self) -> Path:
        """The file of what went on, for finding faults."""
        return self.state / "longstride.log"

    @property
    def licences(self) -> Path:
        """The folder of licence texts that ship with the program."""
        return self.resources / "licences"

    @property
    def fonts(self) -> Path:
        """The folder of the program's own typeface."""
        return self.resources / "fonts"

    @property
    def window_file(self) -> Path:
        """Where the window stood when it was last closed."""
        return self.state / "window.json"

    @property
    def reminders(self) -> Path:
        """The folder of what the athlete was reminded of."""
        return self.state / "reminders"

    @property
    def calendar_file(self) -> Path:
        """Which events were last written for the athlete's calendar."""
        return self.state / "calendar.json"

    @property
    def favourites(self) -> Path:
        """The file that names the athlete's favourite flows."""
        return self.data / "favourites.json"

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that belong to the athlete."""
        return (self.settings_file.parent, self.data, self.flows, self.clips, self.state)


def find_paths(data_dir: Path | None, environ: Mapping[str, str]) -> Paths:
    """Return the places, without making any.

    ``data_dir`` (``--data-dir``), else ``LONGSTRIDE_DATA_DIR`` in ``environ``, holds everything
    of the athlete's; else the system's usual folders do. SettingsError if the program's own
    files are missing.
    """
    if data_dir is None and environ.get(DATA_DIR):
        data_dir = Path(environ[DATA_DIR])
    config, data, cache, state = _usual_folders() if data_dir is None else _under(data_dir)
    return Paths(
        settings_file=config / "settings.json",
        data=data,
        cache=cache,
        state=state,
        assets=find_shipped("assets"),
        resources=find_shipped("resources"),
    )


def make_folders(paths: Paths) -> None:
    """Make the athlete's folders, readable by nobody else; SettingsError if one cannot be made.

    A folder that stands already keeps its permissions: they are its owner's choice. One that
    cannot be made keeps none of the others from being made.
    """
    refused: dict[str, None] = {}  # each place once, in order
    for folder in paths.folders:
        try:
            _make(folder)
        except OSError as error:
            refused[f"{_barred(error, folder)} ({error.strerror})"] = None
    if refused:
        raise SettingsError(
            f"Longstride's folders cannot be made in {' and '.join(refused)}; see that you may "
            "write there, or choose another place with --data-dir."
        )


def _barred(error: OSError, folder: Path) -> Path:
    """Return what keeps a folder from being made: a file in the way, or what it would lie in."""
    failed = Path(error.filename or folder)
    return failed if failed.exists() else failed.parent


def find_shipped(name: str, places: Iterable[Path] | None = None) -> Path:
    """Return the folder ``name`` that came with the program; SettingsError if there is none."""
    candidates = tuple(_shipped_places(name) if places is None else places)
    for folder in candidates:
        if folder.is_dir():
            return folder
    looked = ", ".join(str(folder) for folder in candidates)
    raise SettingsError(
        f"The program's own {name} are missing (looked in {looked}); install Longstride again."
    )


def _usual_folders() -> tuple[Path, Path, Path, Path]:
    dirs = platformdirs.PlatformDirs("longstride", appauthor=False)
    return dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path


def _under(data_dir: Path) -> tuple[Path, Path, Path, Path]:
    top = data_dir.expanduser().absolute()
    return top / "config", top / "data", top / "cache", top / "state"


def _shipped_places(name: str) -> Iterable[Path]:
    package = Path(__file__).resolve().parent
    yield package / f"_{name}"  # in a wheel
    yield package.parents[1] / name  # in a checkout
    if bundle := getattr(sys, "_MEIPASS", None):  # in a frozen program
        yield Path(bundle) / name


def _make(folder: Path) -> None:
    """Make a folder and its parents; ``Path.mkdir`` would leave the parents open to all."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make(folder.parent)
    folder.mkdir(mode=_PRIVATE, exist_ok=True)
