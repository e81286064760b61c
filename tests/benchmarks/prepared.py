"""A flow whose every sentence is in the clip cache, so that what is measured is warm.

    python tests/benchmarks/prepared.py FLOW

Renders all the flow may say, also made lighter, and prints its timeline as JSON. The questions of
the very first start have been answered.
"""

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from longstride.bootstrap import open_engine
from longstride.core.timeline.listing import as_json
from longstride.leading import start

FLOW = "hip-extension-base"


def prepare(environment: Mapping[str, str], flow: str = FLOW) -> dict[str, Any]:
    """Rehearse where a program with that environment will look; return the timeline."""
    words = [sys.executable, __file__, flow]
    done = subprocess.run(words, env=dict(environment), stdout=subprocess.PIPE, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    engine = open_engine(None, os.environ)
    try:
        engine.change(replace(engine.settings, welcomed=True))
        flow = engine.flow(sys.argv[1])
        coach = start.coach_for(engine, flow, engine.silent_output())
        deque(coach.prepare_rest(), maxlen=0)
        assert coach.voice_trouble is None, coach.voice_trouble
        print(json.dumps(as_json(coach.draft())))
    finally:
        engine.close()


if __name__ == "__main__":
    main()
