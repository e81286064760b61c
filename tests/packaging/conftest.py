import sys
from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture(scope="session")
def part() -> Callable[[str], ModuleType]:
    """Take programs of packaging/, which lie in no package, as modules: by path, without .py."""

    def load(name: str) -> ModuleType:
        path = PACKAGING / f"{name}.py"
        spec = spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = module_from_spec(spec)
        sys.modules[path.stem] = module  # dataclasses look their own module up
        spec.loader.exec_module(module)
        return module

    return load
