import json
import os
import stat
from dataclasses import fields, replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from longstride.core.errors import SettingsError
from longstride.core.flow.breath import Breath
from longstride.core.flow.talk import Talk
from longstride.settings import (
    LIMITS,
    Colours,
    Motion,
    Settings,
    load_settings,
    save_settings,
)

numbers = {
    name: st.integers(least, most)
    for name, (least, most) in LIMITS.items()
    if not name.startswith("breath")
}
any_hour = st.builds(time, st.integers(0, 23), st.integers(0, 59))
any_settings = st.builds(
    Settings,
    voice=st.none() | st.text(),
    language=st.text(),
    talk=st.sampled_from(Talk),
    breath_in=st.integers(2, 7),
    breath_out=st.integers(4, 8),
    audio_device=st.none() | st.text(),
    theme=st.sampled_from(Colours),
    motion=st.sampled_from(Motion),
    day_start=any_hour,
    keep_awake=st.booleans(),
    player_fullscreen=st.booleans(),
    sounds_explained=st.booleans(),
    explain_sounds=st.booleans(),
    welcomed=st.booleans(),
    remind=st.booleans(),
    remind_days=st.sets(st.integers(0, 6)).map(sorted).map(tuple),
    remind_times=st.sets(any_hour, max_size=2).map(sorted).map(tuple),
    quiet_from=any_hour,
    quiet_until=any_hour,
    remind_closed=st.booleans(),
    missing_gear=st.sets(st.text(max_size=9), max_size=3).map(sorted).map(tuple),
    **numbers,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def write(file: Path, **values: object) -> None:
    file.write_text(json.dumps({"format": 1, **values}))


@given(settings=any_settings)
def test_what_is_saved_is_loaded(
    tmp_path_factory: pytest.TempPathFactory, settings: Settings
) -> None:
    file = tmp_path_factory.getbasetemp() / "round_trip.json"
    save_settings(file, settings)
    assert load_settings(file) == (settings, None)


def test_a_first_start_is_the_defaults_without_a_notice(file: Path) -> None:
    assert load_settings(file) == (Settings(), None)
    assert not file.exists()


def test_a_level_that_was_chosen_before_by_experience_came_stays(file: Path) -> None:
    write(file, talk="full")
    assert load_settings(file) == (Settings(talk=Talk.FULL), None)
    assert Settings().talk is Talk.EXPERIENCE


def test_the_breath_is_the_default_pace() -> None:
    assert Settings().breath == Breath(4000, 6000)


@pytest.mark.parametrize("name", LIMITS)
def test_a_number_out_of_range_is_refused(name: str) -> None:
    least, most = LIMITS[name]
    for value in (least - 1, most + 1):
        with pytest.raises(SettingsError, match=name):
            replace(Settings(), **{name: value})


def test_a_breath_that_is_too_quick_is_refused() -> None:
    with pytest.raises(SettingsError, match="four and ten breaths a minute"):
        Settings(breath_in=1, breath_out=1)


@pytest.mark.parametrize(
    "values",
    [{"remind_days": (7,)}, {"remind_days": (1, 0)}, {"remind_times": (time(1), time(2), time(3))}],
)
def test_days_and_times_to_be_reminded_at_are_checked(values: dict[str, Any]) -> None:
    with pytest.raises(SettingsError, match=next(iter(values))):
        Settings(**values)


def test_days_and_times_are_put_in_order(file: Path) -> None:
    write(file, remind_days=[4, 0, 4], remind_times=["18:00", "07:30"])
    wishes = load_settings(file)[0].wishes
    assert (wishes.days, wishes.times) == ((0, 4), (time(7, 30), time(18)))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rate", "fast"),
        ("rate", True),
        ("rate", 150.5),
        ("rate", 10_000),
        ("voice", 7),
        ("talk", "shout"),
        ("theme", None),
        ("keep_awake", 1),
        ("day_start", "25:00"),
        ("day_start", "9" * 400 + ":00"),
        ("remind_days", [7]),
        ("remind_days", 3),
        ("remind_times", ["07:30", "12:00", "18:00"]),
        ("remind_times", "07:30"),
        ("quiet_from", 21),
        ("missing_gear", "wall"),
        ("missing_gear", [7]),
        ("missing_gear", ["x" * 101]),
        ("missing_gear", [str(n) for n in range(41)]),
    ],
)
def test_one_bad_value_leaves_the_others(file: Path, name: str, value: object) -> None:
    write(file, **{"pitch": 33, name: value})
    settings, notice = load_settings(file)
    assert settings == Settings(pitch=33)
    assert notice
    assert name in notice


@pytest.mark.parametrize("breaths", [{"breath_in": 10}, {"breath_in": 1, "breath_out": 2}])
def test_breaths_that_do_not_fit_together_fall_back_together(
    file: Path, breaths: dict[str, int]
) -> None:
    write(file, pitch=33, **breaths)
    settings, notice = load_settings(file)
    assert settings == Settings(pitch=33)
    assert notice
    assert "breath_in" in notice


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[1]",
        b"null",
        b"\xff\xfe\x00",
        b"[" * 60_000,
        b'{"format": 1, "rate": ' + b"9" * 5000 + b"}",
        b'{"format": 1, "voice": "' + b"x" * 70_000 + b'"}',
        b'{"format": 2}',
        b"{}",
    ],
    ids=lambda raw: repr(raw[:12]),
)
def test_a_broken_file_is_kept_aside_and_told_once(file: Path, raw: bytes) -> None:
    file.write_bytes(raw)
    settings, notice = load_settings(file)
    assert settings == Settings()
    assert notice
    assert "settings.broken-1.json" in notice
    assert file.with_name("settings.broken-1.json").read_bytes() == raw
    assert load_settings(file) == (Settings(), None)


def test_a_second_broken_file_does_not_overwrite_the_first(file: Path) -> None:
    for number in (1, 2):
        file.write_text(f"broken {number}")
        load_settings(file)
        assert file.with_name(f"settings.broken-{number}.json").read_text() == f"broken {number}"


def test_the_good_values_of_a_mended_file_stay(file: Path) -> None:
    write(file, pitch=33, rate="fast")
    load_settings(file)
    assert load_settings(file) == (Settings(pitch=33), None)


def test_an_unknown_name_is_dropped_without_a_word(file: Path) -> None:
    write(file, colour="mauve", pitch=33)
    assert load_settings(file) == (Settings(pitch=33), None)


def test_a_byte_order_mark_does_no_harm(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + b'{"format": 1, "pitch": 33}')
    assert load_settings(file) == (Settings(pitch=33), None)


def test_a_file_that_cannot_be_read_is_a_notice(file: Path) -> None:
    file.mkdir()
    settings, notice = load_settings(file)
    assert settings == Settings()
    assert notice
    assert str(file) in notice


def test_saving_where_no_folder_is_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be saved"):
        save_settings(tmp_path / "nowhere" / "settings.json", Settings())


def test_saving_leaves_nothing_else_behind(file: Path) -> None:
    save_settings(file, Settings())
    save_settings(file, Settings(pitch=1))
    assert list(file.parent.iterdir()) == [file]


def test_a_failed_save_leaves_the_old_file_and_no_scraps(file: Path) -> None:
    target = file.with_name("folder")
    target.mkdir()
    with pytest.raises(SettingsError):
        save_settings(target, Settings())
    assert list(file.parent.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes or links")
def test_the_file_is_its_owners_alone_and_a_link_stays_a_link(file: Path) -> None:
    real = file.with_name("real.json")
    file.symlink_to(real)
    save_settings(file, Settings(pitch=1))
    assert file.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o600


def test_every_setting_is_in_the_file(file: Path) -> None:
    save_settings(file, Settings())
    names = set(json.loads(file.read_text())) - {"format"}
    assert names == {field.name for field in fields(Settings)}
