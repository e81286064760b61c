"""Files made to cost more than they say: as long as is let in, and built to be slow or large."""

from collections.abc import Callable, Iterator

LONG = 255_000  # bytes, just within what is read of a TOML file
TITLE = 'title = "x"\nminutes = 180\n'
STEP = '[[step]]\ndrill = "glute-bridge"\n'
OWN = '[[drill]]\nid = "x"\nname = "x"\nstage = "open"\nsetup = "x"\nhold = 30\n'
PLAN = 'title = "x"\nwhom = "y"\npurpose = "z"\n'
ALL_OUT = 'get_ready = 0\nchange = 0\nrest = 0\nrest_after = 0\nside = "each"\nsets = 10\n'


def filled(head: str, line: Callable[[int], str], tail: str = "", longest: int = LONG) -> str:
    """Return a text with as many numbered lines as there is room for."""
    parts, length, number = [head], len(head) + len(tail), 0
    while length + len(piece := line(number)) <= longest:
        parts.append(piece)
        length += len(piece)
        number += 1
    return "".join((*parts, tail))


def swollen_toml() -> Iterator[tuple[str, bytes]]:
    """Yield names and files for every reader of TOML, most of them just within the limits."""
    for name, text in _texts():
        yield name, text.encode()
    yield "zeros", b"\0" * LONG
    yield "half characters", b"\xc3" * LONG


def _texts() -> Iterator[tuple[str, str]]:
    few = 29_000  # tokens
    yield "keys", filled("", lambda n: f"k{n} = 1\n")
    yield "keys within", filled("", lambda n: f"k{n}=1\n" if n < few // 4 else " " * LONG)
    yield "misspelt keys", filled(TITLE + STEP, lambda n: f"rep{n}=1\n" if n < few // 4 else _END)
    yield "tables", filled("", lambda n: f"[t{n}]\n" if n < few // 4 else _END)
    yield "steps", filled(TITLE, lambda n: "[[step]]\n" if n < few // 6 else _END)
    yield "wrong drills", filled(TITLE, lambda n: f'[[step]]\ndrill = "glute-bridg{n}"\n')
    yield "own drills", filled(TITLE, lambda n: f'[[drill]]\nid = "d{n}"\n')
    yield "dotted", filled("", lambda n: f"a{n}.b.c=1\n" if n < few // 8 else _END)
    yield "lists", "a = [" + ("[]," * 600 + "\n") * 15 + "]"
    yield "numbers", "a = [" + ("1," * 900 + "\n") * 15 + "]"
    yield "long numbers", "a = [" + ("1" * 1900 + ",\n") * 130 + "]"
    yield "hexadecimal", "reps = 0x" + "f" * 1980
    yield "escapes", 'a = """' + "\\u0041\n" * 30_000 + '"""'
    yield "backslashes", 'a = """' + "\\\n" * 120_000
    yield "comments", "#\n" * 120_000
    yield "areas", TITLE + OWN + "areas = [" + ("'glu'," * 180 + "\n") * 80 + "]\n"
    yield "one long word", f"{TITLE}say = '''{'x' * 1900}'''\n" + STEP
    yield "a text of lines", f'{TITLE}[[step]]\ndrill = """{"x" * 90}\n' + "y\n" * 20_000 + '"""'
    yield "a circle", TITLE + "".join(map(_link, range(200))) + "[[step]]\ndrill = 'd0'\n"
    yield "many cues", TITLE + "".join(map(_cued, range(300)))
    yield "three hours of holds", TITLE + (STEP + "hold = 3\n" + ALL_OUT) * 160
    yield "three hours of swings", TITLE + (STEP + 'reps = 100\ntempo = "1010"\n' + ALL_OUT) * 2
    yield "weeks", filled(PLAN, lambda n: f'[[week]]\nfocus = "x"\n[week.do]\nx{n} = 9\n')
    yield "a full week", filled(PLAN + '[[week]]\nfocus = "x"\n[week.do]\n', lambda n: f"x{n}=9\n")
    yield "poses", filled("[phases]\nready = []\n", lambda n: f"[pose.p{n}]\ntrunk = [90, 1]\n")


_END = " " * LONG  # no room for it: the filling ends


def _link(number: int) -> str:
    links = f'easier = "d{(number + 1) % 200}"\nharder = "d{(number + 7) % 200}"\n'
    return OWN.replace('"x"', f'"d{number}"', 1) + links


def _cued(number: int) -> str:
    cues = ", ".join(f'"w{number} {cue} {"a b " * 20}"' for cue in range(8))
    return STEP + f"reps = 2\nrest = 0\nget_ready = 0\nrest_after = 0\ncues = [{cues}]\n"


def swollen_json() -> Iterator[tuple[str, bytes]]:
    """Yield names and files for every reader of JSON."""
    yield "brackets", b"[" * 1_000_000
    yield "tables", b'{"a":' * 1_000_000
    yield "digits", b"1" * 1_000_000
    yield "a number", b'{"format": "longstride-journal", "version": ' + b"9" * 4000 + b"}"
    yield "spaces", b" " * 1_000_000
    yield "a text", b'"' + b"x" * 1_000_000 + b'"'
    yield "escapes", b'"' + b"\\u0041" * 200_000 + b'"'
    yield "lists", b"[" + b"[]," * 300_000 + b"[]]"
    yield "half a list", _export(b"[" + b"[]," * 300_000 + b"[]")
    yield "sessions", _export(b"[" + b"{}," * 300_000 + b"{}]")
    record = b"{" + b",".join(b'"k%d":1.%d' % (n, n) for n in range(8)) + b"},"
    yield "strangers", _export(b"[" + record * 185_000 + b"{}]")
    yield "one key", _export(b"[{" + b'"id":1,' * 150_000 + b'"id":1}]')


def _export(sessions: bytes) -> bytes:
    return b'{"format": "longstride-journal", "version": 1, "sessions": ' + sessions + b"}"
