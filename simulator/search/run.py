"""One search from beginning to end, as the messages that tell of it. Knows nothing of processes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from runtime.project.gate import Gate
from runtime.protocol.search import At, Broken, Done, Found, FromSearch, Search, SkipReason
from simulator.search.expression import BrokenExpression, compiled, replacer
from simulator.search.files import Skipped, Wanted, read, wanted_files
from simulator.search.matching import digest_of_text, matches_in, unified

MOST_MATCHES = 10_000


def run(search: Search) -> Iterator[FromSearch]:
    """Searches all files."""
    query = search.query
    try:
        pattern = compiled(query)
    except BrokenExpression as problem:
        yield Broken(str(problem))
        return
    replace = replacer(query)
    room, files = MOST_MATCHES, 0
    skipped: Counter[SkipReason] = Counter()
    for path, text in _texts(search, skipped):
        files += 1
        if query.is_regex:
            yield At(path)
        # One more than there is room for tells that something is left out.
        matches = list(islice(matches_in(text, pattern, replace), room + 1))
        if matches:
            yield Found(path, digest_of_text(text), matches[:room])
        room -= len(matches)
        if room < 0:
            break
    yield Done(files, dict(skipped), room < 0)


def _texts(search: Search, skipped: Counter[SkipReason]) -> Iterator[tuple[str, str]]:
    """The texts by path; those of the window in place of what is on disk."""
    gate = Gate(Path(search.root))
    left: Mapping[str, str] = dict(search.texts)
    wanted = Wanted(search.query, search.left_out)
    seen: set[str] = set()
    for path, place in wanted_files(gate, wanted):
        seen.add(path)
        text = left[path] if path in left else read(gate, place)
        if isinstance(text, Skipped):
            skipped[text.reason] += 1
        else:
            yield path, unified(text)
    for path, text in left.items():
        if path not in seen and wanted.wants(path):
            yield path, unified(text)
