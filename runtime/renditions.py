"""Packages that Handset has in renditions of its own, as files (`resources/extended`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable


def rendition(package: str) -> Mapping[str, Callable[[], bytes]]:
    """The files of a package by their path in it, each with what reads it."""
    folder = files("resources").joinpath("extended", package)
    return {path: file.read_bytes for path, file in _files(folder, "")}


def _files(folder: Traversable, above: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _files(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry
