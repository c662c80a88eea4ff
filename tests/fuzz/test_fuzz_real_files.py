"""A million texts made of real files: stretches of them with something taken out, doubled, or put in from another.

The files are the samples of this repository and those below the folder that HANDSET_FUZZ_PROJECTS names;
HANDSET_FUZZ_INPUTS is how many, HANDSET_FUZZ_SEED which. Most texts are short, so that a million takes some twenty
minutes on one core.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.texts import ROOT
from tests.fuzz.workers import Failure, Workers

pytestmark = pytest.mark.fuzz

INPUTS = int(os.environ.get("HANDSET_FUZZ_INPUTS", "100000"))
SEED = int(os.environ.get("HANDSET_FUZZ_SEED", "1"))
BATCH = 2000

# Less and Sass of the repository are few: what loops and calls itself is here.
LOOPS = {
    "less": [
        ".m(@n) when (@n > 0) { .a@{n} { width: (@n * 1px); } .m(@n - 1); }\n.m(5);",
        "@l: 1, 2, 3;\neach(@l, { .b-@{value} { c: @value; } });",
        ".r() { .r(); }\n.a { .r(); }",
        "@a: @b; @b: @a;\n.c { d: @a; &:extend(.e all); } .e { f: ~`1`; }",
    ],
    "scss": [
        "@for $i from 1 through 5 { .a-#{$i} { width: $i * 1px; } }",
        "$n: 3; @while $n > 0 { .b { c: $n } $n: $n - 1; }",
        "@mixin r($n) { @if $n > 0 { .a { @include r($n - 1); } } }\n@include r(4);",
        "@function f($x) { @return if($x > 1, f($x - 1), $x); }\n.a { b: f(3); @extend %p; } %p { c: d }",
        "@each $k, $v in (a: 1, b: 2) { .#{$k} { w: $v; &:hover { x: y } } }",
    ],
}
ODD = [
    "",
    "\n",
    "\t",
    " ",
    "\0",
    "\ufeff",
    "\u2028",
    "\f",
    "数",
    "😀",
    "²",
    "\\",
    '"',
    "'",
    "`",
    *"/*(){}[]<>;:,.@#$&|!?=+-",
]
SHARES = {"wxml": 28, "wxss": 14, "less": 16, "scss": 10, "js": 14, "ts": 4, "wxs": 6, "json": 8}


def test_real_files() -> None:
    chance = random.Random(SEED)
    files = _files()
    seen: dict[tuple[str, str], Failure] = {}
    counts: Counter[tuple[str, str]] = Counter()
    with Workers(2) as workers:
        for _ in range(max(1, INPUTS // BATCH)):
            kinds = chance.choices([*SHARES], [*SHARES.values()], k=BATCH)
            for failure in workers.judge([(kind, _text(chance, files[kind])) for kind in kinds]):
                of_a_kind = failure[0], failure[2].partition(": ")[0]
                counts[of_a_kind] += 1
                shortest = seen.get(of_a_kind, failure)
                seen[of_a_kind] = min(shortest, failure, key=lambda one: len(one[1]))
    told = [f"{counts[key]} × {kind}: {wrong}\n{text!r}" for key, (kind, text, wrong) in seen.items()]
    assert not seen, "\n\n".join(told)


def _text(chance: random.Random, files: list[str]) -> str:
    """A stretch of a file with one to five changes."""
    text = _stretch(chance, files, chance.choice((60, 200, 200, 600)))
    for _ in range(chance.randint(1, 5)):
        at = chance.randint(0, len(text))
        until = min(len(text), at + chance.choice((0, 0, 1, 1, 3, 12)))
        put = chance.choice(
            (
                chance.choice(ODD),
                chance.choice(ODD),
                text[at:until] * 2,
                _stretch(chance, files, 12),
                chance.choice(ODD) * chance.choice((2, 40)),
            )
        )
        text = text[:at] + put + text[until:]
    return text


def _stretch(chance: random.Random, files: list[str], length: int) -> str:
    text = chance.choice(files)
    at = chance.randint(0, max(0, len(text) - length))
    return text[at : at + length]


def _files() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {kind: list(LOOPS.get(kind, ())) for kind in SHARES}
    for path in _paths():
        kind = path.suffix.removeprefix(".")
        if kind in found and path.is_file() and path.stat().st_size < 60_000:
            text = path.read_text("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
            found[kind].append(text)
    for kind, texts in found.items():
        assert texts, f"no file of the kind {kind}"
        if kind in LOOPS:
            # The loops are a tenth of what is taken.
            texts.extend(LOOPS[kind] * (len(texts) // (10 * len(LOOPS[kind]))))
    return found


def _paths() -> Iterator[Path]:
    folders = [ROOT / "tests/samples", ROOT / "resources/templates", ROOT / "resources/examples"]
    named = os.environ.get("HANDSET_FUZZ_PROJECTS")
    if named:
        folders.append(Path(named))
    for folder in folders:
        yield from (path for path in sorted(folder.rglob("*")) if "node_modules" not in path.parts)
