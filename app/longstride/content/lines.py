"""Where in a TOML text each key stands: tomllib gives the values, this gives their lines."""

import tomllib

from longstride.content.tokens import Token, tokens

Path = tuple[str | int, ...]


def lines_of(toml: str) -> dict[Path, int]:
    """Return the line of every key and list item of a text that tomllib has accepted.

    ``("step", 2, "reps")`` is the key ``reps`` under the third ``[[step]]``.
    """
    walk = _Walk(toml)
    walk.document()
    return walk.lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of a path or of the nearest thing around it; 0 is the file as a whole."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 0)


_END = Token("end", "", 0)


def written_key(text: str) -> str:
    """Return a key as it is meant, from how it is written."""
    if text.startswith('"') and "\\" in text:
        key: str = tomllib.loads(f"key = {text}")["key"]
        return key
    return text[1:-1] if text[:1] in {'"', "'"} else text


class _Walk:
    def __init__(self, toml: str) -> None:
        self.lines: dict[Path, int] = {}
        self._tokens = [*tokens(toml), _END]
        self._index = 0
        self._tables: dict[Path, int] = {}  # how many [[tables]] of a name have been seen

    def document(self) -> None:
        table: Path = ()
        while self._next is not _END:
            if self._next.kind == "newline":
                self._take()
            elif self._next.text == "[":
                table = self._header()
            else:
                self._pair(table)

    @property
    def _next(self) -> Token:
        return self._tokens[self._index]

    def _take(self) -> Token:
        token = self._next
        self._index += token is not _END
        return token

    def _header(self) -> Path:
        line = self._take().line
        many = self._next.text == "["
        keys = self._keys()
        path = (*self._inside(tuple(keys[:-1])), keys[-1])
        if many:
            number = self._tables.get(path, 0)
            self._tables[path] = number + 1
            path = (*path, number)
        self._note(path, line)
        return path

    def _inside(self, keys: Path) -> Path:
        """Return a path of keys with the running number of every [[table]] on its way."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if path in self._tables:
                path = (*path, self._tables[path] - 1)
        return path

    def _keys(self) -> list[str]:
        """Take a dotted key and the mark that ends it, ``=`` or the brackets of a header."""
        keys = []
        while self._next.kind in {"text", "bare"} or self._next.text in {".", "["}:
            token = self._take()
            if token.kind != "mark":
                keys.append(written_key(token.text))
        while self._next.text in {"=", "]"}:
            self._take()
        return keys

    def _pair(self, table: Path) -> None:
        line = self._next.line
        path = (*table, *self._keys())
        self._note(path, line)
        self._value(path)

    def _note(self, path: Path, line: int) -> None:
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def _value(self, path: Path) -> None:
        if self._next.text == "[":
            self._array(path)
        elif self._next.text == "{":
            self._inline_table(path)
        else:
            self._take()
            while self._next.kind in {"text", "bare"} or self._next.text == ".":
                self._take()

    def _array(self, path: Path) -> None:
        self._take()
        number = 0
        while self._next.text != "]" and self._next is not _END:
            if self._next.kind == "newline" or self._next.text == ",":
                self._take()
                continue
            self._note((*path, number), self._next.line)
            self._value((*path, number))
            number += 1
        self._take()

    def _inline_table(self, path: Path) -> None:
        self._take()
        while self._next.text != "}" and self._next is not _END:
            if self._next.text == ",":
                self._take()
            else:
                self._pair(path)
        self._take()
