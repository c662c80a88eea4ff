"""Collects the nodes, values and regions of one block while its markup is walked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from runtime.compiler.wxml.expressions.scope import Compiled
from runtime.compiler.wxml.expressions.touch import touch_of
from runtime.compiler.wxml.template import Bind, Block, Json, Region

# Kinds of values that the view gets; they come first in a block.
_TRAVELLING = frozenset({"text", "id", "class", "style", "hidden", "attr", "animation", "handler"})


@dataclass(frozen=True, slots=True)
class DatasetNeeds:
    """Which bound members of datasets the view gets: all of them where wxs runs beside the DOM, else `names`."""

    names: Collection[str] = ()
    has_all: bool = False


class BlockBuilder:
    """`file` is where the block is written; `slot_vars` are the values that a slot passes to it.

    `is_divided`: the block is the top level of slot content, and each of its parts goes to a slot of its own.
    """

    def __init__(
        self,
        file: str,
        slot_vars: Sequence[str] = (),
        dataset: DatasetNeeds = DatasetNeeds(),
        *,
        is_divided: bool = False,
    ) -> None:
        self.file = file
        self.slot_vars = slot_vars
        self.dataset = dataset
        self.is_divided = is_divided
        self.nodes: list[dict[str, Json]] = []
        self._binds: list[Bind] = []
        self._regions: list[Region] = []
        self._references: list[tuple[list[Json], int]] = []  # where a value's number stands, to be set at the end

    def node(self, tag: str, parent: int, line: int) -> int:
        """Adds an element; its number in the block."""
        self.nodes.append({"tag": tag, "parent": parent, "line": line})
        return len(self.nodes) - 1

    def bind(self, node: int, kind: str, name: str, line: int, value: Compiled) -> int:
        """Adds a dynamic value; the result stands for it in `refer`."""
        self._binds.append(Bind(node, kind, name, line, value))
        return len(self._binds) - 1

    def refer(self, holder: list[Json], bind: int) -> None:
        """The last item of `holder` is to be the final number of that value."""
        self._references.append((holder, bind))

    def text(self, line: int, value: Compiled) -> Json:
        """Adds a dynamic text; the result is its place in the tree."""
        vnode: list[Json] = ["$", 0]
        self.refer(vnode, self.bind(-1, "text", "", line, value))
        return vnode

    def region(self, region: Region) -> Json:
        """Adds a region; the result is its place in the tree."""
        self._regions.append(region)
        return ["?", len(self._regions) - 1]

    def finish(self, tree: list[Json], blocks: Sequence[Block]) -> Block:
        """The block. `blocks` are the finished ones, which the regions refer to."""
        travelling: list[int] = []
        staying: list[int] = []
        for number, bind in enumerate(self._binds):
            (travelling if self._travels(bind) else staying).append(number)
        order = travelling + staying
        if self._references:
            final = {bind: place for place, bind in enumerate(order)}
            for holder, bind_number in self._references:
                holder[-1] = final[bind_number]
        binds = [self._binds[n] for n in order]
        definition: dict[str, Json] = {
            "file": self.file,
            "tree": tree,
            "nodes": self.nodes,
            "wire": len(travelling),
            "binds": [[bind.node, bind.kind, bind.name, bind.line] for bind in binds],
            "regions": [region.static for region in self._regions],
            "hosts": [n for n, node in enumerate(self.nodes) if "host" in node],
        }
        if self.slot_vars:
            definition["slotVars"] = list(self.slot_vars)
        if self.is_divided:
            definition["divided"] = True
        told = {place: touch_of(bind.value) for place, bind in enumerate(binds) if self._is_told(bind)}
        names = set[str]()
        for bind in binds:
            names |= bind.value.names
        for touch in told.values():
            names |= touch.loops
        all_names = set(names)
        is_telling = bool(told)
        for region in self._regions:
            all_names.update(region.names, region.touch.loops)
            is_telling = is_telling or region.static["kind"] == "template"
            for inner in region.static.get("blocks", ()):
                all_names |= blocks[inner].all_names
                is_telling = is_telling or blocks[inner].is_telling
        values = tuple(bind.value for bind in binds)
        return Block(definition, values, tuple(self._regions), frozenset(names), frozenset(all_names), told, is_telling)

    def _is_told(self, bind: Bind) -> bool:
        """Properties of hosts, and attributes with a `change:` observer."""
        return bind.kind == "prop" or (bind.kind == "attr" and bind.name in self.nodes[bind.node].get("change", ()))

    def _travels(self, bind: Bind) -> bool:
        if bind.node >= 0 and self.nodes[bind.node]["tag"] == "slot":
            return False
        if bind.kind == "data":
            return self.dataset.has_all or bind.name in self.dataset.names
        return bind.kind in _TRAVELLING
