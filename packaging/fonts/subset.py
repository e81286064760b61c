"""Make Longstride's typeface of Inter: fewer characters, and figures of one width.

    npm pack inter-ui@4.1.1        and unpack it, or take InterVariable.ttf of Inter's release 4.1
    uv run --no-project --with 'fonttools[woff]==4.61.1' packaging/fonts/subset.py \\
        package/variable/InterVariable.woff2

writes ``resources/fonts/Inter-*.ttf``; ``resources/fonts/OFL.txt`` is the package's LICENSE.txt.
The same source and the same fontTools make the same bytes.

What changes: characters Longstride's languages do not need go, and with them the alternate shapes
nobody asks for. Each weight is a file: Qt thickens the strokes of a variable font that a program
brings instead of moving along its axis. Digits are those of one width without being asked to: a
stylesheet cannot ask. ``pnum`` gives those of their own width. Inter's own ``tnum`` also widens
full stops and the spaces between words, and goes. The family has a name of its own, so that an
Inter of the system never stands in for some of it.
"""

import sys
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import OverlapMode, instantiateVariableFont

FOLDER = Path(__file__).resolve().parents[2] / "resources/fonts"
FAMILY = "Longstride Inter"
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# The weight of each style, and the px it is drawn for: the bold one is for titles alone.
STYLES = {"Regular": (400, 14), "Medium": (500, 14), "SemiBold": (600, 14), "Bold": (700, 26)}
# Of Latin as far as Central and Eastern Europe, Turkey and the Baltic write it.
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x218, 0x21C),  # Romanian
    0x1E9E,  # the capital sharp s
    *range(0x2C6, 0x2DE),  # accents standing alone
    *range(0x300, 0x30D),  # and those that are put on a letter
    *range(0x326, 0x329),
    *range(0x2000, 0x2070),  # spaces, dashes, quotation marks, dots
    *range(0x2070, 0x2090),
    *range(0x20A0, 0x20C0),  # currencies
    0x2116,
    0x2122,
    *range(0x2153, 0x215F),  # fractions
    *range(0x2190, 0x219A),  # arrows
    0x21B5,
    0x21E7,
    0x2212,
    0x2215,
    0x221E,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
    0x2318,
    0x2325,
    0x23CE,
    0x25CF,
    0x25CB,
    0x2713,
    0x2717,
    0xFFFD,
]
FEATURES = ["calt", "ccmp", "kern", "locl", "mark", "mkmk", "pnum"]


def main(source: str) -> None:
    for style, (weight, size) in STYLES.items():
        font = TTFont(source, recalcTimestamp=False)
        place = {"opsz": size, "wght": weight}
        font = instantiateVariableFont(font, place, overlap=OverlapMode.KEEP_AND_SET_FLAGS)
        font = written(font)  # a table the instancer made is not as the subsetter reads one
        make_digits_even(font)
        subset(font)
        rename(font, style, weight)
        file = FOLDER / f"Inter-{style}.ttf"
        font.save(file)
        print(f"{file.name}: {file.stat().st_size} bytes, {len(font.getGlyphOrder())} shapes")


def written(font: TTFont) -> TTFont:
    """Return a font as it is read from its file."""
    file, font.flavor = BytesIO(), None  # not packed, whatever the source is
    font.save(file)
    file.seek(0)
    return TTFont(file, recalcTimestamp=False)


def make_digits_even(font: TTFont) -> None:
    """Show digits of one width unless ``pnum`` asks otherwise, and have ``pnum`` do no more."""
    even = {digit: f"{digit}.tf" for digit in DIGITS}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {code: even.get(name, name) for code, name in table.cmap.items()}
    rules = font["GSUB"].table
    for record in rules.FeatureList.FeatureRecord:
        if record.FeatureTag == "pnum":
            for index in record.Feature.LookupListIndex:
                for rule in rules.LookupList.Lookup[index].SubTable:
                    getattr(rule, "ExtSubTable", rule).mapping = {
                        even[digit]: digit for digit in DIGITS
                    }


def subset(font: TTFont) -> None:
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.hinting = False
    keeping = Subsetter(options)
    keeping.populate(unicodes=CHARACTERS)
    keeping.subset(font)


def rename(font: TTFont, style: str, weight: int) -> None:
    """Give the family its own name; who made it, and under which terms, stays as it is."""
    names, compact = font["name"], f"{FAMILY.replace(' ', '')}-{style}"
    of_system = {1: FAMILY, 2: style, 4: f"{FAMILY} {style}", 6: compact, 16: FAMILY, 17: style}
    of_system[3] = f"{names.getDebugName(5)};{compact}"
    kept = (0, 5, 7, 8, 9, 11, 12, 13, 14)
    names.names = [name for name in names.names if name.platformID == 3 and name.nameID in kept]
    for number, name in of_system.items():
        names.setName(name, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    bold = style == "Bold"
    font["head"].macStyle = int(bold)
    font["OS/2"].fsSelection = 0x80 | (0x20 if bold else 0x40 if style == "Regular" else 0)
    del font["STAT"]


if __name__ == "__main__":
    main(sys.argv[1])
