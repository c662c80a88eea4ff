"""Texts that are almost right: pieces of a language in any order, and samples with something changed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
# Files are read as UTF-8, so that no lone surrogate comes this far.
_ODD = ["", "\n", "\r\n", "\r", "\t", " ", "\0", "\ufeff", "\u2028", "数", "😀", "\\", '"', "'", "`", "/", "*"]

# A hang shows as a case that takes longer than this.
LONGEST = timedelta(seconds=5)


@contextmanager
def named_when_it_fails(**inputs: object) -> Iterator[None]:
    """Says what failed or took too long, also where hypothesis cannot make it so again and then tells of nothing."""
    start = time.monotonic()
    told = "failed"
    try:
        yield
        told = "too long" if time.monotonic() - start > LONGEST.total_seconds() else ""
    finally:
        if told:
            shown = ", ".join(f"{name}={value!r}" for name, value in inputs.items())
            print(f"{told}: {shown}", file=sys.stderr, flush=True)


def fuzz_settings(examples: int) -> settings:
    """How a fuzz test runs: fresh inputs each time, nothing remembered."""
    return settings(
        max_examples=examples,
        deadline=LONGEST,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
    )


def pieces(words: Sequence[str], most: int = 24) -> st.SearchStrategy[str]:
    """Words of a language, and odd characters between them, in any order."""
    return st.lists(st.sampled_from([*words, *words, *_ODD]), max_size=most).map("".join)


def changed(samples: Sequence[str], words: Sequence[str]) -> st.SearchStrategy[str]:
    """A sample in which a few stretches are taken out, doubled or replaced by words."""
    edit = st.tuples(
        st.floats(0, 1, allow_nan=False), st.integers(0, 12), st.sampled_from([*words, *_ODD]), st.booleans()
    )
    return st.tuples(st.sampled_from(list(samples)), st.lists(edit, min_size=1, max_size=4)).map(_edited)


def _edited(given: tuple[str, list[tuple[float, int, str, bool]]]) -> str:
    text, edits = given
    for place, length, word, is_doubled in edits:
        at = int(place * len(text))
        gone = text[at : at + length]
        text = text[:at] + word + (gone + gone if is_doubled else "") + text[at + length :]
    return text


@cache
def sample_files(*endings: str, longest: int = 1500) -> list[str]:
    """The project's own small files with one of these endings: test samples, templates, examples."""
    found = []
    for folder in ("tests/samples", "resources/templates", "resources/examples"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in endings and path.is_file() and path.stat().st_size <= longest:
                found.append(path.read_text("utf-8"))
    return found or [""]


def short(texts: Iterable[str], length: int = 400) -> list[str]:
    """Texts of at most this length."""
    return [text[:length] for text in texts]
