"""All members of an object or a scope, of which the debugger tells a hundred at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simulator.bridge.preview import Preview, members

MOST = 10_000


def gather_members(
    ask: Callable[[int, int, Callable[[Preview | None], None]], None],
    object_id: int,
    done: Callable[[Sequence[tuple[str, Preview]]], None],
    *,
    start: int = 0,
    count: int = 0,
) -> None:
    """`ask` is `Debugger.members`. From `start` on, at most `count` (0: all), and never more than 10,000."""
    most = min(count or MOST, MOST)
    found: list[tuple[str, Preview]] = []

    def take(page: Preview | None) -> None:
        shown = members(page) if page else []
        found.extend(shown)
        is_more = page is not None and page.get("more") and start + len(found) < int(page.get("n") or MOST)
        if shown and is_more and len(found) < most:
            ask(object_id, start + len(found), take)
        else:
            done(found[:most])

    ask(object_id, start, take)
