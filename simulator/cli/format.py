"""The command `handset format`: puts templates and styles in order, in place.

Exit codes: 0 all is in order now, 1 `--check` found files that are not, 2 a file stays as it is (broken, unreadable, or
of a kind that there is no formatter for).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from runtime.language.formatting.format import FORMATTED, format_text
from runtime.language.formatting.indent import IndentRules, read_indent_rules
from runtime.language.formatting.wxml import Unformatted
from runtime.language.words import Words
from runtime.platform.wechat import WECHAT
from runtime.project.gate import Gate
from runtime.project.ignored import CACHE_FOLDERS, SKIPPED_FOLDERS
from runtime.systems.links import is_link
from simulator.language_server.folders import project_above

EXIT_OK, EXIT_WOULD_CHANGE, EXIT_LEFT = 0, 1, 2
_SKIPPED = SKIPPED_FOLDERS | CACHE_FOLDERS | {"miniprogram_npm"}
_BOM = b"\xef\xbb\xbf"


def run_format(paths: Iterable[Path], *, changes: bool, out: TextIO, problems: TextIO) -> int:
    """Formats files, and all that can be formatted in folders; packages are left alone. Names what it changes."""
    words = Words("en")
    rules: dict[Path, IndentRules] = {}
    changed = left = 0
    for path in _files(paths):
        try:
            data = path.read_bytes()
            made = _formatted(path, data, rules)
        except (OSError, UnicodeDecodeError) as error:
            made = f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}"
        if isinstance(made, str | Unformatted):
            left += 1
            print(made if isinstance(made, str) else words("format.broken", path=path, line=made.line), file=problems)
        elif made != data:
            changed += 1
            print(path, file=out)
            if changes:
                _write(path.resolve(), made)
    if left:
        return EXIT_LEFT
    return EXIT_WOULD_CHANGE if changed and not changes else EXIT_OK


def _formatted(path: Path, data: bytes, rules: dict[Path, IndentRules]) -> bytes | str | Unformatted:
    if not path.name.endswith(FORMATTED):
        return Words("en")("format.none", path=path)
    file = path.resolve()
    root = project_above(file) or file.parent
    if root not in rules:
        rules[root] = read_indent_rules(Gate(root))
    bom = _BOM if data.startswith(_BOM) else b""
    text = data[len(bom) :].decode("utf-8")
    indent = rules[root].of(file.relative_to(root).as_posix())
    made = format_text(path.name, text, indent, WECHAT.elements.tags)
    return bom + made.encode("utf-8") if isinstance(made, str) else made


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, names, files in os.walk(path):
            names[:] = sorted(name for name in names if name not in _SKIPPED)
            found = (Path(folder, name) for name in sorted(files) if name.endswith(FORMATTED))
            yield from (one for one in found if one.is_file() and not is_link(one))


def _write(target: Path, data: bytes) -> None:
    """In one step: whoever reads the file sees the old text or the new one."""
    handle, beside = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".handset-save")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        shutil.copymode(target, beside)
        os.replace(beside, target)
    except OSError:
        os.unlink(beside)
        raise
