"""Puts probes into a compiled script: before each statement a check whether to pause there, and a record for each call
and block by which its variables are reached while other code runs.

    function f(a) { return g(a) }    becomes, spread out

    function f(a) {
      var __hF1 = __hd.f = [__hF0, 1, accessor, __hd.f, 0, __hm];      a frame: what is around it, which scope it is,
      var __hR1; if (--__hn < 0) __hn = __hk();                        its variables, its caller, if it is suspended
      if (__hV1) __hp(1, __hF1, __hF1);                                a probe
      return (__hR1 = (g(a)), __hd.f = __hF1[3], __hF1[3] = 0, __hR1)
    }

`__hV1` is one of the script's regions: functions and loops. A region is on while a breakpoint is in it, so a loop
costs little as long as none is in it. `__hn` counts down to the next look whether the user wants to pause. Functions
that only compute get no frame: their variables are reached from their probes alone. What the names do is in
`runtime/js/logic/debugging`. Lines stay; nothing is replaced, only inserted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tree_sitter import Node

from runtime.compiler.debugging.insertions import Insertions
from runtime.compiler.debugging.probed import NotDebuggable, Probe, Probed, ProbeKind
from runtime.compiler.debugging.records import Records
from runtime.compiler.debugging.scopes import (
    FUNCTIONS,
    LOOPS,
    Scope,
    ScopeTree,
    is_suspending,
    misread_await,
    takes_a_name,
)
from runtime.compiler.debugging.statements import (
    LISTS,
    SINGLE,
    STATEMENTS,
    UNWRAPPED,
    after_directives,
    declares_nothing,
    directives,
    expression_of,
    inside_wrapper,
    is_part,
    is_single,
)
from runtime.compiler.script.edits import apply_edits
from runtime.compiler.script.syntax import Source, parse_script

IsWritten = Callable[[int, int], bool]
MAX_BYTES = 2 * 1024 * 1024
"""A longer script is not debugged: what long scripts are is bundles of libraries."""

MAX_MINIFIED_BYTES = 512 * 1024
"""The same of a script whose lines are as long as no person writes them: its statements stand so close that putting
probes into it takes seconds, in which the program would count as hanging."""
_MINIFIED_LINE = 400

_TICK = "if(--__hn<0)__hn=__hk();"
_HEAD = "var {d:__hd,p:__hp,k:__hk,t:__ht,c:__hc,i:__hi,o:__ho,r:__hr,v:__hv,x:__hx,m:__hm}=__debug,__hn=0"


def instrument(
    path: str, code: str, imports: tuple[tuple[str, str], ...] = (), is_written: IsWritten = lambda _line, _column: True
) -> Probed:
    """The script with probes. `imports`: names of the source and what has taken their place; `is_written`: whether what
    begins at a line and column is the user's, and has not been put there by a compiler. Raises NotDebuggable."""
    if len(code) > MAX_BYTES:
        raise NotDebuggable("too-large")
    if len(code) > MAX_MINIFIED_BYTES and len(code) > _MINIFIED_LINE * (code.count("\n") + 1):
        raise NotDebuggable("minified")
    if "__hF" in code or "__hV" in code:
        raise NotDebuggable("unreadable")
    source = parse_script(path, code, "javascript")
    if source.root.has_error:
        raise NotDebuggable("unreadable")
    return _Instrumenter(source, dict(imports), is_written).run()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is."""

    scope: Scope
    region: int
    depth: int
    probe: int = -1


class _Instrumenter:
    def __init__(self, source: Source, imports: dict[str, str], is_written: IsWritten) -> None:
        self._source = source
        self._written_at = is_written
        self._tree = ScopeTree(source)
        self._put = Insertions()
        self._probes: list[Probe] = []
        self._regions = 1
        self._tries: list[tuple[int, int, int, int]] = []
        self._ends: dict[int, str] = {}
        self._records = Records(source, self._tree, imports)
        self._directives = {node.id for node in directives(source.root)}

    def run(self) -> Probed:
        root = self._source.root
        place = _Place(self._tree.all[0], 0, 0)
        waiting = [(child, place) for child in reversed(root.named_children) if self._is_written(child)]
        while waiting:
            node, at = waiting.pop()
            inner = self._visit(node, at)
            deeper = _Place(inner.scope, inner.region, at.depth + 1, inner.probe)
            if node.id in self._tree.wrappers:
                waiting += [(child, deeper) for child in reversed(inside_wrapper(node))]
                continue
            body = node.child_by_field_name("body") if node.type in FUNCTIONS else None
            outside = deeper if body is None else _Place(at.scope, at.region, at.depth + 1, at.probe)
            for child in reversed(node.named_children):
                waiting.append((child, deeper if child == body else outside))
        self._module(place)
        # What stands in the script before all: the regions are known only now.
        code, columns = apply_edits(self._source.code, self._put.edits())
        return Probed(
            code.decode("utf-8", "replace"), columns, tuple(self._probes), self._records.entries(),
            tuple(self._tries),
        )  # fmt: skip

    def _is_written(self, node: Node) -> bool:
        span = self._source.span(node)
        return self._written_at(span.line, span.column)

    # ------------------------------------------------------------ the walk

    def _visit(self, node: Node, at: _Place) -> _Place:
        """Puts in what a node needs; the place of what is inside it."""
        kind = node.type
        known = self._tree.of_node.get(node.id)
        inner = replace(at, scope=known) if known is not None else at
        if kind in FUNCTIONS and known is not None:
            inner = self._function(node, known, at)
        elif known is not None and known.is_initializer:
            inner = self._initializer(node, known, at)
        parent = node.parent
        single = SINGLE.get(parent.type) if parent is not None else None
        if parent is not None and parent.type in LISTS and kind in STATEMENTS:
            self._statement(node, at)
            inner = replace(inner, probe=len(self._probes) - 1)
        elif parent is not None and single is not None and is_single(parent, node, single):
            inner = self._body(node, parent, inner)
        elif kind == "statement_block" and known is not None and known.kind != "function":
            self._block(node, known, at)
        elif self._is_apart(node, parent, at):
            inner = self._expression(node, inner)
        self._parts(node, at)
        return inner

    def _statement(self, node: Node, at: _Place) -> None:
        if declares_nothing(node) or node.id in self._directives:
            return
        self._put.before(node, at.depth, self._probe_of(node, at))

    def _is_apart(self, node: Node, parent: Node | None, at: _Place) -> bool:
        """Whether a node is a part of a statement that begins on a line of its own, and calls something."""
        if parent is None or node.id not in self._tree.calling or node.type == "spread_element" or at.probe < 0:
            return False
        if not is_part(parent, node):
            return False
        return self._source.span(node).line > self._probes[at.probe].line and not takes_a_name(node)

    def _expression(self, node: Node, at: _Place) -> _Place:
        self._put.before(node, at.depth, f"({self._check(node, at, 'expression')},")
        self._put.after(node, at.depth, ")")
        return replace(at, probe=len(self._probes) - 1)

    def _initializer(self, node: Node, scope: Scope, at: _Place) -> _Place:
        """The value of a class field, or a default value. What calls nothing needs no frame."""
        inner = replace(at, scope=scope)
        if not scope.calls:
            self._put.before(node, at.depth, f"({self._check(node, inner, 'statement')},")
            self._put.after(node, at.depth, ")")
            return inner
        number = self._numbered(node, inner, "statement")
        probe = f"__hV{at.region}&&__hp({number},__hd.f,__hd.f)"
        self._put.before(node, at.depth, f"({self._records.made_for_value(scope)},{probe},__hv({scope.index},(")
        self._put.after(node, at.depth, ")))")
        return replace(inner, probe=number)

    def _check(self, node: Node, at: _Place, kind: ProbeKind) -> str:
        """A probe as an expression."""
        number = self._numbered(node, at, kind)
        call = f"__hp({number},{self._records.frame(at.scope)},{','.join(self._records.reached(at.scope))})"
        return f"__hV{at.region}&&{call}"

    def _body(self, node: Node, parent: Node, inner: _Place) -> _Place:
        """The one statement under a condition or a loop becomes a block."""
        is_loop = parent.type in LOOPS
        if is_loop:
            self._regions += 1
            inner = replace(inner, region=self._regions - 1)
        head = _TICK if is_loop else ""
        if is_loop and parent.type == "for_in_statement" and any(child.type == "await" for child in parent.children):
            head += f"__hr({self._records.frame(inner.scope)});"
        if node.type == "statement_block":
            self._put.after_brace(node, inner.depth, head + self._records.made(inner.scope, node))
            return inner
        if node.type in UNWRAPPED or (node.type == "empty_statement" and not is_loop):
            return inner
        probe = self._probe_of(node, inner) if node.type in STATEMENTS else ""
        self._put.before(node, inner.depth, "{" + head + self._records.made(inner.scope, node) + probe)
        self._put.after(node, inner.depth, "}")
        return replace(inner, probe=len(self._probes) - 1) if probe else inner

    def _block(self, node: Node, scope: Scope, at: _Place) -> None:
        parent = node.parent
        head = ""
        frame = self._records.frame(at.scope)
        if parent is not None and parent.type == "catch_clause" and frame != "0":
            head = self._caught(parent, node, at, frame)
        elif parent is not None and parent.type == "finally_clause" and frame != "0":
            head = f"__hr({frame});" if at.scope.function.suspends else f"if({frame}[3]!==0)__hd.f={frame};"
        self._put.after_brace(node, at.depth, head + self._records.made(scope, node))

    def _caught(self, clause: Node, body: Node, at: _Place, frame: str) -> str:
        parameter = clause.child_by_field_name("parameter")
        number = self._numbered(body, at, "catch")
        if parameter is None:
            self._put.before(body, at.depth, "(__hx)")
            return f"__hc({number},__hx,{frame});"
        is_name = parameter.type == "identifier"
        value = self._source.text(parameter).decode("utf-8", "replace") if is_name else "void 0"
        return f"__hc({number},{value},{frame}{'' if is_name else ',1'});"

    def _parts(self, node: Node, at: _Place) -> None:
        """What is put into statements and expressions."""
        kind, frame = node.type, self._records.frame(at.scope)
        if kind == "try_statement" and node.child_by_field_name("handler") is not None:
            body = node.child_by_field_name("body")
            if body is not None:
                span = self._source.span(body)
                self._tries.append((span.line, span.column, span.end_line, span.end_column))
        if frame == "0":
            return
        if kind == "return_statement":
            self._return(node, at, frame)
        elif kind == "throw_statement" and node.named_children:
            value = expression_of(node)
            number = self._numbered(node, at, "throw")
            scopes = ",".join(["", *self._records.reached(at.scope)])
            self._put.before(value, at.depth, f"__ht({number},(")
            self._put.after(value, at.depth, f"),{frame}{scopes})")
        elif is_suspending(node, at.scope.function):
            self._suspended(node, at, frame)
        elif (whole := misread_await(self._source, node)) is not None:
            self._put.before(whole, at.depth, f"__hi({frame},")
            self._put.at(node.end_byte, whole, at.depth, f" __ho({frame},{at.probe},")
            self._put.after(whole, at.depth, "))")

    def _return(self, node: Node, at: _Place, frame: str) -> None:
        # Who returns passes the end of the function.
        leave = f"{self._ends.get(at.scope.function.index, '')}__hd.f={frame}[3],{frame}[3]=0"
        values = [child for child in node.named_children if child.type != "comment"]
        if not values:
            self._put.at(node.start_byte + len("return"), node, at.depth, f" void({leave})")
            return
        result = frame.replace("__hF", "__hR")
        self._put.before(values[0], at.depth, f"({result}=(")
        self._put.after(values[0], at.depth, f"),{leave},{result})")

    def _suspended(self, node: Node, at: _Place, frame: str) -> None:
        keyword = node.children[0]
        is_delegating = any(child.type == "*" for child in node.children)
        values = [child for child in node.named_children if child.type != "comment"]
        self._put.before(node, at.depth, f"__hi({frame},")
        if is_delegating or not values:
            text = "" if is_delegating else f" __ho({frame},{at.probe})"
            self._put.at(keyword.end_byte, node, at.depth, text)
            self._put.after(node, at.depth, ")")
            return
        self._put.before(values[0], at.depth, f" __ho({frame},{at.probe},")
        self._put.after(values[0], at.depth, ")")
        self._put.after(node, at.depth, ")")

    # ------------------------------------------------------------ functions

    def _function(self, node: Node, scope: Scope, at: _Place) -> _Place:
        self._regions += 1
        inner = _Place(scope, self._regions - 1, at.depth)
        body = node.child_by_field_name("body")
        if body is None:
            return inner
        self._directives.update(node.id for node in directives(body))
        if body.type == "statement_block":
            if scope.is_kept:
                offset, lead = after_directives(self._source, body)
                self._put.at(offset, body, at.depth, lead + self._enter(scope))
                end = self._probe(body, inner, kind="end")
                passed = f"__hx({len(self._probes) - 1},__hF{scope.index},__hF{scope.index})"
                self._ends[scope.index] = f"__hV{inner.region}&&{passed},"
                self._put.before_brace(body, at.depth, f";{end}__hd.f=__hF{scope.index}[3],__hF{scope.index}[3]=0;")
        elif scope.is_kept:
            frame = f"__hF{scope.index}"
            probe = self._probe(body, inner)
            inner = replace(inner, probe=len(self._probes) - 1)
            self._put.before(body, at.depth, f"{{{self._enter(scope)}{probe}return(__hR{scope.index}=(")
            self._put.after(body, at.depth, f"),__hd.f={frame}[3],{frame}[3]=0,__hR{scope.index})}}")
        else:
            self._put.before(body, at.depth, f"({self._check(body, inner, 'statement')},")
            self._put.after(body, at.depth, ")")
        return inner

    def _enter(self, scope: Scope) -> str:
        return self._records.made_frame(scope) + _TICK

    def _module(self, place: _Place) -> None:
        root = self._source.root
        offset, lead = after_directives(self._source, root)
        regions = [f"__hV{number}" for number in range(self._regions)]
        arms = "".join(f"{region}=a[{number}];" for number, region in enumerate(regions))
        head = f"{_HEAD},{','.join(f'{region}=0' for region in regions)};__debug.arms(a=>{{{arms}}});"
        frame = self._records.made_frame(self._tree.all[0])
        self._put.at(offset, root, -1, lead + head + frame)
        self._put.at_end(len(self._source.code), "\n;__hd.f=__hF0[3],__hF0[3]=0")

    # ------------------------------------------------------------ texts

    def _probe_of(self, node: Node, at: _Place) -> str:
        return self._probe(node, at, kind="debugger" if node.type == "debugger_statement" else "statement")

    def _probe(self, node: Node, at: _Place, *, kind: ProbeKind = "statement") -> str:
        number = self._numbered(node, at, kind)
        call = f"__hp({number},{self._records.frame(at.scope)},{','.join(self._records.reached(at.scope))});"
        return call if kind == "debugger" else f"if(__hV{at.region}){call}"

    def _numbered(self, node: Node, at: _Place, kind: ProbeKind) -> int:
        span = self._source.span(node)
        line, column = (span.end_line, span.end_column - 1) if kind == "end" else (span.line, span.column)
        self._probes.append(Probe(line, column, at.scope.index, at.region, kind))
        return len(self._probes) - 1
