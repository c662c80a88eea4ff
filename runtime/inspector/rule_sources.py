"""Leads rules and declarations of the view back to the files that the user wrote: WXSS, Less or Sass.

A rule has its number in the linked sheet, and there its place. Declarations of WXSS follow in the order of the file;
those of a style language have the place of their line, which may be in a mixin of another file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from runtime.compiler.wxss.link import LinkedSheet
from runtime.compiler.wxss.sheet import StyleRule
from runtime.diagnostics import Diagnostic, Span
from runtime.inspector.model import Reason, RulePlace, SourceStretch
from runtime.language.position import Lines
from runtime.language.styles.indented import read_any_style
from runtime.language.styles.tree import Declaration, Item, Rule, Statement, StyleTree
from runtime.protocol.inspection import Declared, MatchedRule

_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_COMMENT = re.compile(r"/\*(?P<inside>(?:[^*]|\*(?!/))*+)\*/|//(?P<line>[^\n]*+)")
_PROPERTY = re.compile(r"[\w-]+")
_LANGUAGES = (".less", ".scss", ".sass")


@dataclass(frozen=True, slots=True)
class Undeclared:
    """What stands in the rule's braces in the source and nowhere in the compiled sheet."""

    text: str
    reason: Reason
    source: SourceStretch


@dataclass(frozen=True, slots=True)
class RuleSource:
    """`stretches`: where each declaration of the view's rule is written, in their order."""

    place: RulePlace
    stretches: tuple[SourceStretch | None, ...]
    disabled: tuple[SourceStretch, ...]
    undeclared: tuple[Undeclared, ...]


@dataclass
class _File:
    text: str
    tree: StyleTree
    lines: Lines

    @cached_property
    def rules(self) -> list[Rule]:
        """All rules, as they begin one after the other."""
        return sorted((rule for rule, _ in self.tree.rules()), key=lambda rule: rule.start)

    @cached_property
    def declared(self) -> dict[int, list[tuple[Declaration, str]]]:
        """All declarations by their line, each with the selector of the rule around it."""
        found: dict[int, list[tuple[Declaration, str]]] = {}
        around: list[tuple[Sequence[Item], str]] = [(self.tree.items, "")]
        around += [(rule.children, self.prelude(rule)) for rule, _ in self.tree.rules()]
        for items, within in around:
            for one in items:
                if isinstance(one, Declaration):
                    found.setdefault(self.lines.position(one.start).line + 1, []).append((one, within))
        return found

    def prelude(self, rule: Rule) -> str:
        """The selector of a rule as it stands there, in one line."""
        return " ".join(self.tree.prelude(rule).split())


@dataclass
class RuleSources:
    """The sources of one build. `text_of` gives the text that was compiled, None if there is no such file."""

    sheets: Callable[[str], LinkedSheet | None]
    text_of: Callable[[str], str | None]
    _files: dict[str, _File | None] = field(default_factory=dict)

    def of(self, matched: MatchedRule) -> RuleSource | None:
        """Where a rule is written; None for looks of the built-in components, and while the view has another sheet."""
        kind, _, path = matched.sheet.partition(":")
        sheet = self.sheets(path) if kind != "phone" else None
        if sheet is None or not 0 <= matched.rule < len(sheet.rules):
            return None
        rule = sheet.rules[matched.rule]
        if not _is_of(rule, matched.selector):
            return None
        file = self._file(rule.file)
        node = _rule_at(file, rule) if file else None
        if file is None or node is None:
            place = RulePlace(rule.file, rule.line, rule.column, rule.selector)
            lines = tuple(self._line_stretch(rule, one) for one in matched.declarations)
            return RuleSource(place, lines, (), ())
        inner = node.end - 1 if file.text[node.end - 1] == "}" and node.end > node.body else node.end
        # What is nested in Less or Sass is told by its whole selector.
        written = file.prelude(node)
        prelude = " ".join(rule.selector.split()) if rule.places else written
        place = RulePlace(rule.file, rule.line, rule.column, prelude, written, node.body, inner)
        if rule.places:
            return RuleSource(place, tuple(self._by_line(rule, one) for one in matched.declarations), (), ())
        return RuleSource(
            place,
            _in_order(rule.file, file, node, matched.declarations),
            tuple(_disabled(rule.file, file, node)),
            tuple(_undeclared(rule.file, file, node)),
        )

    def finding_at(self, path: str, stretch: SourceStretch) -> Diagnostic | None:
        """What the compiler has said about a declaration of a sheet."""
        sheet = self.sheets(path)
        file = self._file(stretch.file)
        if sheet is None or file is None:
            return None
        for finding in sheet.diagnostics:
            if finding.span.file == stretch.file and stretch.start <= file.lines.offsets(finding.span)[0] < stretch.end:
                return finding
        return None

    def _by_line(self, rule: StyleRule, declared: Declared) -> SourceStretch | None:
        path, line, column = rule.places[min(declared.line, len(rule.places) - 1)]
        file = self._file(path)
        if file is None:
            return None
        offset = file.lines.offsets(Span(path, line, column, line, column))[0]
        near = file.declared.get(line, [])
        found = next((one for one in near if one[0].start == offset), None)
        # Nested properties and interpolated names are written otherwise than they come out.
        found = found or next((one for one in near if one[0].name == declared.property), None)
        return _stretch(path, file, *found) if found else self._line_stretch(rule, declared)

    def _line_stretch(self, rule: StyleRule, declared: Declared) -> SourceStretch | None:
        """Only the line is known: it can be opened, and not be edited (`end` is the start)."""
        if not rule.places:
            return None
        path, line, column = rule.places[min(declared.line, len(rule.places) - 1)]
        return SourceStretch(path, line, column, declared.property, declared.value, -1, -1)

    def _file(self, path: str) -> _File | None:
        if path not in self._files:
            text = self.text_of(path)
            self._files[path] = None if text is None else _File(text, read_any_style(path, text), Lines(text))
        return self._files[path]


def _is_of(rule: StyleRule, selector: str) -> bool:
    return all(name in selector for name in _CLASS.findall(rule.selector))


def _rule_at(file: _File, rule: StyleRule) -> Rule | None:
    """The rule whose selector stands at a place; of a style language the one around it, if it names nothing better."""
    offset = file.lines.offsets(Span(rule.file, rule.line, rule.column, rule.line, rule.column))[0]
    for at in range(bisect_right(file.rules, offset, key=lambda one: one.start) - 1, -1, -1):
        node = file.rules[at]
        if offset < node.end:
            return node if offset < node.prelude_end or rule.places else None
    return None


def _stretch(path: str, file: _File, one: Declaration, within: str) -> SourceStretch:
    pair = (one.name, file.text[one.value_start : one.value_end])
    return _stretched(path, file, (one.start, one.end), pair, within)


def _stretched(path: str, file: _File, ends: tuple[int, int], pair: tuple[str, str], within: str) -> SourceStretch:
    (start, end), (name, value) = ends, pair
    position = file.lines.position(start)
    line, column = position.line + 1, position.character + 1
    return SourceStretch(path, line, column, name, value, start, end, file.text[start:end], within)


def _in_order(path: str, file: _File, node: Rule, declarations: Sequence[Declared]) -> tuple[SourceStretch | None, ...]:
    """Both follow in the same order; what one side does not have is passed over."""
    written = [one for one in node.children if isinstance(one, Declaration)]
    within = file.prelude(node)
    at, found = 0, list[SourceStretch | None]()
    for declared in declarations:
        ahead = (index for index in range(at, len(written)) if written[index].name.lower() == declared.property.lower())
        index = next(ahead, -1)
        found.append(_stretch(path, file, written[index], within) if index >= 0 else None)
        at = index + 1 if index >= 0 else at
    return tuple(found)


def _disabled(path: str, file: _File, node: Rule) -> Iterator[SourceStretch]:
    inner = [(one.body, one.end) for one in node.children if isinstance(one, Rule)]
    for match in _COMMENT.finditer(file.text, node.body, node.end):
        is_line = match["line"] is not None
        if any(start <= match.start() < end for start, end in inner) or (is_line and not path.endswith(_LANGUAGES)):
            continue
        # Only what is a comment as a whole: the tree has blanks there.
        if file.tree.text[match.start() : match.end()].strip():
            continue
        name, colon, value = (match["line"] if is_line else match["inside"]).partition(":")
        name, value = name.strip(), value.strip().removesuffix(";").rstrip()
        if colon and _PROPERTY.fullmatch(name) and not set(value) & set(";{}\n"):
            ends = (match.start(), match.start() + len(match[0].rstrip()))
            yield _stretched(path, file, ends, (name, value), file.prelude(node))


def _undeclared(path: str, file: _File, node: Rule) -> Iterator[Undeclared]:
    """Nested rules and declarations without a colon: WXSS knows neither."""
    for one in node.children:
        if isinstance(one, Declaration):
            continue
        reason: Reason = "colon" if isinstance(one, Statement) else "nested"
        stop = one.end if isinstance(one, Statement) else one.prelude_end
        text = " ".join(file.text[one.start : stop].rstrip(";").split())
        yield Undeclared(text, reason, _stretched(path, file, (one.start, one.end), (text, ""), file.prelude(node)))
