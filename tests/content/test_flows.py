from pathlib import Path

from longstride.content import flow_from_json, flow_to_json, load_catalogue, load_flow

ASSETS = Path(__file__).parents[2] / "assets"


def test_the_shipped_flow_survives_the_journal() -> None:
    flow = load_flow(ASSETS / "flows" / "post-run-five.toml", load_catalogue(ASSETS / "drills"))
    assert flow_from_json(flow_to_json(flow)) == flow
