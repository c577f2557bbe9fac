"""Cut paper: shapes collected into sheets, laid on a stage with grain, edge and soft shadow.

Lengths are final pixels; everything is drawn SCALE times larger and reduced. Laying a sheet
costs about a millisecond per 10,000 pixels of its bounding box.
"""

import itertools
import math
import random
from contextlib import contextmanager

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .palette import INK, Colour

SCALE = 3
Point = tuple[float, float]
_grains: dict[int, Image.Image] = {}


def grain(strength: int) -> Image.Image:
    """A repeatable sheet of paper fibres, 2048 px square; a few levels below white."""
    if strength not in _grains:
        source = random.Random(1871)
        low = 256 - strength
        sheet = Image.new("L", (2048, 2048), 0)
        for cells, share in ((900, 0.5), (330, 0.5)):
            noise = Image.frombytes("L", (cells, cells), source.randbytes(cells * cells))
            noise = noise.resize((2048, 2048), Image.Resampling.BICUBIC)
            sheet = noise if cells == 900 else Image.blend(sheet, noise, share)
        levels = [low + value * strength // 256 for value in range(256)]
        _grains[strength] = sheet.point(levels)
    return _grains[strength]


def curve(points: list[Point], steps: int = 12, closed: bool = False) -> list[Point]:
    """A smooth line (Catmull-Rom) through the given points."""
    ring = list(points)
    ends = [ring[-1], *ring, ring[0], ring[1]] if closed else [ring[0], *ring, ring[-1]]
    line = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            line.append(
                tuple(
                    0.5
                    * (
                        2 * q
                        + (r - p) * t
                        + (2 * p - 5 * q + 4 * r - s) * t * t
                        + (3 * q - p - 3 * r + s) * t**3
                    )
                    for p, q, r, s in zip(a, b, c, d, strict=True)
                )
            )
    return line if closed else [*line, points[-1]]


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> list[Point]:
    """Points on an ellipse from `start` to `end` degrees (0 = right, 90 = down)."""
    steps = max(6, int(abs(end - start) / 6))
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


class Cut:
    """Shapes cut from paper that lie in one sheet; a shape without colour is a hole."""

    def __init__(self) -> None:
        self.shapes: list[tuple[list[Point], Colour | None]] = []

    def poly(self, points: list[Point], colour: Colour | None) -> "Cut":
        self.shapes.append((list(points), colour))
        return self

    def rect(self, x: float, y: float, w: float, h: float, colour: Colour | None) -> "Cut":
        return self.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], colour)

    def disc(
        self, cx: float, cy: float, r: float, colour: Colour | None, ry: float | None = None
    ) -> "Cut":
        return self.poly(arc(cx, cy, r, ry or r, 0, 360), colour)

    def ring(self, cx: float, cy: float, r: float, width: float, colour: Colour | None) -> "Cut":
        outer, inner = arc(cx, cy, r, r, 0, 360), arc(cx, cy, r - width, r - width, 360, 0)
        return self.poly(outer + inner, colour)

    def line(self, points: list[Point], width: float, colour: Colour | None) -> "Cut":
        """A strip of even width along the points, round at bends and ends."""
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            length = math.hypot(x2 - x1, y2 - y1) or 1
            dx, dy = (y2 - y1) / length * width / 2, (x1 - x2) / length * width / 2
            self.poly([(x1 + dx, y1 + dy), (x2 + dx, y2 + dy), (x2 - dx, y2 - dy),
                       (x1 - dx, y1 - dy)], colour)  # fmt: skip
        if width > 3:
            for x, y in points:
                self.disc(x, y, width / 2, colour)
        return self

    def bar(self, p: Point, q: Point, width: float, colour: Colour | None) -> "Cut":
        """A straight strip with square ends."""
        length = math.hypot(q[0] - p[0], q[1] - p[1]) or 1
        dx, dy = (q[1] - p[1]) / length * width / 2, (p[0] - q[0]) / length * width / 2
        return self.poly([(p[0] + dx, p[1] + dy), (q[0] + dx, q[1] + dy),
                          (q[0] - dx, q[1] - dy), (p[0] - dx, p[1] - dy)], colour)  # fmt: skip

    def arch(self, x: float, base: float, w: float, h: float, colour: Colour | None) -> "Cut":
        """A round-headed opening; `x` is its left edge, `h` its full height."""
        top = base - h + w / 2
        return self.poly(
            [(x, base), *arc(x + w / 2, top, w / 2, w / 2, 180, 360), (x + w, base)], colour
        )

    def lancet(self, x: float, base: float, w: float, h: float, colour: Colour | None) -> "Cut":
        """A pointed window."""
        left = arc(x + w, base - h + w, w, w * 1.15, 180, 240)
        right = arc(x, base - h + w, w, w * 1.15, 300, 360)
        return self.poly([(x, base), *left, *right, (x + w, base)], colour)

    def leaf(self, cx: float, base: float, w: float, h: float, colour: Colour | None) -> "Cut":
        """A pointed leaf or poplar standing on its stalk."""
        side = [(0, 0), (0.36, 0.14), (0.5, 0.4), (0.36, 0.72), (0, 1)]
        right = curve([(cx + w * x, base - h * y) for x, y in side], 6)
        return self.poly(right + [(2 * cx - x, y) for x, y in reversed(right)], colour)

    def add(
        self, other: "Cut", dx: float = 0, dy: float = 0, size: float = 1, turn: float = 0,
        flip: bool = False,
    ) -> "Cut":  # fmt: skip
        """Put a copy of another cut here, turned (degrees), scaled and moved."""
        c, s = math.cos(math.radians(turn)) * size, math.sin(math.radians(turn)) * size
        f = -1 if flip else 1
        for points, colour in other.shapes:
            moved = [(dx + f * x * c - y * s, dy + f * x * s + y * c) for x, y in points]
            self.shapes.append((moved, colour))
        return self

    def bounds(self) -> tuple[float, float, float, float]:
        xs = [x for points, _ in self.shapes for x, _ in points]
        ys = [y for points, _ in self.shapes for _, y in points]
        return min(xs), min(ys), max(xs), max(ys)


def render(cut: Cut, box: tuple[int, int, int, int], source: random.Random, wobble: float):
    """Draw the shapes inside `box`, edges smooth, corners off by up to `wobble` pixels."""
    x0, y0, x1, y1 = box
    image = Image.new("RGBA", ((x1 - x0) * SCALE, (y1 - y0) * SCALE), (*INK, 0))
    draw = ImageDraw.Draw(image)
    for points, colour in cut.shapes:
        shake = wobble if len(points) < 9 else 0
        corners = [
            (
                (x - x0 + source.uniform(-shake, shake)) * SCALE,
                (y - y0 + source.uniform(-shake, shake)) * SCALE,
            )
            for x, y in points
        ]
        draw.polygon(corners, fill=(*colour, 255) if colour else (*INK, 0))
    return image.reduce(SCALE)


class Stage:
    """The picture being built: every sheet laid covers and shades what lies below."""

    def __init__(self, size: tuple[int, int], ground: Colour, seed: str) -> None:
        self.width, self.height = size
        self.random = random.Random(seed)
        self.view = (0.0, 0.0, 1.0)  # shift and zoom of everything laid
        self.image = Image.new("RGB", size, ground)
        self.image = ImageChops.multiply(self.image, self._fibres(self.image.size))

    @contextmanager
    def scaled(self, zoom: float, anchor: Point, place: Point | None = None):
        """Draw inside the block `zoom` times larger, `anchor` coming to lie on `place`."""
        x, y = place or anchor
        before, self.view = self.view, (x - anchor[0] * zoom, y - anchor[1] * zoom, zoom)
        yield
        self.view = before

    def _fibres(self, size: tuple[int, int]) -> Image.Image:
        left = self.random.randrange(2048 - min(size[0], 2047))
        top = self.random.randrange(2048 - min(size[1], 2047))
        part = grain(14).crop((left, top, left + size[0], top + size[1]))
        return Image.merge("RGB", (part, part, part))

    def lay(self, cut: Cut, lift: float = 4, wobble: float = 0.8, depth: float = 0.34) -> None:
        """Lay a sheet; `lift` is its height above the rest in pixels, `depth` its shade."""
        if not cut.shapes:
            return
        if self.view != (0.0, 0.0, 1.0):
            dx, dy, zoom = self.view
            cut, lift = Cut().add(cut, dx, dy, zoom), lift * zoom
        left, top, right, bottom = cut.bounds()
        box = (
            max(0, math.floor(left) - 2),
            max(0, math.floor(top) - 2),
            min(self.width, math.ceil(right) + 2),
            min(self.height, math.ceil(bottom) + 2),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return
        sheet = render(cut, box, self.random, wobble)
        mask = sheet.getchannel("A")
        if lift:
            self._shade(mask, box, lift, depth)
        colours = ImageChops.multiply(sheet.convert("RGB"), self._fibres(sheet.size))
        if lift >= 2:
            moved = mask.copy()
            moved.paste(mask, (1, 1))
            edge = ImageChops.subtract(mask, moved)
            white = Image.new("RGB", sheet.size, (255, 255, 255))
            colours.paste(white, (0, 0), edge.point([v * 3 // 10 for v in range(256)]))
        self.image.paste(colours, box[:2], mask)

    def _shade(self, mask: Image.Image, box: tuple, lift: float, depth: float) -> None:
        blur, reach = lift * 0.75, math.ceil(lift * 2.5) + 2
        shade = Image.new("L", (mask.width + 2 * reach, mask.height + 2 * reach), 0)
        shade.paste(mask, (reach, reach))
        shade = shade.filter(ImageFilter.GaussianBlur(blur))
        shade = shade.point([round(v * depth) for v in range(256)])
        spot = (box[0] - reach + round(lift * 0.5), box[1] - reach + round(lift * 0.8))
        self.image.paste(Image.new("RGB", shade.size, (22, 24, 34)), spot, shade)
