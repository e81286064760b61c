from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from longstride.desktop.instance import Instance, address_for


@pytest.fixture
def make(tmp_path: Path, qapp: object) -> Iterator[Callable[[], Instance]]:
    made: list[Instance] = []

    def one() -> Instance:
        made.append(Instance(tmp_path, address_for(tmp_path, {})))
        return made[-1]

    yield one
    for instance in made:
        instance.leave()
