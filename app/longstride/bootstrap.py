"""The composition root: the only place that builds long-lived objects and reads the real clock."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from longstride.core.errors import DisplayError
from longstride.desktop.suspend import SteadyClock
from longstride.engine import Engine
from longstride.paths import find_paths, make_folders
from longstride.settings import load_settings

LOG_SIZE = 500_000


def open_engine(data_dir: Path | None, environ: Mapping[str, str]) -> Engine:
    """Find the places, read the settings, start the log; SettingsError if that cannot be."""
    paths = find_paths(data_dir, environ)
    make_folders(paths)
    settings, notice = load_settings(paths.settings_file)
    start_log(paths.log)
    return Engine(paths, settings, local_now, SteadyClock(), notice)


def open_window(engine: Engine, environ: Mapping[str, str], flow: str | None = None) -> int:
    """Open the window, on a flow if one is named, and return its exit code when it closes."""
    from longstride.desktop.display import window_obstacle
    from longstride.desktop.qt import load_qt

    if obstacle := window_obstacle(environ):
        raise DisplayError(obstacle)
    load_qt()
    from longstride.ui.application import run_application

    return run_application(engine, flow)


def start_log(path: Path) -> None:
    """Write what goes wrong to a file of bounded size, readable by the athlete alone."""
    path.touch(mode=0o600, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=LOG_SIZE, backupCount=2, delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log = logging.getLogger("longstride")
    for old in list(log.handlers):
        log.removeHandler(old)
        old.close()
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def local_now() -> datetime:
    """Return the present with the machine's own offset."""
    return datetime.now().astimezone()
