"""A window in which a plan can be followed."""

from collections.abc import Callable

import pytest

from ui.house import House
from ui.plan.using_plans import opened

Build = Callable[..., House]


@pytest.fixture
def house(build: Build) -> House:
    return opened(build())
