"""Today offers a flow by a first glance, before anything slow is read."""

from collections.abc import Callable

from longstride.lazy import is_made
from longstride.paths import Paths
from ui.house import House

Build = Callable[..., House]


def test_today_offers_its_flow_before_all_else_is_read(build: Build) -> None:
    house = build()
    vars(house.engine).pop("figures")
    with house.engine.making, house.engine.records.making:  # so that nothing more of it can be made
        house.window.show()
        house.application.load()
        house.reads("Start with Hip extension base.")
        assert house.has_button("Start")
        assert not is_made(house.engine, "figures")
        assert not is_made(house.engine.records, "journal")
    house.qtbot.waitUntil(lambda: is_made(house.engine, "figures"))
    house.wait_for_tasks()
    house.reads("This week".upper())


def test_the_first_glance_offers_what_the_whole_journal_does(build: Build, paths: Paths) -> None:
    first = build().open().start()
    first.hear_to_the_end()
    first.press("Skip")
    first.reads("Two steps is next")
    again = build(paths)
    with again.engine.making, again.engine.records.making:
        again.window.show()
        again.application.load()
        again.reads("Two steps is next")
        again.reads("Two steps was last done today.")
        assert not again.has_button("Rest days")
    again.qtbot.waitUntil(lambda: again.has_button("Rest days"))
    again.reads("Two steps was last done today.")
    again.wait_for_tasks()
