from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LONGSTRIDE_DATA_DIR", str(tmp_path / "own"))
    return tmp_path / "own"
