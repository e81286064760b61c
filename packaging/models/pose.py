"""Make the model that suggests points of a body: BlazePose full, as numpy reads it.

    npm pack @mediapipe/pose@0.5.1675469404        and unpack it
    uv run --no-project --with tflite==2.18.0 --with 'numpy<3' packaging/models/pose.py package

writes ``assets/models/person.npz``, which finds somebody, and ``body.npz``, which finds 33 points
of them. The same source makes the same arrays. The package is Apache-2.0; its licence and a notice
stand beside what is made.

What changes: what only other answers need goes (a mask, a heat map, points in space). Weights are
float16, as they were, and laid out in full. Of the operations a list is left, in order: a name,
what goes in, what comes out, how it strides, pads and bends.
"""

import json
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import tflite

FOLDER = Path(__file__).resolve().parents[2] / "assets/models"
# Of each made file: its source, the source's SHA-256, and which of its outputs are wanted.
SOURCES = {
    "person": (
        "pose_solution_packed_assets.data",
        "a63c614bef30d35947f13be361820b1e4e3bec9cfeebf4d11216a18373108e85",
        {"Identity": "boxes", "Identity_1": "scores"},
    ),
    "body": (
        "pose_landmark_full.tflite",
        "e9a5c5cb17f736fafd4c2ec1da3b3d331d6edbe8a0d32395855aeb2cdfd64b9f",
        {"Identity": "points", "Identity_1": "presence"},
    ),
}
TYPES = {tflite.TensorType.FLOAT32: "<f4", tflite.TensorType.FLOAT16: "<f2"}
TYPES |= {tflite.TensorType.INT32: "<i4"}
ENDS = {0: "", 1: "relu", 3: "relu6"}
UNFOLDED = ("DEQUANTIZE", "DENSIFY")
OPERATORS = {value: name for name, value in vars(tflite.BuiltinOperator).items() if name[0] != "_"}


def dense(tensor: tflite.Tensor, stored: np.ndarray) -> np.ndarray:
    """Return a sparse tensor's values in full, block by block as the format lays them."""
    shape, sparsity = tensor.ShapeAsNumpy(), tensor.Sparsity()
    order, blocks = sparsity.TraversalOrderAsNumpy(), []
    if sparsity.BlockMapLength():
        blocks = sparsity.BlockMapAsNumpy().tolist()
    out, values = np.zeros(shape, stored.dtype), iter(stored)
    sizes = [sparsity.DimMetadata(n).DenseSize() for n in range(len(order))]
    width = {dim: sizes[len(shape) + n] for n, dim in enumerate(blocks)}

    def walk(level: int, row: int, at: tuple[int, ...]) -> None:
        if level == len(order):
            where = list(at[: len(shape)])
            for n, dim in enumerate(blocks):
                where[dim] = where[dim] * width[dim] + at[len(shape) + n]
            out[tuple(where)] = next(values)
            return
        for inner, index in entries(sparsity.DimMetadata(level), row):
            walk(level + 1, inner, (*at, index))

    walk(0, 0, ())
    return out


def entries(dim: tflite.DimensionMetadata, row: int) -> Iterator[tuple[int, int]]:
    """Yield the place and the index of each entry of one row of a dimension."""
    if dim.Format() == tflite.DimensionType.DENSE:
        yield from ((row * dim.DenseSize() + n, n) for n in range(dim.DenseSize()))
        return
    segments, indices = vector(dim, "ArraySegments"), vector(dim, "ArrayIndices")
    yield from ((n, int(indices[n])) for n in range(segments[row], segments[row + 1]))


def vector(dim: tflite.DimensionMetadata, name: str) -> np.ndarray:
    """Return one of the index vectors of a sparse dimension."""
    kinds = {1: tflite.Int32Vector, 2: tflite.Uint16Vector, 3: tflite.Uint8Vector}
    table = getattr(dim, name)()
    found = kinds[getattr(dim, f"{name}Type")()]()
    found.Init(table.Bytes, table.Pos)
    return found.ValuesAsNumpy().astype(int)


class Source:
    """One flat buffer: its tensors, and its operations from the last to the first."""

    def __init__(self, raw: bytes) -> None:
        self.model = tflite.Model.GetRootAs(raw, 0)
        self.graph = self.model.Subgraphs(0)
        self.made = {}
        for number in range(self.graph.OperatorsLength()):
            operator = self.graph.Operators(number)
            self.made[int(operator.Outputs(0))] = operator

    def name(self, operator: tflite.Operator) -> str:
        code = self.model.OperatorCodes(operator.OpcodeIndex())
        return OPERATORS[max(code.BuiltinCode(), code.DeprecatedBuiltinCode())]

    def constant(self, number: int) -> np.ndarray | None:
        """Return the values of a tensor that no operation makes; None of one that is made."""
        operator = self.made.get(number)
        if operator is not None:
            wrapped = self.name(operator) in UNFOLDED
            return self.constant(int(operator.Inputs(0))) if wrapped else None
        tensor = self.graph.Tensors(number)
        buffer = self.model.Buffers(tensor.Buffer())
        if not buffer.DataLength():
            return None
        stored = np.frombuffer(buffer.DataAsNumpy().tobytes(), TYPES[tensor.Type()])
        return dense(tensor, stored) if tensor.Sparsity() else stored.reshape(tensor.ShapeAsNumpy())


def settings(name: str, operator: tflite.Operator) -> dict[str, object]:
    """Return how an operation strides, pads and bends."""
    table = operator.BuiltinOptions()

    def read(kind: type) -> object:
        options = kind()
        options.Init(table.Bytes, table.Pos)
        return options

    if name in ("CONV_2D", "DEPTHWISE_CONV_2D", "MAX_POOL_2D"):
        kinds = {"CONV_2D": tflite.Conv2DOptions, "MAX_POOL_2D": tflite.Pool2DOptions}
        o = read(kinds.get(name, tflite.DepthwiseConv2DOptions))
        found = {"stride": o.StrideH(), "same": o.Padding() == 0}
        found["end"] = ENDS[o.FusedActivationFunction()]
        assert o.StrideH() == o.StrideW()
        return found | ({"size": o.FilterHeight()} if name == "MAX_POOL_2D" else {})
    if name == "ADD":
        return {"end": ENDS[read(tflite.AddOptions).FusedActivationFunction()]}
    if name == "RESIZE_BILINEAR":
        o = read(tflite.ResizeBilinearOptions)
        return {"half": o.HalfPixelCenters(), "corners": o.AlignCorners()}
    if name == "CONCATENATION":
        return {"axis": read(tflite.ConcatenationOptions).Axis()}
    if name == "DEPTH_TO_SPACE":
        return {"block": read(tflite.DepthToSpaceOptions).BlockSize()}
    return {}


def packed(raw: bytes, wanted: dict[str, str]) -> dict[str, np.ndarray]:
    """Return a model's program and weights."""
    source, arrays, program, done = Source(raw), {}, [], set()
    names = {int(source.graph.Inputs(0)): "picture"}

    def need(number: int) -> str:
        values = source.constant(number)
        if values is not None:
            wide = values.dtype == np.int32
            arrays[f"w{number}"] = values if wide else values.astype(np.float16)
            return f"w{number}"
        if number not in names:
            names[number] = f"t{number}"
        if number in source.made and number not in done:
            done.add(number)
            operator = source.made[number]
            entering = [need(int(each)) for each in operator.InputsAsNumpy() if each >= 0]
            name = source.name(operator)
            one = {"does": name.lower(), "of": entering, "makes": names[number]}
            program.append(one | settings(name, operator))
        return names[number]

    for number in map(int, source.graph.OutputsAsNumpy()):
        said = source.graph.Tensors(number).Name().decode()
        if said in wanted:
            names[number] = wanted[said]
            need(number)
    arrays["program"] = np.frombuffer(json.dumps(program).encode(), np.uint8)
    return arrays


def main(folder: Path) -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (source, digest, wanted) in SOURCES.items():
        raw = (folder / source).read_bytes()
        if sha256(raw).hexdigest() != digest:
            raise SystemExit(f"{source} is another one than this was written for")
        np.savez_compressed(FOLDER / f"{name}.npz", **packed(raw, wanted))
        size = (FOLDER / f"{name}.npz").stat().st_size
        print(f"{name}.npz {size / 1e6:.1f} MB")


if __name__ == "__main__":
    sys.setrecursionlimit(10_000)
    main(Path(sys.argv[1]))
