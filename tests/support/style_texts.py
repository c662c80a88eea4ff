"""Style sheets in memory, as a style language reads them (`StyleFiles`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class StyleTexts:
    """The texts by path."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def text(self, path: str) -> str | None:
        """The content."""
        return self._texts.get(path)

    def first(self, paths: Iterable[str]) -> str | None:
        """The first that is there."""
        return next((path for path in paths if path in self._texts), None)
