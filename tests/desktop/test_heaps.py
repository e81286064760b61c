import mmap
import subprocess
import sys

import pytest

HEAPS_OF_THREADS = """
import ctypes
from threading import Barrier, Thread
from longstride.desktop.heaps import share_heaps

c = ctypes.CDLL(None)
c.malloc.restype, c.fdopen.restype = ctypes.c_void_p, ctypes.c_void_p
if {shared}:
    share_heaps()
together = Barrier(6)

def hold_some():
    c.malloc(ctypes.c_size_t(10_000))
    together.wait()

threads = [Thread(target=hold_some) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
out = ctypes.c_void_p(c.fdopen(1, b"w"))
c.malloc_info(0, out)
c.fflush(out)
"""

FREE_BETWEEN = """
import ctypes
from pathlib import Path
from longstride.desktop.heaps import give_back

c = ctypes.CDLL(None)
c.malloc.restype = ctypes.c_void_p

def pages():
    return int(Path("/proc/self/statm").read_text().split()[1])

kept = [ctypes.c_void_p(c.malloc(ctypes.c_size_t(50_000))) for _ in range(1_000)]
for block in kept:
    ctypes.memset(block, 1, 50_000)
for block in kept[:-1]:
    c.free(block)
before = pages()
give_back()
print(before - pages())
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux's C library has such heaps")


@pytest.mark.parametrize(("shared", "most"), [(False, 7), (True, 2)])
def test_threads_share_heaps_where_they_are_told_to(shared: bool, most: int) -> None:
    program = HEAPS_OF_THREADS.format(shared=shared)
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert run.stdout.count(b"<heap nr=") == most


def test_what_is_free_between_is_given_back() -> None:
    run = subprocess.run([sys.executable, "-c", FREE_BETWEEN], capture_output=True, check=True)
    assert int(run.stdout) > 0.9 * 1_000 * 50_000 / mmap.PAGESIZE
