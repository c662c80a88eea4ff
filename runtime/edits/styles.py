"""Changes of a style file: WXSS, Less and Sass, with braces or indented.

A declaration is named by the stretch that was shown, a rule by its place. Both are looked for where they were, and in a
text that has changed meanwhile by what they say: the nearest of those that say the same in a rule of the same selector.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from runtime.edits.change import Change, Changes
from runtime.inspector.model import RulePlace, SourceStretch
from runtime.language.styles.indented import INDENTED, read_any_style
from runtime.language.styles.tree import Declaration, Rule, StyleTree

_INDENT = "  "
_SIGNS = re.compile(
    r"""(?P<quoted>"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+')|[#@]\{[^{}\n]*+\}|(?P<sign>[(){}"'])|/\*|\*/"""
)


def is_value(value: str) -> bool:
    """Whether a value can stand in a rule without changing what is around it: brackets and quotes close."""
    depth = 0
    for match in _SIGNS.finditer(value):
        sign = match["sign"]
        if match["quoted"] or match[0][1:2] == "{":
            continue
        if sign not in ("(", ")"):
            return False
        depth += 1 if sign == "(" else -1
        if depth < 0:
            return False
    return depth == 0


def set_declaration(text: str, stretch: SourceStretch, name: str, value: str) -> Changes | None:
    """Another name or value; without one of them the declaration goes."""
    found, name, value = _declaration(text, stretch), name.strip(), value.strip()
    if found is None:
        return None
    if not name or not value:
        return (_without(text, found.start, _end(text, found)),)
    changes = [Change(found.start, found.name_end, name)] if name != found.name else []
    if found.value_start == found.value_end:
        changes.append(Change(found.name_end, found.value_end, f": {value}"))
    elif value != stretch.value:
        changes.append(Change(found.value_start, found.value_end, value))
    return tuple(changes) or None


def disable(text: str, stretch: SourceStretch) -> Changes | None:
    """Puts a declaration into a comment."""
    found = _declaration(text, stretch)
    if found is None:
        return None
    end = _end(text, found)
    written = text[found.start : end]
    # A comment in the value would end ours.
    return None if "*/" in written else (Change(found.start, end, f"/* {written} */"),)


def enable(text: str, stretch: SourceStretch) -> Changes | None:
    """Takes a declaration out of its comment."""
    start = _comment(text, stretch)
    if start is None:
        return None
    end = "" if stretch.file.endswith(INDENTED) else ";"
    return (Change(start, start + len(stretch.text), f"{stretch.name}: {stretch.value}{end}"),)


def add(text: str, place: RulePlace, name: str, value: str) -> Changes | None:
    """A further declaration, behind the last one of the rule."""
    rule = _rule(text, place)
    if rule is None:
        return None
    written = [one for one in rule.children if isinstance(one, Declaration)]
    if place.file.endswith(INDENTED):
        return _add_line(text, rule, written, f"{name.strip()}: {value.strip()}")
    declaration = f"{name.strip()}: {value.strip()};"
    if written:
        return _behind(text, rule, written[-1], declaration)
    if "\n" in text[rule.body : rule.end]:
        return (Change(rule.body, rule.body, f"\n{_indent_of(text, rule.start)}{_INDENT}{declaration}"),)
    gap = "" if text[rule.body : rule.body + 1] == " " else " "
    return (Change(rule.body, rule.body, f" {declaration}{gap}"),)


def add_rule(text: str, file: str, selector: str, name: str, value: str) -> Changes:
    """A further rule with one declaration, at the end of the file."""
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    open_, semicolon, close = ("", "", "") if file.endswith(INDENTED) else (" {", ";", "}\n")
    rule = f"{selector.strip()}{open_}\n{_INDENT}{name.strip()}: {value.strip()}{semicolon}\n{close}"
    return (Change(len(text), len(text), gap + rule),)


def _add_line(text: str, rule: Rule, written: list[Declaration], declaration: str) -> Changes:
    """Of the indented form: behind the line of the last declaration, or first in the rule."""
    if written:
        last = written[-1]
        at = text.find("\n", last.value_end)
        at = len(text) if at < 0 else at - (text[at - 1] == "\r")
        return (Change(at, at, f"\n{_indent_of(text, last.start)}{declaration}"),)
    indent = _indent_of(text, rule.start)
    line = f"{indent}{indent[-1:] if indent[-1:] == chr(9) else _INDENT}{declaration}"
    at = text.find("\n", rule.prelude_end)
    return (Change(len(text), len(text), f"\n{line}"),) if at < 0 else (Change(at + 1, at + 1, f"{line}\n"),)


def _behind(text: str, rule: Rule, last: Declaration, declaration: str) -> Changes:
    is_closed = text[last.end - 1] == ";"
    semicolon = "" if is_closed else ";"
    at = last.end if is_closed else last.value_end
    line_start = text.rfind("\n", 0, last.start) + 1
    if line_start <= rule.body and "\n" not in text[last.start : rule.end]:
        return (Change(at, at, f"{semicolon} {declaration}"),)
    return (Change(at, at, f"{semicolon}\n{_indent_of(text, last.start)}{declaration}"),)


def _indent_of(text: str, offset: int) -> str:
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip())]


def _without(text: str, start: int, end: int) -> Change:
    """Without a stretch, and without its line if nothing else stands there."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    if line_end >= 0 and not text[line_start:start].strip() and not text[end:line_end].strip():
        return Change(line_start, line_end + 1, "")
    if text[start - 1 : start] == " " and text[end : end + 1] in (" ", "}"):
        return Change(start - 1 if text[end : end + 1] == " " else start, end, "")
    return Change(start, end, "")


def _end(text: str, one: Declaration) -> int:
    """Behind the semicolon; one without ends with its value."""
    return one.end if text[one.end - 1 : one.end] == ";" else max(one.value_end, one.name_end)


def _declaration(text: str, stretch: SourceStretch) -> Declaration | None:
    if stretch.end < 0:
        return None
    tree = read_any_style(stretch.file, text)
    same = [
        one
        for one in tree.declarations()
        if (one.name, text[one.value_start : one.value_end]) == (stretch.name, stretch.value)
        and _prelude_at(tree, one.start) == stretch.within
    ]
    return min(same, key=lambda one: abs(one.start - stretch.start), default=None)


def _comment(text: str, stretch: SourceStretch) -> int | None:
    tree = read_any_style(stretch.file, text)
    same = [
        match.start()
        for match in re.finditer(re.escape(stretch.text), text)
        if not tree.text[match.start() : match.end()].strip() and _prelude_at(tree, match.start()) == stretch.within
    ]
    return min(same, key=lambda start: abs(start - stretch.start), default=None)


def _rule(text: str, place: RulePlace) -> Rule | None:
    if place.end < 0:
        return None
    tree = read_any_style(place.file, text)
    same = [rule for rule in _rules(tree) if " ".join(tree.prelude(rule).split()) == place.written]
    return min(same, key=lambda rule: abs(rule.body - place.body), default=None)


def _rules(tree: StyleTree) -> Iterator[Rule]:
    return (rule for rule, _ in tree.rules())


def _prelude_at(tree: StyleTree, offset: int) -> str:
    rule = tree.rule_at(offset)
    return " ".join(tree.prelude(rule).split()) if rule else ""
