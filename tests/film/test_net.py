"""Each operation says what its definition, written out cell by cell, says."""

from pathlib import Path

import numpy as np
import pytest

from longstride.film.net import _OPERATIONS, Array

RANDOM = np.random.default_rng(7)


def some(*shape: int) -> Array:
    return RANDOM.normal(size=shape).astype(np.float32)


def by_cells(x: Array, weights: Array, bias: Array, stride: int, same: bool, each: bool) -> Array:
    """Slide the kernel over the picture; ``each`` channel by itself, or all into one."""
    size = weights.shape[1]
    if same:
        low, high = [], []
        for length in x.shape[:2]:
            missing = max((-(-length // stride) - 1) * stride + size - length, 0)
            low.append(missing // 2)
            high.append(missing - missing // 2)
        x = np.pad(x, ((low[0], high[0]), (low[1], high[1]), (0, 0)))
    rows, columns = ((length - size) // stride + 1 for length in x.shape[:2])
    out = np.zeros((rows, columns, len(bias)), np.float32)
    for row, column in np.ndindex(rows, columns):
        under = x[row * stride :, column * stride :][:size, :size]
        for n in range(len(bias)):
            kernel, seen = (weights[0, ..., n], under[..., n]) if each else (weights[n], under)
            out[row, column, n] = (kernel * seen).sum() + bias[n]
    return np.clip(out, 0, 6)


@pytest.mark.parametrize("size", [1, 3, 5])
@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("same", [True, False])
def test_kernels_slide_as_defined(size: int, stride: int, same: bool) -> None:
    x, bias = some(9, 8, 4), some(4)
    step = {"stride": stride, "same": same, "end": "relu6"}
    weights = some(4, size, size, 4)
    found = _OPERATIONS["conv_2d"](step, x, weights, bias)
    assert found == pytest.approx(by_cells(x, weights, bias, stride, same, False), abs=1e-4)
    weights = some(1, size, size, 4)
    found = _OPERATIONS["depthwise_conv_2d"](step, x, weights, bias)
    assert found == pytest.approx(by_cells(x, weights, bias, stride, same, True), abs=1e-4)


def test_a_picture_is_widened_between_its_pixels() -> None:
    x = np.arange(4, dtype=np.float32).reshape(2, 2, 1)
    size = np.array([4, 4], np.int32)
    half = _OPERATIONS["resize_bilinear"]({"half": True, "corners": False}, x, size)
    assert half[0, :, 0].tolist() == [0, 0.25, 0.75, 1]
    corners = _OPERATIONS["resize_bilinear"]({"half": False, "corners": True}, x, size)
    assert corners[:, 0, 0] == pytest.approx([0, 2 / 3, 4 / 3, 2])


def test_depth_becomes_space_and_pools_take_the_most() -> None:
    x = np.arange(8, dtype=np.float32).reshape(1, 1, 8)
    spread = _OPERATIONS["depth_to_space"]({"block": 2}, x)
    assert spread[..., 0].tolist() == [[0, 2], [4, 6]]
    pooled = _OPERATIONS["max_pool_2d"]({"size": 2, "stride": 2}, spread)
    assert pooled.tolist() == [[[6, 7]]]


@pytest.mark.parametrize("name", ["person", "body"])
def test_the_weights_are_of_operations_there_are(name: str) -> None:
    models = Path(__file__).parents[2] / "assets/models"
    with np.load(models / f"{name}.npz", allow_pickle=False) as file:
        program = file["program"].tobytes().decode()
        halves = {file[each].dtype for each in file.files if each != "program"}
    assert halves <= {np.dtype(np.float16), np.dtype(np.int32)}
    assert "DENSIFY" not in program
