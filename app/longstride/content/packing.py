"""Values as JSON and back, by their own types alone: fast, and without the forms of files.

For what the program wrote itself. Each value is as strictly of its type as a file's; whether
numbers make sense is not asked again.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cached_property
from types import NoneType, UnionType
from typing import Any, Generic, NamedTuple, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
_ATOMS = {str: (str,), int: (int,), float: (float, int), bool: (bool,), NoneType: (NoneType,)}


class UnpackingError(ValueError):
    """What was read is not what was written."""


class _Way(NamedTuple):
    pack: Callable[[Any], Any]
    unpack: Callable[[Any], Any]


class Packing(Generic[T]):
    """How values of one type are packed; those of the ``shared`` types once each.

    A shared value that stands in many places is one and the same there again when unpacked; it
    holds no other of its own type.
    """

    def __init__(self, kind: type[T], shared: tuple[type, ...] = ()) -> None:
        self._kind = kind
        self._shared = shared
        self._ways: dict[Any, _Way] = {}
        self._tables: dict[type, list[Any]] = {}
        self._places: dict[type, dict[int, int]] = {}

    def pack(self, value: T) -> object:
        """Return a value as lists, texts and numbers."""
        self._tables = {kind: [] for kind in self._shared}
        self._places = {kind: {} for kind in self._shared}
        packed = self._whole.pack(value)
        return [[self._tables[kind] for kind in self._shared], packed]

    def unpack(self, packed: object) -> T:
        """Return what was packed; UnpackingError where it is something else."""
        try:
            tables, value = self._list(packed, 2)
            for kind, table in zip(
                self._shared, self._list(tables, len(self._shared)), strict=True
            ):
                self._tables[kind] = []
                inner = self._record(kind).unpack
                for each in self._list(table):
                    self._tables[kind].append(inner(each))
            unpacked: T = self._whole.unpack(value)
        except (TypeError, ValueError, IndexError, RecursionError) as error:
            raise UnpackingError(type(error).__name__) from error
        finally:
            self._tables, self._places = {}, {}
        return unpacked

    @cached_property
    def _whole(self) -> _Way:
        return self._way(self._kind)

    def _way(self, kind: Any) -> _Way:
        if kind not in self._ways:
            self._ways[kind] = self._new_way(kind)
        return self._ways[kind]

    def _new_way(self, kind: Any) -> _Way:
        if kind in _ATOMS:
            return _Way(lambda value: value, _checked(_ATOMS[kind]))
        if kind in self._shared:
            return self._reference(kind)
        if is_dataclass(kind):
            return self._record(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _Way(lambda value: value.value, kind)
        return self._generic(get_origin(kind), get_args(kind))

    def _generic(self, origin: Any, parts: Sequence[Any]) -> _Way:
        if origin in {Union, UnionType}:
            return self._optional(parts)
        if origin is tuple and parts[-1] is not Ellipsis:
            return self._row(parts)
        if origin in {tuple, frozenset}:
            return self._series(origin, parts[0])
        return self._mapping(*parts)

    def _reference(self, kind: type) -> _Way:
        record = self._record(kind)

        def pack(value: Any) -> int:
            places = self._places[kind]
            if id(value) not in places:
                packed = record.pack(value)
                places[id(value)] = len(self._tables[kind])
                self._tables[kind].append(packed)
            return places[id(value)]

        whole = _checked((int,))
        return _Way(pack, lambda place: self._tables[kind][whole(place)])

    def _record(self, kind: Any) -> _Way:
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        ways = [self._way(hints[name]) for name in names]

        def unpack(packed: Any) -> Any:
            values = self._list(packed, len(names))
            return kind(*[way.unpack(value) for way, value in zip(ways, values, strict=True)])

        return _Way(
            lambda value: [
                way.pack(getattr(value, name)) for name, way in zip(names, ways, strict=True)
            ],
            unpack,
        )

    def _optional(self, parts: Sequence[Any]) -> _Way:
        kinds = [part for part in parts if part is not NoneType]
        pack, unpack = self._way(kinds[0]) if len(kinds) == 1 else self._one_of(kinds)
        if len(kinds) == len(parts):
            return _Way(pack, unpack)
        return _Way(
            lambda value: None if value is None else pack(value),
            lambda value: None if value is None else unpack(value),
        )

    def _one_of(self, kinds: Sequence[Any]) -> _Way:
        """Return the way of several classes: which one it is goes before the value."""
        ways = [self._way(kind) for kind in kinds]
        whole = _checked((int,))

        def pack(value: Any) -> list[Any]:
            index = kinds.index(type(value))
            return [index, ways[index].pack(value)]

        def unpack(packed: Any) -> Any:
            index, value = self._list(packed, 2)
            return ways[whole(index)].unpack(value)

        return _Way(pack, unpack)

    def _row(self, parts: Sequence[Any]) -> _Way:
        ways = [self._way(part) for part in parts]

        def unpack(packed: Any) -> tuple[Any, ...]:
            values = self._list(packed, len(ways))
            return tuple([way.unpack(value) for way, value in zip(ways, values, strict=True)])

        return _Way(
            lambda row: [way.pack(value) for way, value in zip(ways, row, strict=True)], unpack
        )

    def _series(self, origin: Callable[[Any], Any], part: Any) -> _Way:
        pack, unpack = self._way(part)
        return _Way(
            lambda series: [pack(value) for value in series],
            lambda packed: origin([unpack(value) for value in self._list(packed)]),
        )

    def _mapping(self, key: Any, part: Any) -> _Way:
        pairs = self._series(tuple, tuple[key, part])
        return _Way(
            lambda mapping: pairs.pack(mapping.items()), lambda packed: dict(pairs.unpack(packed))
        )

    @staticmethod
    def _list(packed: Any, length: int | None = None) -> list[Any]:
        if type(packed) is not list or length not in {None, len(packed)}:
            raise TypeError("no list of that length")
        return packed


def _checked(kinds: tuple[type, ...]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        if type(value) not in kinds:
            raise TypeError("another type")
        return value

    return check
