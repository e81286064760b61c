"""A convolutional network in plain numpy: the dozen operations that BlazePose is made of.

Arrays are float32 of shape (rows, columns, channels). What a program of operations looks like is
said in ``packaging/models/pose.py``, which writes it.
"""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float32]
Step: TypeAlias = Mapping[str, Any]


class Net:
    """One network, read from a file of weights; safe from one thread at a time."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as file:
            self._steps: list[Step] = json.loads(file["program"].tobytes())
            self._weights = {name: _wide(file[name]) for name in file.files if name != "program"}
        self._last_use = {
            name: number for number, step in enumerate(self._steps) for name in step["of"]
        }

    def run(self, picture: Array) -> dict[str, Array]:
        """Return what the network says of a picture: what no later step takes."""
        made: dict[str, Array] = {"picture": picture}
        for number, step in enumerate(self._steps):
            entering = [self._weights[n] if n in self._weights else made[n] for n in step["of"]]
            made[step["makes"]] = _OPERATIONS[step["does"]](step, *entering)
            for name in step["of"]:
                if self._last_use[name] == number:
                    made.pop(name, None)
        return made


def _wide(stored: NDArray[Any]) -> NDArray[Any]:
    return stored.astype(np.float32) if stored.dtype == np.float16 else stored


def _bent(step: Step, values: Array) -> Array:
    """Apply the step's activation in place."""
    if step["end"]:
        top = 6 if step["end"] == "relu6" else None
        np.clip(values, 0, top, out=values)
    return values


def _framed(step: Step, x: Array, size: int) -> Array:
    """Pad so that the windows cover all of it, the odd row below and the odd column right."""
    if not step["same"]:
        return x
    sides = [_padding(length, size, step["stride"]) for length in x.shape[:2]]
    return np.pad(x, (*sides, (0, 0))) if any(map(any, sides)) else x


def _padding(length: int, size: int, stride: int) -> tuple[int, int]:
    missing = max((-(-length // stride) - 1) * stride + size - length, 0)
    return missing // 2, missing - missing // 2


def _conv(step: Step, x: Array, weights: Array, bias: Array) -> Array:
    outs, size = weights.shape[0], weights.shape[1]
    kernel, stride = weights.reshape(outs, -1).T, step["stride"]
    if size > 1:
        windows = sliding_window_view(_framed(step, x, size), (size, size), axis=(0, 1))
        x = windows[::stride, ::stride].transpose(0, 1, 3, 4, 2)
    elif stride > 1:
        x = x[::stride, ::stride]
    flat = x.reshape(-1, kernel.shape[0]) @ kernel
    flat += bias
    return _bent(step, flat.reshape(*x.shape[:2], outs))


def _depthwise(step: Step, x: Array, weights: Array, bias: Array) -> Array:
    size, stride = weights.shape[1], step["stride"]
    x = _framed(step, x, size)
    rows, columns = ((length - size) // stride + 1 for length in x.shape[:2])
    out = np.empty((rows, columns, x.shape[2]), np.float32)
    out[:] = bias
    product = np.empty_like(out)
    for row in range(size):
        below = x[row : row + stride * rows : stride]
        for column in range(size):
            taken = below[:rows, column : column + stride * columns : stride][:, :columns]
            np.multiply(taken, weights[0, row, column], out=product)
            out += product
    return _bent(step, out)


def _add(step: Step, x: Array, other: Array) -> Array:
    return _bent(step, x + other)


def _pad(_: Step, x: Array, widths: NDArray[np.int32]) -> Array:
    return np.pad(x, [(int(low), int(high)) for low, high in widths[1:]])


def _max_pool(step: Step, x: Array) -> Array:
    size, stride = step["size"], step["stride"]
    windows = sliding_window_view(x, (size, size), axis=(0, 1))[::stride, ::stride]
    return np.asarray(windows.max(axis=(3, 4)))


def _resize(step: Step, x: Array, size: NDArray[np.int32]) -> Array:
    across = _blend(step, x.shape[1], int(size[1]))
    down = _blend(step, x.shape[0], int(size[0]))
    wide = np.matmul(across, x)
    return np.asarray(np.tensordot(down, wide, axes=1), np.float32)


def _blend(step: Step, before: int, after: int) -> Array:
    """Return the matrix that makes a row of ``after`` values out of one of ``before``."""
    at = np.arange(after)
    if step["half"]:
        place = (at + 0.5) * before / after - 0.5
    else:
        place = at * (before - 1) / (after - 1) if step["corners"] else at * before / after
    place = place.clip(0, before - 1)
    left = np.floor(place).astype(int)
    right = np.minimum(left + 1, before - 1)
    matrix = np.zeros((after, before), np.float32)
    np.add.at(matrix, (at, left), 1 - (place - left))
    np.add.at(matrix, (at, right), place - left)
    return matrix


def _reshape(_: Step, x: Array, shape: NDArray[np.int32]) -> Array:
    return x.reshape([int(length) for length in shape[1:]])


def _concatenate(step: Step, *parts: Array) -> Array:
    return np.concatenate(parts, axis=step["axis"] - 1)


def _depth_to_space(step: Step, x: Array) -> Array:
    block, (rows, columns, depth) = step["block"], x.shape
    cells = x.reshape(rows, columns, block, block, depth // block**2).transpose(0, 2, 1, 3, 4)
    return cells.reshape(rows * block, columns * block, -1)


def _logistic(_: Step, x: Array) -> Array:
    return sigmoid(x)


def sigmoid(x: Array) -> Array:
    """Return 0 to 1 for values of any size."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -80, 80))), np.float32)


_OPERATIONS: Mapping[str, Callable[..., Array]] = {
    "conv_2d": _conv,
    "depthwise_conv_2d": _depthwise,
    "add": _add,
    "pad": _pad,
    "max_pool_2d": _max_pool,
    "resize_bilinear": _resize,
    "reshape": _reshape,
    "concatenation": _concatenate,
    "depth_to_space": _depth_to_space,
    "logistic": _logistic,
}
