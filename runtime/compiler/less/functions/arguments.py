"""What functions take: numbers, colours, text. A wrong kind raises BadArgument."""

from __future__ import annotations

from collections.abc import Callable

from runtime.compiler.less.nodes import Anonymous, Color, Dimension, Keyword, Node, Quoted
from runtime.compiler.less.write import write

Function = Callable[..., Node | None]


class BadArgument(Exception):
    """An argument is of the wrong kind; the text says what was wanted."""


def number(node: Node) -> float:
    """A number; a percentage counts as a part of one."""
    if isinstance(node, Dimension):
        return node.value / 100 if node.unit == "%" else node.value
    raise BadArgument("number")


def dimension(node: Node) -> Dimension:
    """A number with its unit."""
    if isinstance(node, Dimension):
        return node
    raise BadArgument("number")


def color(node: Node) -> Color:
    """A colour."""
    if isinstance(node, Color):
        return node
    raise BadArgument("color")


def channel(node: Node) -> float:
    """A colour channel: a percentage counts as a part of 255."""
    if isinstance(node, Dimension):
        return node.value * 255 / 100 if node.unit == "%" else node.value
    raise BadArgument("number")


def text(node: Node) -> str:
    """The text of a string or of anything else."""
    return node.text if isinstance(node, (Quoted, Keyword, Anonymous)) else write(node)


def truth(value: bool) -> Keyword:
    """The word `true` or `false`."""
    return Keyword("true" if value else "false")
