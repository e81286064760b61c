"""The floors of the house hold: import-linter's contracts, in the suite."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def test_every_import_goes_down() -> None:
    # A process of its own: import-linter keeps the import graph and its settings to itself.
    linter = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as lint; lint()",
    ]
    run = subprocess.run(
        [*linter, "--no-cache"], cwd=HERE, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
