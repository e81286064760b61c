"""A throw-away copy of this machine, to install a package on for real."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import IO, cast

# Everything written there stays in memory and ends with the shell that holds the mounts.
HOLD = """
set -e
mount -t tmpfs -o size=1g,mode=755 tmpfs "$1"
cd "$1"
mkdir up work root
mount -t overlay overlay -o lowerdir=/,upperdir=up,workdir=work root
for place in proc dev; do mount --rbind "/$place" "root/$place"; done
echo ready
read -r _
"""


class SpareMachine:
    """Starts as this machine is, and is gone when closed; this machine is never touched."""

    @staticmethod
    def obstacle() -> str:
        """Return why there can be none here, empty where there can."""
        if os.name == "nt" or os.geteuid() != 0:
            return "only root may make a throw-away copy of this machine to install on"
        lacking = [name for name in ("unshare", "nsenter", "dpkg") if not shutil.which(name)]
        return f"{', '.join(lacking)} is not here" if lacking else ""

    def __init__(self, top: Path) -> None:
        self._root = top / "root"
        self._holder = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", HOLD, "sh", str(top)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.stands = cast("IO[str]", self._holder.stdout).readline() == "ready\n"

    def run(self, *command: str | Path, **environ: str) -> subprocess.CompletedProcess[str]:
        """Run a command there, with a home and a path and nothing else of ours."""
        usual = {
            "HOME": "/root/athlete",
            "PATH": os.defpath + ":/usr/sbin:/sbin",
            "LANG": "C.UTF-8",
        }
        enter = ["nsenter", f"--mount=/proc/{self._holder.pid}/ns/mnt", "chroot", str(self._root)]
        return subprocess.run(
            [*enter, *map(str, command)],
            env=usual | environ, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip

    def does(self, *command: str | Path, **environ: str) -> str:
        """Run a command there that has to succeed, and return what it printed."""
        ran = self.run(*command, **environ)
        assert ran.returncode == 0, f"{command}: {ran.stdout}{ran.stderr}"
        return ran.stdout

    def close(self) -> None:
        """Let the mounts go, and with them all that was written."""
        self._holder.communicate()
