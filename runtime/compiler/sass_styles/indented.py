"""The indented syntax of Sass in the syntax with braces; every line and what it begins with stays where it is."""

from __future__ import annotations

import re

_IMPORT = re.compile(r"^@import\s++([^\"'(]++)$")
_SHORT = ((re.compile(r"^=\s*"), "@mixin "), (re.compile(r"^\+(?=[\w-])"), "@include "))

_WRITTEN = re.compile(r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|(?!\s//).)*+""")


def written_part(line: str) -> str:
    """A line without the comment at its end. What follows a colon without a blank is an address."""
    found = _WRITTEN.match(line) if "//" in line else None
    return found[0] if found else line


def with_braces(text: str) -> str:
    """`a\\n  b: c` → `a {\\n  b: c;}`."""
    lines = text.split("\n")
    levels: list[int] = []
    out: list[str] = []
    following = _following(lines)
    in_comment = -1
    for index, line in enumerate(lines):
        stripped = line.strip()
        indent = _indent(line)
        if not stripped or (0 <= in_comment < indent) or stripped.startswith("//"):
            in_comment = indent if stripped.startswith("//") and not 0 <= in_comment < indent else in_comment
            out.append("")
            continue
        in_comment = -1
        closing = ""
        while levels and indent <= levels[-1]:
            levels.pop()
            closing += "}"
        if out and closing:
            out[-1] += closing
        stripped = written_part(stripped)
        for pattern, word in _SHORT:
            stripped = pattern.sub(word, stripped)
        stripped = _IMPORT.sub(_quoted, stripped)
        if following[index] > indent and not stripped.endswith(","):
            levels.append(indent)
            out.append(f"{line[:indent]}{stripped} {{")
        elif ":" not in stripped and stripped[0] not in "@$+=" and not stripped.endswith((",", "*/")):
            # A rule in which nothing stands, or nothing but comments.
            out.append(f"{line[:indent]}{stripped} {{}}")
        else:
            end = "" if stripped.endswith((",", "*/")) else ";"
            out.append(f"{line[:indent]}{stripped}{end}")
    return "\n".join(out) + "}" * len(levels)


def _quoted(match: re.Match[str]) -> str:
    return "@import " + ", ".join(f'"{name.strip()}"' for name in match[1].split(","))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _following(lines: list[str]) -> list[int]:
    """The indentation of the next line that is not empty, for each line."""
    found = [0] * len(lines)
    indent = 0
    for index in range(len(lines) - 1, -1, -1):
        found[index] = indent
        if lines[index].strip() and not lines[index].strip().startswith("//"):
            indent = _indent(lines[index])
    return found
