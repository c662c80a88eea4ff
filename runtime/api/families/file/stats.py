"""`Stats` of FileSystemManager: the facts come from Python, the logic layer adds the methods."""

from __future__ import annotations

from runtime.api.handler import Handler, in_js

HANDLERS: tuple[Handler, ...] = in_js("Stats.isDirectory", "Stats.isFile", is_quiet=True)
