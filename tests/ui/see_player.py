"""Draw every state of the player to PNGs: xvfb-run -a python tests/ui/see_player.py FOLDER."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from PySide6.QtWidgets import QApplication

from longstride.content import load_catalogue, load_figures
from longstride.core.flow.flow import Flow
from longstride.core.timeline.timeline import SpanPhase, Timeline
from longstride.ui.look.palette import DARK, LIGHT, Palette
from longstride.ui.look.theme import Theme, apply_theme
from longstride.ui.player.page import PlayerPage
from typeface import bring_typeface
from ui import player_moments

SIZES = {"1440x900": (1440, 900), "1366x768": (1366, 768), "1024x700": (1024, 700)}
LOOKS = [
    ("1440x900", DARK, 100),
    ("1440x900", LIGHT, 100),
    ("1366x768", DARK, 200),
    ("1024x700", LIGHT, 200),
    ("1024x700", DARK, 100),
    ("1440x900", LIGHT, 150),
]
ASSETS = Path(__file__).parents[2] / "assets"
PLACES = ("front of the hip", "front of the thigh", "knee", "side of the hip", "back of the hip")
NOTICE = "No voice was found: tones and captions lead this flow."


def long_names(flow: Flow) -> Flow:
    """Return the flow with drills named as long as anyone would."""
    steps = []
    for step in flow.steps:
        drill = replace(
            step.drill,
            name="Rear-foot-raised split squat with an overhead reach to the other side",
            left="Left knee down, right foot well in front of the knee",
            setup=" ".join((step.drill.setup, "Then breathe out and let the weight sink.")),
            cues=(*step.drill.cues, "Keep the weight in the middle of the front foot, always"),
            equipment=("chair", "resistance band, light", "two yoga blocks", "cushion"),
        )
        steps.append(replace(step, drill=drill))
    title = "Beweglichkeitsprogramm für die Hüftstreckung, lange Fassung"
    return replace(flow, title=title, steps=tuple(steps))


Scene = Callable[[PlayerPage], None]


def show(phase: SpanPhase, step: int, part: float = 0.6, rep: int | None = None) -> Scene:
    """Return a scene that runs at a part of a span."""

    def scene(page: PlayerPage) -> None:
        timeline = player_moments.build()
        span = player_moments.find(timeline, phase, step, rep)
        page.show_moment(timeline.at(span.start + int(span.length * part)))

    return scene


def scenes(timeline: Timeline) -> dict[str, tuple[Scene, tuple[bool, bool, bool]]]:
    """Return every state by name, with playing, waiting and finished."""
    play = (True, False, False)
    lower = show(SpanPhase.ECCENTRIC, 1, 0.7, 3)
    return {
        "setup": (show(SpanPhase.SETUP, 1), play),
        "ready": (show(SpanPhase.READY, 0), play),
        "lower": (lower, play),
        "pause": (show(SpanPhase.STRETCHED, 1, 0.5, 4), play),
        "rise": (show(SpanPhase.CONCENTRIC, 1, 0.5, 4), play),
        "hold": (show(SpanPhase.HOLD, 2, 0.4), play),
        "rest": (show(SpanPhase.REST, 1, 0.1), play),
        "change": (show(SpanPhase.CHANGE, 1), play),
        "alternate": (show(SpanPhase.CONCENTRIC, 0, 0.4, 4), play),
        "wait": (show(SpanPhase.REST, 1, 0.99), (False, True, False)),
        "paused": (lower, (False, False, False)),
        "close": (show(SpanPhase.CLOSE, 2), play),
        "finished": (show(SpanPhase.CLOSE, 2, 0.99), (False, False, True)),
        "lighter_notice_progress": (lower, play),
        "change_turning": (show(SpanPhase.CHANGE, 1, 0.04), play),
        "rest_before_next": (show(SpanPhase.REST, 0, 0.7), play),
        "rest_naming_a_place": (show(SpanPhase.REST, 0, 0.7), play),
        "setup_in_words": (show(SpanPhase.SETUP, 1), play),
        "lower_in_words": (lower, play),
        "long_setup": (show(SpanPhase.SETUP, 1), play),
        "long_lower": (lower, play),
    }


def draw(folder: Path, size: str, palette: Palette, scale: int) -> None:
    """Draw all scenes in one look."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, palette, scale)
    timeline = player_moments.build()
    page = PlayerPage(Theme(palette, scale))
    page.resize(*SIZES[size])
    figures, _ = load_figures(ASSETS / "poses", load_catalogue(ASSETS / "drills"))
    page.show()
    for name, (scene, state) in scenes(timeline).items():
        flow = player_moments.FLOW
        page.show_figures({} if name.endswith("in_words") else figures)
        page.open(long_names(flow) if name.startswith("long") else flow, timeline)
        page.show_state(*state)
        busy = "notice" in name
        page.show_lighter(busy)
        page.show_words(busy)
        page.show_notice(NOTICE if busy else None)
        page.show_progress(34, 120 if busy else None)
        page.show_places(PLACES if name == "rest_naming_a_place" else ())
        scene(page)
        app.processEvents()
        page.grab().save(str(folder / f"{palette.name}_{size}_{scale}_{name}.png"))
    page.hide()
    page.deleteLater()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    _app = QApplication(sys.argv[:1])
    bring_typeface()
    for size, palette, scale in LOOKS:
        draw(folder, size, palette, scale)


if __name__ == "__main__":
    main()
