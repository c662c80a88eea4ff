"""Which at-rules nest, and the text between their name and their block."""

from __future__ import annotations

import re

from runtime.compiler.less.cursor import Cursor
from runtime.compiler.less.evaluate import Mode, ValueEvaluator
from runtime.compiler.less.parse_value import ValueParser
from runtime.compiler.less.scope import Frames
from runtime.compiler.less.selectors import split_list
from runtime.compiler.less.source import LessError, LessSource, Place
from runtime.compiler.less.write import write

# Like `@media`: inside of a rule they take its selectors along.
NESTING = frozenset({"supports", "layer", "container", "scope", "starting-style"})
# They hold declarations of their own, whatever stands around them.
ROOTED = frozenset(
    {"font-face", "page", "counter-style", "property", "font-feature-values", "viewport", "-ms-viewport"}
)
_FEATURE = re.compile(r"\(\s*+([\w-]++)\s*+:\s*+((?:[^()]|\((?:[^()]|\([^()]*+\))*+\))*+)\)")
MAX_CONDITIONS = 1_000
_SPACES = re.compile(r"\s+")


def prelude_text(text: str, frames: Frames, values: ValueEvaluator) -> str:
    """The text with variables replaced."""
    return _SPACES.sub(" ", values.interpolate(text, frames, has_bare_variables=True)).strip()


def media_prelude(text: str, frames: Frames, values: ValueEvaluator, place: Place) -> str:
    """A media condition: the values of its features are calculated."""

    def feature(match: re.Match[str]) -> str:
        source = LessSource(place.source.path, match[2])
        try:
            value = ValueParser(Cursor(source, 0, len(source.text)), lambda _: ()).whole()
            return f"({match[1]}: {write(values.evaluate(value, frames, Mode()))})"
        except LessError as error:
            if error.code != "less/syntax":
                error.place = place
                raise
            return match[0]

    filled = values.interpolate(text, frames)
    return prelude_text(_FEATURE.sub(feature, filled), frames, values).replace(" ,", ",")


def all_of(media: tuple[str, ...]) -> str:
    """Nested media conditions joined by `and`; each may be a list."""
    joined = [""]
    for condition in media:
        if len(joined) > MAX_CONDITIONS:
            raise LessError("less/too-many-selectors")
        joined = [
            f"{before} and {part.strip()}" if before else part.strip()
            for part in split_list(condition)
            for before in joined
        ]
    return ", ".join(joined)
