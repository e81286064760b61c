import gc
import threading
import weakref
from collections.abc import Callable

from ui.house import House


class Knot:
    """Something that only a search finds: it leads to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_lost_on_another_thread_is_freed_by_the_windows(house: House) -> None:
    freed_by: list[str] = []

    def work() -> None:
        knot = Knot()
        weakref.finalize(knot, lambda: freed_by.append(threading.current_thread().name))
        del knot
        assert len([[] for _ in range(100_000)]) == 100_000  # Python would search many times

    house.application.background.run(work, lambda _: None, lambda _: None)
    house.qtbot.waitUntil(lambda: freed_by != [])
    assert freed_by == [threading.main_thread().name]


def test_python_searches_by_itself_again_once_the_window_is_closed(
    build: Callable[..., House],
) -> None:
    house = build().open()
    assert not gc.isenabled()
    house.application.close()
    assert gc.isenabled()
