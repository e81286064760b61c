"""The shipped content, and good files to break."""

from pathlib import Path

import pytest

from longstride.content import load_catalogue
from longstride.core.flow.drill import Drill

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="session")
def assets() -> Path:
    return ASSETS


@pytest.fixture(scope="session")
def catalogue() -> dict[str, Drill]:
    return load_catalogue(ASSETS / "drills")
