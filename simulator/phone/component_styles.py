"""The style sheet of the built-in components: their CSS files, joined.

The files stay apart in the tree, one beside each component; a page loads them as one. What all share comes first
(tokens, the page, boxes), so that a component's own rules outrank it.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable


def component_styles() -> bytes:
    """CSS of `runtime/js/view/components`, UTF-8."""
    return b"\n".join(file.read_bytes() for file in _style_files(files("runtime") / "js" / "view" / "components"))


def _style_files(folder: Traversable) -> Iterator[Traversable]:
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    yield from (entry for entry in entries if entry.name.endswith(".css"))
    for entry in entries:
        file = entry / "style.css"
        if entry.is_dir() and file.is_file():
            yield file
