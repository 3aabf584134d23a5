"""A terminal's screen, as tmux captures it, as SVG: a fixed grid, whatever the fonts of who looks at it.

Lines, blocks and dots of braille are drawn as shapes, since fonts leave gaps between them; words stand at their columns.
"""

import re
import unicodedata
from xml.sax.saxutils import escape

CELL = 8.4  # 0.6 of the font's size, as wide as letters are in every common font of one width
ROW = 17
SIZE = 14
MARGIN = 10
FONTS = "'DejaVu Sans Mono', 'Liberation Mono', Menlo, Consolas, monospace"

# Foreground, background, then the sixteen colours that a terminal's own scheme defines.
THEMES = {
    "dark": "d8dbe2 16181d 16181d e05f65 7fb96f d9a95b 6f9fe0 c07fd0 5fb8b8 d8dbe2 "
    "7a7f8a ff7b82 98d687 f0c674 8fb8f5 d79be6 7fd6d6 ffffff",
    "light": "24292f ffffff 24292f c2303a 2f7d32 8a6100 1f5fbf 8e3a9d 0b7b7b 6e7781 "
    "57606a d1424c 3d9140 a07400 3577d4 a34fb3 158f8f 8c959f",
}

# Arms of the characters that LineArt draws with: up 1, right 2, down 4, left 8, for their light and heavy forms.
LIGHT = dict(zip("╵╶└╷│┌├╴┘─┴┐┤┬┼", range(1, 16)))
LIGHT.update({"╰": 3, "╭": 6, "╯": 9, "╮": 12})
HEAVY = dict(zip("╹╺┗╻┃┏┣╸┛━┻┓┫┳╋", range(1, 16)))
DASHED = {"┄": "─", "┆": "│", "┈": "─", "┊": "│", "╌": "─", "╎": "│"}
ROUND = "╰╭╯╮"


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")


def palette(theme):
    colours = ["#" + colour for colour in THEMES[theme].split()]
    steps = [0, 95, 135, 175, 215, 255]
    cube = [f"#{r:02x}{g:02x}{b:02x}" for r in steps for g in steps for b in steps]
    greys = [f"#{v:02x}{v:02x}{v:02x}" for v in range(8, 248, 10)]
    return colours[0], colours[1], colours[2:] + cube + greys


class Style:
    """What control sequences have set; colours are None for the terminal's own, a number or '#rrggbb'."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.front = self.back = None
        self.bold = self.dim = self.italic = self.underline = self.reverse = False

    def apply(self, parameters):
        codes = [int(p or 0) for p in re.split("[;:]", parameters)]
        while codes:
            code = codes.pop(0)
            if code in (38, 48):
                colour = self.extended(codes)
                self.front, self.back = (colour, self.back) if code == 38 else (self.front, colour)
            else:
                self.simple(code)

    @staticmethod
    def extended(codes):
        if codes.pop(0) == 5:
            return codes.pop(0)
        red, green, blue = codes.pop(0), codes.pop(0), codes.pop(0)
        return f"#{red:02x}{green:02x}{blue:02x}"

    def simple(self, code):
        switches = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}
        if code == 0:
            self.reset()
        elif code in switches:
            setattr(self, switches[code], True)
        elif code == 22:
            self.bold = self.dim = False
        elif code - 20 in switches:
            setattr(self, switches[code - 20], False)
        elif code == 39:
            self.front = None
        elif code == 49:
            self.back = None
        elif 30 <= code <= 37 or 90 <= code <= 97:
            self.front = code - 30 if code < 90 else code - 82
        elif 40 <= code <= 47 or 100 <= code <= 107:
            self.back = code - 40 if code < 100 else code - 92

    def of(self, theme):
        """Front, background (None where it is the screen's) and attributes of text."""
        own_front, own_back, colours = palette(theme)

        def colour(value, own):
            return own if value is None else colours[value] if isinstance(value, int) else value

        front, back = colour(self.front, own_front), colour(self.back, own_back)
        if self.reverse:
            front, back = back, front
        extra = (' font-weight="bold"' if self.bold else "") + (' font-style="italic"' if self.italic else "")
        extra += (' text-decoration="underline"' if self.underline else "") + (' opacity="0.6"' if self.dim else "")
        return front, None if back == own_back else back, extra


def cells(captured, theme):
    """Yields row, column, width, character, front, background, attributes."""
    style = Style()
    for row, line in enumerate(captured.split("\n")):
        column = 0
        for part in re.findall(r"\x1b\[[0-9;:]*m|\x1b.|[^\x1b]", line):
            if part[0] == "\x1b":
                if part.endswith("m") and part.startswith("\x1b["):
                    style.apply(part[2:-1])
                continue
            if unicodedata.combining(part):
                continue
            width = 2 if unicodedata.east_asian_width(part) in "WF" else 1
            yield (row, column, width, part) + style.of(theme)
            column += width


def line_art(character, x, y, colour):
    """The strokes of a box-drawing character in the cell at x, y; None if it is none."""
    plain = DASHED.get(character, character)
    arms, width = (HEAVY[plain], 2.8) if plain in HEAVY else (LIGHT.get(plain), 1.3)
    if arms is None:
        return None
    mx, my = x + CELL / 2, y + ROW / 2
    ends = {1: (mx, y), 2: (x + CELL, my), 4: (mx, y + ROW), 8: (x, my)}
    reached = [ends[arm] for arm in ends if arms & arm]
    if character in ROUND:
        (ax, ay), (bx, by) = reached
        path = f"M{number(ax)},{number(ay)} Q{number(mx)},{number(my)} {number(bx)},{number(by)}"
    else:
        path = " ".join(f"M{number(mx)},{number(my)} L{number(ex)},{number(ey)}" for ex, ey in reached)
    dash = ' stroke-dasharray="2"' if character in DASHED else ' stroke-linecap="square"'
    return f'<path d="{path}" stroke="{colour}" stroke-width="{width}" fill="none"{dash}/>'


def blocks(character, x, y, colour):
    """The rectangles of a block element, the dots of a braille pattern; None if it is neither."""
    code = ord(character)
    if 0x2800 <= code <= 0x28FF:
        places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
        dots = [
            f'<circle cx="{number(x + CELL * (0.25 + 0.5 * right))}" cy="{number(y + ROW * (0.125 + 0.25 * down))}" r="1.3"/>'
            for bit, (right, down) in enumerate(places)
            if code & 1 << bit
        ]
        return f'<g fill="{colour}">{"".join(dots)}</g>' if dots else ""
    parts = None
    if 0x2581 <= code <= 0x2588:
        height = ROW * (code - 0x2580) / 8
        parts = (x, y + ROW - height, CELL, height)
    elif 0x2589 <= code <= 0x258F:
        parts = (x, y, CELL * (0x2590 - code) / 8, ROW)
    elif character == "▀":
        parts = (x, y, CELL, ROW / 2)
    elif character == "▐":
        parts = (x + CELL / 2, y, CELL / 2, ROW)
    return None if parts is None else rectangle(*parts, colour)


def rectangle(x, y, width, height, colour):
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}" fill="{colour}"'
        ' shape-rendering="crispEdges"/>'
    )


def words(content):
    """Joins neighbouring letters of one style: (row, column, text, width, front, attributes)."""
    run = None
    for row, column, width, character, front, _, extra in content:
        joins = run and run[0] == row and run[1] + run[3] == column and run[4:] == (front, extra)
        # A wide character, and one that fonts of one width may lack, stands alone, so that it moves no other.
        alone = width > 1 or ord(character) > 0x24F
        if joins and not alone and ord(run[2][-1]) <= 0x24F:
            run = (row, run[1], run[2] + character, run[3] + 1, front, extra)
        else:
            if run:
                yield run
            run = (row, column, character, width, front, extra)
    if run:
        yield run


def svg(captured, columns, rows, theme, title):
    """The picture of a screen of so many columns and rows."""
    front, back, _ = palette(theme)
    width, height = columns * CELL + 2 * MARGIN, rows * ROW + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}"'
        f' viewBox="0 0 {number(width)} {number(height)}" role="img" aria-label="{escape(title, {chr(34): "&quot;"})}"'
        f' font-family="{FONTS}" font-size="{SIZE}" xml:space="preserve">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="6" fill="{back}"/>',
    ]
    all_cells = list(cells(captured.rstrip("\n"), theme))
    shapes, letters = [], []
    for cell in all_cells:
        row, column, cell_width, character, colour, behind, _ = cell
        x, y = MARGIN + column * CELL, MARGIN + row * ROW
        if behind:
            out.append(rectangle(x, y, cell_width * CELL, ROW, behind))
        if character == " ":
            continue
        shape = line_art(character, x, y, colour)
        shape = blocks(character, x, y, colour) if shape is None else shape
        letters.append(cell) if shape is None else shapes.append(shape)
    out += [shape for shape in shapes if shape]
    for row, column, text, cell_width, colour, extra in words(letters):
        x, y = MARGIN + column * CELL, MARGIN + row * ROW + 0.76 * ROW
        length = f' textLength="{number(cell_width * CELL)}" lengthAdjust="spacingAndGlyphs"' if len(text) > 1 else ""
        fill = "" if colour == front else f' fill="{colour}"'
        out.append(f'<text x="{number(x)}" y="{number(y)}"{length}{fill}{extra}>{escape(text)}</text>')
    # What has no colour of its own takes the screen's.
    out[0] = out[0].replace(" xml:space", f' fill="{front}" xml:space')
    return "\n".join(out) + "\n</svg>\n"
