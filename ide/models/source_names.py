"""Whether variables of a running program are called as the file calls them that the user reads.

A bundler may have given them other names. Its source map tells places, and of names too little: a value beside a name
that only looks the same would be a lie.
"""

from __future__ import annotations

from simulator.debug.debugger import Debugger

MINIFIED_LINE = 150
"""Characters of a line, on average, that no person writes."""
_MAP = "\n//# sourceMappingURL="


class SourceNames:
    """For one program. What was found of a script stays."""

    def __init__(self, debugger: Debugger) -> None:
        self._debugger = debugger
        self._minified: dict[int, bool] = {}

    def are_kept_in(self, file: str) -> bool:
        """A file that runs as it is keeps its names; one that scripts were made of does unless they are minified."""
        scripts = self._debugger.scripts
        if any(script.file == file for script in scripts):
            return True
        return not any(self._is_minified(script.script_id) for script in scripts if not script.is_library)

    def _is_minified(self, script_id: int) -> bool:
        if script_id not in self._minified:
            code, _, _ = self._debugger.source(script_id).rpartition(_MAP)
            code = code or self._debugger.source(script_id)
            self._minified[script_id] = len(code) > MINIFIED_LINE * (code.count("\n") + 1)
        return self._minified[script_id]
