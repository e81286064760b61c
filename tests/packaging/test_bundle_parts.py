"""What travels in the bundle is chosen, made lighter and licensed."""

import ctypes
import os
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import PySide6
import pytest

from wanted import wanting

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux libraries are chosen")

EXTENSION = ("PySide6/QtGui.abi3.so", "/site/PySide6/QtGui.abi3.so", "EXTENSION")
QT = ("PySide6/Qt/lib/libQt6Gui.so.6", "/site/PySide6/Qt/lib/libQt6Gui.so.6", "BINARY")
QML = ("PySide6/Qt/lib/libQt6Qml.so.6", "/site/PySide6/Qt/lib/libQt6Qml.so.6", "BINARY")
XCB = ("PySide6/Qt/plugins/platforms/libqxcb.so", "/site/plugins/platforms/libqxcb.so", "BINARY")
GTK = ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/site/libqgtk3.so", "BINARY")
CURSOR = ("libxcb-cursor.so.0", "/usr/lib/libxcb-cursor.so.0", "BINARY")
GL = ("libGL.so.1", "/usr/lib/libGL.so.1", "BINARY")
LINKED = {
    EXTENSION[1]: {"libQt6Gui.so.6", "libc.so.6"},
    QT[1]: {"libGL.so.1"},
    XCB[1]: {"libQt6Gui.so.6", "libxcb-cursor.so.0"},
    GTK[1]: {"libQt6Qml.so.6"},
}


@pytest.fixture(scope="module")
def trim(part: Callable[[str], ModuleType]) -> ModuleType:
    return part("trim")


@pytest.fixture(scope="module")
def notices(part: Callable[[str], ModuleType]) -> ModuleType:
    return part("notices")


@pytest.mark.parametrize(
    ("place", "plugin"),
    [
        (XCB[0], "platforms/qxcb"),
        (r"PySide6/plugins/platforms/qwindows.dll", "platforms/qwindows"),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "platforms/qcocoa"),
        (QT[0], ""),
    ],
)
def test_a_plugin_is_known_by_its_place(trim: ModuleType, place: str, plugin: str) -> None:
    assert trim.plugin_of(place) == plugin


@linux_only
def test_only_what_something_loads_travels(trim: ModuleType) -> None:
    entries = [EXTENSION, QT, QML, XCB, GTK, CURSOR, GL]
    kept = trim.travelling(
        entries, lambda source: source.startswith("/site"), lambda file: LINKED.get(file, set())
    )
    assert kept == [EXTENSION, QT, XCB, CURSOR]


def test_no_link_leads_nowhere(trim: ModuleType) -> None:
    links = [(Path(to[0]).name, to[0], trim.LINK) for to in (QT, QML)]
    assert trim.tied([QT, *links], {QT[0]}) == [QT, links[0]]


def test_translations_of_qt_and_typing_stay_behind(trim: ModuleType) -> None:
    wanted = ("assets/flows/wind-down.toml", "/checkout/assets/flows/wind-down.toml", "DATA")
    left = [
        (name, name, "DATA")
        for name in ("PySide6/Qt/translations/qt_de.qm", "soxr/soxr_ext.pyi", "a/__pycache__/b.pyc")
    ]
    assert trim.read([wanted, *left]) == [wanted]


def test_what_no_voice_reads_stays_behind(trim: ModuleType) -> None:
    espeak = "espeakng_loader/espeak-ng-data"
    wanted = [
        *(
            f"hibari/assets/{name}"
            for name in ("hibari.onnx", "oov.onnx", "lexicon_us_gold.json.gz")
        ),
        *(f"{espeak}/{name}" for name in ("de_dict", "lang/gmw/de", "lang/sem/am", "lang/zls/bg")),
        "onnxruntime-1.28.0.dist-info/METADATA",
    ]
    left = [
        *(f"hibari/assets/{name}" for name in ("oov_gb.onnx", "lexicon_gb_gold.json.gz")),
        *(
            f"{espeak}/{name}"
            for name in ("ru_dict", "lang/zle/ru-LV", "lang/sit/yue-Latn-jyutping")
        ),
        "protobuf-7.36.2.dist-info/METADATA",
    ]
    entries = [(name, name, "DATA") for name in (*wanted, *left)]
    assert [name for name, _, _ in trim.read(entries)] == wanted


def test_a_package_that_stays_behind_needs_no_licence(
    notices: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "BUILDER", "pytest")  # PyInstaller is not among the tests' tools
    texts = PACKAGING.parent / "resources/licences"
    modules = ("hibari.tts", "longstride.paths")
    named = {one.name for one in notices.all_licences(modules, (), texts)}
    assert {"hibari-tts", "Longstride", "Python", "Qt", "Inter"} <= named
    assert not {"flatbuffers", "protobuf", "pydantic"} & named


def test_the_terms_of_a_debian_package_are_named(notices: ModuleType) -> None:
    text = "Files: *\nLicense: MIT\n\nFiles: x\nLicense: X11\n\nLicense: MIT\n Permission is\n"
    assert notices.terms_in(text) == "MIT, X11"
    assert notices.terms_in("This package was debianized by hand.") == "see text"


@wanting("dpkg-deb")
def test_a_library_nobody_answers_for_stops_the_build(notices: ModuleType, tmp_path: Path) -> None:
    stray = tmp_path / "libstray.so.1"
    stray.touch()
    with pytest.raises(SystemExit, match=r"libstray\.so\.1 would travel"):
        list(notices.libraries_licences([stray]))


def test_programs_we_start_get_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")
    runpy.run_path(str(PACKAGING / "own_children.py"))
    assert os.environ["LD_LIBRARY_PATH"] == "/theirs"
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1"
    runpy.run_path(str(PACKAGING / "own_children.py"))
    assert "LD_LIBRARY_PATH" not in os.environ


@linux_only
@wanting("icupkg")
def test_the_tables_of_icu_become_few_and_still_load(
    part: Callable[[str], ModuleType], tmp_path: Path
) -> None:
    (whole,) = (Path(PySide6.__path__[0]) / "Qt/lib").glob("libicudata.so.*")
    entry = (f"PySide6/Qt/lib/{whole.name}", str(whole), "BINARY")
    ((_, lighter, _),) = part("lighten").lightened([entry], tmp_path / "lighter")
    assert Path(lighter).stat().st_size < whole.stat().st_size / 5
    version = whole.name.rpartition(".")[2]
    assert ctypes.c_char.in_dll(ctypes.CDLL(lighter), f"icudt{version}_dat") is not None
