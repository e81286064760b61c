"""What a sound file of a flow says of itself."""

from pathlib import Path

from longstride.content import load_catalogue, load_flow
from longstride.core.timeline.coaching import Coaching
from longstride.core.timeline.compiler import compile_flow
from longstride.core.timeline.phrases import Phrases
from longstride.leading.exporting import tags_of

ASSETS = Path(__file__).parents[2] / "assets"


def test_each_step_is_a_chapter_from_where_it_begins() -> None:
    catalogue = load_catalogue(ASSETS / "drills")
    flow = load_flow(ASSETS / "flows" / "post-run-five.toml", catalogue)
    timeline = compile_flow(flow, {}, Coaching(Phrases()))
    tags = tags_of(flow, timeline)
    assert tags.title == "Post-run five"
    assert [each.title for each in tags.chapters] == [step.drill.name for step in flow.steps]
    assert tuple(each.start for each in tags.chapters) == timeline.step_starts
    assert tags.ends()[-1] == tags.length == timeline.duration
