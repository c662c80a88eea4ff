"""The code of frames and records: by which names the scopes of a script are reached from inside it."""

from __future__ import annotations

from collections.abc import Mapping

from tree_sitter import Node

from runtime.compiler.debugging.probed import ScopeEntry
from runtime.compiler.debugging.scopes import Scope, ScopeTree, function_name
from runtime.compiler.script.syntax import Source

_FIRST_SLOT = 6
"""Behind what every frame has."""


class Records:
    """For one script. `imports`: names of the source, and the code that has taken their place."""

    def __init__(self, source: Source, tree: ScopeTree, imports: Mapping[str, str]) -> None:
        self._source = source
        self._tree = tree
        self._imports = imports
        self._slots: dict[int, int] = {}
        self._counts: dict[int, int] = {}
        for scope in tree.all:
            if scope.kind in ("block", "catch") and scope.is_kept:
                owner = scope.function.index
                self._slots[scope.index] = _FIRST_SLOT + self._counts.get(owner, 0)
                self._counts[owner] = self._counts.get(owner, 0) + 1

    def frame(self, scope: Scope) -> str:
        """The name of the frame of the code in a scope; `0` if its function has none, or it is that of a value."""
        function = scope.function
        return f"__hF{function.index}" if function.is_kept else "0"

    def made_frame(self, scope: Scope) -> str:
        """The statements that make a function's frame; its caller is the frame that runs."""
        index, slots = scope.index, ",0" * self._counts.get(scope.index, 0)
        frame = f"__hd.f=[{self.around(scope)},{index},{self.accessor(scope)},__hd.f,0,__hm{slots}]"
        # `var`: what stands in a `let` is looked at each time, whether it has been initialised.
        return f"var __hF{index}={frame},__hR{index};"

    def made_for_value(self, scope: Scope) -> str:
        """The expression that makes the frame of an initializer; it has no name, since there is no room for one."""
        return f"__hd.f=[{self.around(scope)},{scope.index},{self.accessor(scope)},__hd.f,0,__hm]"

    def made(self, scope: Scope, node: Node) -> str:
        """The statement that makes the record of the block that a node is; nothing if it needs none."""
        if scope.kind in ("function", "module") or not scope.is_kept or scope.node != node:
            return ""
        record = f"[{self.around(scope)},{scope.index},{self.accessor(scope)}]"
        return f"const __hS{scope.index}={self.frame(scope)}[{self._slots[scope.index]}]={record};"

    def around(self, scope: Scope) -> str:
        """The nearest record outside a scope."""
        at = scope.parent
        while at is not None and not at.is_kept:
            at = at.parent
        return _name(at)

    def reached(self, scope: Scope) -> list[str]:
        """The nearest record, and accessors of the scopes inside it, from the outermost."""
        accessors: list[str] = []
        at: Scope | None = scope
        while at is not None and not at.is_kept:
            accessors.insert(0, self.accessor(at) if at.names or at.kind == "function" else "0")
            at = at.parent
        return [_name(at), *accessors]

    def accessor(self, scope: Scope) -> str:
        """`(which, whether to write, value) => …`; number 0 is `this`. Flat, however many names there are."""
        cases = ["case 0:return this;" if scope.kind in ("function", "module") else ""]
        for number, name in enumerate(self._names(scope), 1):
            if name == "arguments":
                value = name
            elif name in self._imports and name not in scope.names:
                value = self._imports[name]
            else:
                value = f"__w?{name}=__v:{name}"
            cases.append(f"case {number}:return {value};")
        return f"(__n,__w,__v)=>{{switch(__n){{{''.join(cases)}}}}}"

    def entries(self) -> tuple[ScopeEntry, ...]:
        """What is to be known of the scopes."""
        return tuple(map(self._entry, self._tree.all))

    def _names(self, scope: Scope) -> list[str]:
        names = [name for name in scope.names if name != "arguments"]
        if scope.kind == "module":
            names += [name for name in self._imports if name not in scope.names]
        if scope.kind == "function" and scope.has_arguments:
            names.append("arguments")
        return names

    def _entry(self, scope: Scope) -> ScopeEntry:
        span = self._source.span(scope.node)
        # A scope begins behind its first character, which may be that of a call in it.
        first = span.column - 1 if scope.is_initializer else span.column
        return ScopeEntry(
            scope.kind, scope.parent.index if scope.parent is not None else -1, (span.line, first),
            (span.end_line, span.end_column), tuple(self._names(scope)), scope.is_kept,
            self._slots.get(scope.index, 0), function_name(self._source, scope.node),
        )  # fmt: skip


def _name(scope: Scope | None) -> str:
    if scope is None:
        return "0"
    return f"__hF{scope.index}" if scope.kind in ("function", "module") else f"__hS{scope.index}"
