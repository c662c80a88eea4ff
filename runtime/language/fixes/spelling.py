"""Names that are mistyped: what the finding says is meant takes their place."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.language.answers import Fix
from runtime.language.fixes.fix import Finding, Mend

# Which argument of the finding stands in the text, and which one is meant.
_NAMES: Mapping[str, tuple[str, str]] = {
    "wxml/misspelt-attribute": ("name", "meant"),
    "wxml/unknown-value": ("value", "meant"),
    "wxml/unknown-event": ("event", "meant"),
    "wxml/undefined-handler": ("name", "meant"),
    "wxml/unknown-property": ("name", "meant"),
    "wxml/dashed-directive": ("name", "suggestion"),
    "wxss/unknown-property": ("name", "meant"),
    "api/misspelt": ("name", "meant"),
    "project/unknown-key": ("key", "meant"),
    "project/file-other-case": ("path", "found"),
    "project/page-other-case": ("path", "found"),
}


def mend_name(finding: Finding) -> list[Fix]:
    """The meant name in place of the written one."""
    code = finding.diagnostic.code
    written, meant = (finding.argument(name).lstrip("/") for name in _NAMES[code])
    if code == "project/unknown-key":
        written, meant = written.rpartition(".")[2], meant.rpartition(".")[2]
    # A path that is written as seen from its file is not the one from the root.
    if code.endswith("-other-case") and written.casefold() != meant.casefold():
        return []
    at = finding.text.find(written) if written and meant else -1
    if at < 0:
        return []
    start = finding.start + at
    return [finding.replace(finding.words("fix.change", name=meant), start, start + len(written), meant)]


MENDS: Mapping[str, Mend] = dict.fromkeys(_NAMES, mend_name)
