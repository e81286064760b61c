"""The composition root: the only place that builds long-lived objects and reads the real clock."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from longstride.core.errors import DisplayError, SettingsError
from longstride.core.flow.manner import Manner
from longstride.desktop.suspend import SteadyClock
from longstride.engine import Engine
from longstride.log import start_log
from longstride.paths import Paths, find_paths, make_folders
from longstride.settings import load_settings


def open_engine(data_dir: Path | None, environ: Mapping[str, str]) -> Engine:
    """Find the places, read the settings, start the log; SettingsError if that cannot be.

    Or if no time can be told here.

    A folder that cannot be made is told in the engine's notice, like settings that are broken.
    """
    _see_that_time_is_told(environ)
    paths = find_paths(data_dir, environ)
    start_log(paths.log)
    no_folder = _make_folders(paths)
    settings, broken = load_settings(paths.settings_file)
    notice = " ".join(sentence for sentence in (no_folder, broken) if sentence)
    return Engine(paths, settings, local_now, SteadyClock(), notice or None)


def open_window(
    engine: Engine,
    environ: Mapping[str, str],
    flows: Sequence[str] = (),
    plays: Manner | None = None,
) -> int:
    """Open the window, on flows named by id, file or URL; return its exit code when it closes.

    ``plays`` has it lead through the first of them at once, in that manner.

    UnknownFlowError, before any window, for one that is not there; a file with mistakes is
    shown in the window.
    """
    from longstride.desktop.display import window_obstacle
    from longstride.desktop.qt import load_qt

    if obstacle := window_obstacle(environ):
        raise DisplayError(obstacle)
    load_qt()
    from longstride.desktop.instance import OpenRequest, activation_token
    from longstride.ui.program import run_application

    named = tuple(_named(engine, flow) for flow in flows)
    request = OpenRequest(named, activation_token(environ), plays)
    return run_application(engine, request, environ)


def _named(engine: Engine, flow: str) -> str:
    """Return a flow's id, or its file's place as it is known from any folder."""
    from PySide6.QtCore import QUrl

    file = Path(QUrl(flow).toLocalFile() if flow.startswith("file:") else flow)
    is_name = file.suffix != ".toml" and flow in engine.library.flows
    if not is_name and file.is_file():
        return str(file.absolute())
    engine.flow(flow)  # which says what was meant, where there is none
    return flow


def _make_folders(paths: Paths) -> str | None:
    try:
        make_folders(paths)
    except SettingsError as error:
        return str(error)
    return None


def _see_that_time_is_told(environ: Mapping[str, str]) -> None:
    """SettingsError where the zone lies further from UTC than any: then no day is known."""
    try:
        local_now()
    except (ValueError, OverflowError) as error:
        raise SettingsError(
            f"The time zone here (TZ={environ.get('TZ', '')}) cannot be used; set it to one such "
            "as Europe/London, or take TZ out of the environment."
        ) from error


def local_now() -> datetime:
    """Return the present with the machine's own offset, as it is now: athletes travel."""
    if hasattr(time, "tzset"):
        time.tzset()  # or the zone of the program's start would stay
    return datetime.now().astimezone()
