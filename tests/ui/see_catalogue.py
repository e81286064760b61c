"""The drills and figures that ship, read once for all that is looked at."""

from pathlib import Path

from longstride.content import load_catalogue, load_figures

ASSETS = Path(__file__).parents[2] / "assets"
CATALOGUE = load_catalogue(ASSETS / "drills")
FIGURES, _ = load_figures(ASSETS / "poses", CATALOGUE)
