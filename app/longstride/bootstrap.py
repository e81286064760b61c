"""The composition root: the only place that builds long-lived objects and reads the real clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from longstride.core.errors import DisplayError, SettingsError
from longstride.desktop.suspend import SteadyClock
from longstride.engine import Engine
from longstride.log import start_log
from longstride.paths import Paths, find_paths, make_folders
from longstride.settings import load_settings


def open_engine(data_dir: Path | None, environ: Mapping[str, str]) -> Engine:
    """Find the places, read the settings, start the log; SettingsError if that cannot be.

    A folder that cannot be made is told in the engine's notice, like settings that are broken.
    """
    paths = find_paths(data_dir, environ)
    start_log(paths.log)
    no_folder = _make_folders(paths)
    settings, broken = load_settings(paths.settings_file)
    notice = " ".join(sentence for sentence in (no_folder, broken) if sentence)
    return Engine(paths, settings, local_now, SteadyClock(), notice or None)


def open_window(engine: Engine, environ: Mapping[str, str], flow: str | None = None) -> int:
    """Open the window, on a flow if one is named, and return its exit code when it closes."""
    from longstride.desktop.display import window_obstacle
    from longstride.desktop.qt import load_qt

    if obstacle := window_obstacle(environ):
        raise DisplayError(obstacle)
    load_qt()
    from longstride.ui.application import run_application

    return run_application(engine, flow)


def _make_folders(paths: Paths) -> str | None:
    try:
        make_folders(paths)
    except SettingsError as error:
        return str(error)
    return None


def local_now() -> datetime:
    """Return the present with the machine's own offset."""
    return datetime.now().astimezone()
