"""Variables, mixins, functions and placeholders of style files: where they are written, and in which block they count.

Mixins of Less are classes (`styles/classes.py`). What a name is worth is the compilers' business.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from runtime.compiler.languages import ending_of
from runtime.language.documents import Documents
from runtime.language.styles.indented import INDENTED
from runtime.language.styles.tree import Declaration, Item, Rule, StyleTree

NameKind = Literal["variable", "mixin", "function", "placeholder"]
Block = tuple[int, int]

EVERYWHERE: Block = (0, 0)
"""The block of what is declared in none."""

_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\n]|\\.)*+"?|'(?:[^'\\\n]|\\.)*+'?)
      | @\{(?P<inserted>[\w-]+)\}
      | (?P<variable>\$[\w-]+|@@?[\w-]+|(?<![\w&}-])--[\w-]+)
      | (?P<placeholder>(?<![\w%])%[A-Za-z_-][\w-]*)
      | (?P<call>(?<![\w$@%-])[A-Za-z_-][\w-]*(?=\())
      | (?P<mark>[(),;:])""",
    re.VERBOSE | re.DOTALL,
)
_INSERTED = re.compile(r"#\{([^{}]*)\}|@\{([\w-]+)\}")
_HEAD = re.compile(r"@(mixin|function|include)\s+(?:[\w-]+\.)?([\w-]+)")
# The indented form has signs as well: `=round($radius)`, `+t.round(1px)`; `+ view` is a selector.
_SIGNED_HEAD = re.compile(r"(=(?=\s*[\w-])|\+(?=[\w-]))\s*(?:[\w-]+\.)?([\w-]+)")
_SIGNS = {"=": "mixin", "+": "include"}
_AT_WORD = re.compile(r"@[\w-]+(?!\s*[:(\w-])|@(?:media|import|supports|plugin|container|document)\b")
_LESS_MIXIN = re.compile(r"[.#][\w-]+\s*\(")
_LOOP = re.compile(r"@(?:each|for)\b(.*?)\b(?:in|from)\b", re.DOTALL)
_NAMED = re.compile(r"\s*:")
# Blocks of Sass whose assignments are those of the block around.
_SEE_THROUGH = re.compile(r"@(?:if|else|each|for|while)\b")


@dataclass(frozen=True, slots=True)
class StyleWord:
    """One place of a name, its sign (`$`, `@`, `--`, `%`) included.

    `block`: where it counts; `is_bare`: written without its sign, in `@{name}`; `argument_of`: it names a parameter of
    that mixin or function where that is called.
    """

    kind: NameKind
    name: str
    start: int
    end: int
    is_definition: bool = False
    block: Block = EVERYWHERE
    is_bare: bool = False
    argument_of: str = ""


def words_of(documents: Documents, path: str) -> tuple[StyleWord, ...]:
    """The names in a style file of the program."""
    tree = documents.style(path)
    return documents.keep("style words", path, lambda: tuple(words_in(tree)) if tree is not None else ())


def words_in(tree: StyleTree) -> Iterator[StyleWord]:
    """Every place of every name, in no order."""
    return _Reader(tree).read()


class _Reader:
    def __init__(self, tree: StyleTree) -> None:
        self.tree, self.text = tree, tree.text
        self.is_less = ending_of(tree.path) == ".less"
        self.is_indented = ending_of(tree.path) == INDENTED
        self.is_sass = self.is_indented or ending_of(tree.path) == ".scss"
        # The signs that names have here; `@@name` is a name that a variable holds.
        self.signs = ("@", "--") if self.is_less else ("$", "--") if self.is_sass else ("--",)
        # Where the variables of a block are declared first.
        self.declared: dict[Block, dict[str, int]] = {EVERYWHERE: {}}
        self.places: set[int] = set()

    def read(self) -> Iterator[StyleWord]:
        if not any(sign in self.text for sign in (*self.signs, "%", "@")):
            return
        waiting: list[tuple[Iterable[Item], tuple[Block, ...]]] = [(self.tree.items, ())]
        blocks: list[tuple[Item, tuple[Block, ...]]] = []
        while waiting:
            items, around = waiting.pop()
            for item in items:
                blocks.append((item, around))
                if isinstance(item, Rule):
                    waiting.append((item.children, (*around, (item.start, item.end))))
        # Sass has a name from its assignment on.
        blocks.sort(key=lambda one: one[0].start)
        for item, around in blocks:
            yield from self._definitions(item, around)
        for item, around in blocks:
            yield from self._uses(item, around)

    # -- what is declared

    def _definitions(self, item: Item, around: tuple[Block, ...]) -> Iterator[StyleWord]:
        if isinstance(item, Declaration) and item.name.startswith(self.signs):
            block = EVERYWHERE if item.name.startswith("--") else self._home(item, around)
            yield self._define("variable", item.name, item.start, block)
        if not isinstance(item, Rule):
            return
        prelude = self.tree.prelude(item)
        own = (item.start, item.end)
        word, head = self._head(item.start, item.prelude_end)
        if head is not None and word != "include":
            yield self._define("mixin" if word == "mixin" else "function", head[2], head.start(2))
            yield from self._parameters(head.end(), item.prelude_end, own)
        elif head is not None and (using := prelude.find(" using")) >= 0:
            yield from self._parameters(item.start + using, item.prelude_end, own)
        elif (loop := _LOOP.match(prelude)) is not None:
            for match in re.finditer(r"\$[\w-]+", loop[1]):
                yield self._define("variable", match[0], item.start + loop.start(1) + match.start(), own)
        elif self.is_less and (mixin := _LESS_MIXIN.match(prelude)) is not None:
            guard = prelude.find(" when ")
            end = item.start + guard if guard >= 0 else item.prelude_end
            yield from self._parameters(item.start + mixin.end() - 1, end, own)
        elif self.is_less and (ruleset := re.match(r"(@[\w-]+)\s*:$", prelude)) is not None:
            yield self._define("variable", ruleset[1], item.start, self._scope(ruleset[1], around))
        elif self.is_sass:
            for match in re.finditer(r"(?<![\w%])%[A-Za-z_-][\w-]*", prelude):
                yield self._define("placeholder", match[0], item.start + match.start())

    def _head(self, start: int, end: int) -> tuple[str, re.Match[str] | None]:
        """`mixin`, `function` or `include`, with the match of the name."""
        head = _HEAD.match(self.text, start, end)
        if head is None and self.is_indented:
            head = _SIGNED_HEAD.match(self.text, start, end)
        return (_SIGNS.get(head[1], head[1]) if head is not None else ""), head

    def _home(self, item: Declaration, around: tuple[Block, ...]) -> Block:
        if self.is_sass and "!global" in self.text[item.value_start : item.value_end]:
            return EVERYWHERE
        return self._scope(item.name, around)

    def _scope(self, name: str, around: tuple[Block, ...]) -> Block:
        """The block that an assignment is made in: in a condition or loop of Sass the one that has the name already."""
        for block in (*reversed(around), EVERYWHERE) if self.is_sass else ():
            if name in self.declared.get(block, ()):
                return block
            if not _SEE_THROUGH.match(self.text, block[0]):
                break
        return around[-1] if around else EVERYWHERE

    def _parameters(self, start: int, end: int, block: Block) -> Iterator[StyleWord]:
        depth, before = 0, ""
        for match in _TOKEN.finditer(self.text, start, end):
            if match["mark"]:
                depth += {"(": 1, ")": -1}.get(match[0], 0)
            elif self._is_name(match) and depth == 1 and before in ("(", ",", ";"):
                yield self._define("variable", match[0], match.start(), block)
            before = match[0]

    def _define(self, kind: NameKind, name: str, start: int, block: Block = EVERYWHERE) -> StyleWord:
        if kind == "variable":
            self.declared.setdefault(block, {}).setdefault(name, start)
        self.places.add(start)
        return StyleWord(kind, name, start, start + len(name), True, block)

    # -- what is used

    def _uses(self, item: Item, around: tuple[Block, ...]) -> Iterator[StyleWord]:
        if isinstance(item, Declaration):
            yield from self._in_text(item.value_start, item.value_end, around)
            return
        inside = (*around, (item.start, item.end)) if isinstance(item, Rule) else around
        start, end = item.start, item.prelude_end if isinstance(item, Rule) else item.end
        called = ""
        word, head = self._head(start, end)
        if head is not None:
            if word == "include":
                called = head[2]
                yield StyleWord("mixin", called, head.start(2), head.end(2))
            start = head.end()
        elif self.is_less and (mixin := _LESS_MIXIN.match(self.text, start, end)) is not None:
            called, start = mixin[0][:-1].strip(), mixin.end() - 1
        elif (rule := _AT_WORD.match(self.text, start, end)) is not None and not self._is_variable(rule[0]):
            start = rule.end()
        yield from self._in_text(start, end, inside, called)

    def _is_variable(self, word: str) -> bool:
        return self.is_less and any(word in names for names in self.declared.values())

    def _in_text(self, start: int, end: int, around: tuple[Block, ...], called: str = "") -> Iterator[StyleWord]:
        # What the parentheses around belong to, "" for those of no call.
        calls = [called] if called else []
        is_opened = bool(called)
        for match in _TOKEN.finditer(self.text, start, end):
            at = match.start()
            if match["string"]:
                yield from self._in_string(at, match.end(), around)
            elif match["inserted"]:
                yield self._use(f"@{match['inserted']}", match.start("inserted"), around, is_bare=True)
            elif match["call"]:
                calls.append(match[0])
                is_opened = True
                if self.is_sass and at not in self.places:
                    yield StyleWord("function", match[0], at, match.end())
            elif match[0] == "(":
                calls += [""] if not is_opened else []
                is_opened = False
            elif match[0] == ")" and calls:
                calls.pop()
            elif match["placeholder"] and self.is_sass and at not in self.places:
                yield StyleWord("placeholder", match[0], at, match.end())
            elif self._is_name(match) and at not in self.places:
                if calls and calls[-1] and _NAMED.match(self.text, match.end(), end):
                    yield StyleWord("variable", match[0], at, match.end(), argument_of=calls[-1])
                else:
                    name = match[0].replace("@@", "@")
                    yield self._use(name, match.end() - len(name), around)

    def _in_string(self, start: int, end: int, around: tuple[Block, ...]) -> Iterator[StyleWord]:
        for match in _INSERTED.finditer(self.text, start, end):
            if match[2]:
                yield self._use(f"@{match[2]}", match.start(2), around, is_bare=True)
            else:
                yield from self._in_text(match.start(1), match.end(1), around)

    def _is_name(self, match: re.Match[str]) -> bool:
        return bool(match["variable"]) and match[0].startswith(self.signs)

    def _use(self, name: str, start: int, around: tuple[Block, ...], *, is_bare: bool = False) -> StyleWord:
        declared = ((one, self.declared.get(one, {}).get(name, -1)) for one in reversed(around))
        block = next((one for one, at in declared if at >= 0 and (at < start or not self.is_sass)), EVERYWHERE)
        return StyleWord("variable", name, start, start + len(name) - is_bare, False, block, is_bare)
