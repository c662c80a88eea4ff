"""What is known of pages by their numbers, of as many as may still be spoken of. No number is given twice, so that
those of pages long gone would pile up."""

from __future__ import annotations

from typing import Generic, TypeVar

MOST_PAGES = 256
"""Far more than can be open. A page that has gone is still spoken of by what it had under way."""

Fact = TypeVar("Fact")


class LatestPages(dict[int, Fact], Generic[Fact]):
    """By page number, in the order of their coming."""

    def learn(self, page_id: int, fact: Fact) -> None:
        """What is known first of a page stays; the eldest page is forgotten where there are too many."""
        if page_id not in self:
            self[page_id] = fact
            if len(self) > MOST_PAGES:
                del self[next(iter(self))]
