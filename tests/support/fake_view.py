"""A view without a browser: applies the DOM operations of wire.md, section 3, to plain objects.

It is strict: an operation that names an unknown instance, a wrong index or a stream of the wrong length raises. What is
known of blocks is shared by the pages of a program (`Definitions`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

Definitions = dict[int, dict[str, Any]]


@dataclass(eq=False)
class Instance:
    """One instance of a block: its values, the children of its regions, the shadow blocks at its hosts."""

    id: int
    definition: dict[str, Any]
    scope: int
    values: list[Any] = field(default_factory=list)
    regions: list[list[Instance]] = field(default_factory=list)
    hosts: list[Instance | str | None] = field(default_factory=list)  # shadow block, "" = component without template


class FakeView:
    """The document of one page."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._instances: dict[int, Instance] = {}
        self.body: Instance | None = None
        self.scopes: dict[int, dict[str, Any]] = {}
        self.styles: list[list[Any]] = []
        self.calls: list[list[Any]] = []
        self.wxs: dict[str, str] = {}

    def apply(self, ops: list[list[Any]]) -> None:
        """Carries out one batch."""
        for name, *args in ops:
            getattr(self, f"_op_{name.lower()}")(*args)

    def tree(self) -> list[Any]:
        """The page as text and `[tag, attributes, *children]`."""
        return self._shown(self.body) if self.body else []

    def text(self) -> str:
        """All text on the page."""
        return "".join(_texts(self.tree()))

    def find(self, **wanted: str) -> tuple[int, int]:
        """`(instance id, node index)` of the first element with these attributes (`tag`, `id`, `class_`…)."""
        names = {name.rstrip("_"): value for name, value in wanted.items()}
        for instance in self._instances.values():
            for index in range(len(instance.definition["nodes"])):
                tag, attributes = self._element(instance, index)
                if all({"tag": tag, **attributes}.get(name) == value for name, value in names.items()):
                    return instance.id, index
        raise LookupError(f"no element with {names}")

    # ------------------------------------------------------------ operations

    def _op_d(self, number: int, definition: dict[str, Any]) -> None:
        self._definitions[number] = definition

    def _op_v(self, path: str, code: str) -> None:
        self.wxs[path] = code

    def _op_p(self, number: int, scope: dict[str, Any]) -> None:
        self.scopes[number] = scope

    def _op_s(self, *style: Any) -> None:
        self.styles.append(list(style))

    def _op_x(self, number: int, ext: dict[str, str]) -> None:
        self.scopes[number]["ext"] = ext

    def _op_b(self, scope: int, stream: list[Any]) -> None:
        self._instances.clear()
        reader = _Reader(stream)
        self.body = self._read(reader, scope)
        reader.end()

    def _op_c(self, owner: int, region: int, index: int, scope: int, stream: list[Any]) -> None:
        children = self._instances[owner].regions[region]
        assert 0 <= index <= len(children), f"C at {index} of {len(children)}"
        reader = _Reader(stream)
        children[index:index] = self._read_list(reader, scope)
        reader.end()

    def _op_u(self, number: int, changes: list[Any]) -> None:
        instance = self._instances[number]
        for index, value in zip(changes[::2], changes[1::2], strict=True):
            assert index < instance.definition["wire"]
            instance.values[index] = value

    def _op_r(self, owner: int, region: int, index: int, count: int) -> None:
        children = self._instances[owner].regions[region]
        assert 0 <= index < index + count <= len(children), f"R {index}+{count} of {len(children)}"
        for child in children[index : index + count]:
            self._forget(child)
        del children[index : index + count]

    def _op_m(self, owner: int, region: int, source: int, target: int) -> None:
        children = self._instances[owner].regions[region]
        child = children.pop(source)
        assert 0 <= target <= len(children)
        children.insert(target, child)

    def _op_h(self, number: int, node: int, scope: int, stream: list[Any]) -> None:
        instance = self._instances[number]
        reader = _Reader(stream)
        instance.hosts[instance.definition["hosts"].index(node)] = self._read(reader, scope)
        reader.end()

    def _op_e(self, *call: Any) -> None:
        self.calls.append(list(call))

    def _op_g(self, _serial: int) -> None:
        pass

    def _op_k(self) -> None:
        pass

    # ------------------------------------------------------------ streams

    def _read(self, reader: _Reader, scope: int) -> Instance:
        definition = self._definitions[reader.take()]
        instance = Instance(reader.new_id(), definition, scope)
        self._instances[instance.id] = instance
        instance.values = [reader.take() for _ in range(definition["wire"])]
        for region in definition["regions"]:
            children = self._read_groups(reader) if region["kind"] == "slot" else self._read_list(reader, scope)
            instance.regions.append(children)
        for _ in definition["hosts"]:
            instance.hosts.append(self._read_host(reader))
        return instance

    def _read_list(self, reader: _Reader, scope: int) -> list[Instance]:
        return [self._read(reader, scope) for _ in range(reader.take())]

    def _read_groups(self, reader: _Reader) -> list[Instance]:
        return [child for _ in range(reader.take()) for child in self._read_list(reader, reader.take())]

    def _read_host(self, reader: _Reader) -> Instance | str | None:
        match reader.take():
            case 0:
                return None
            case 1:
                return self._read(reader, reader.take())
            case 2:
                return ""
            case other:
                raise AssertionError(f"host {other!r}")

    def _forget(self, instance: Instance) -> None:
        del self._instances[instance.id]
        for region in instance.regions:
            for child in region:
                self._forget(child)
        for host in instance.hosts:
            if isinstance(host, Instance):
                self._forget(host)

    # ------------------------------------------------------------ the tree

    def _shown(self, instance: Instance) -> list[Any]:
        return self._nodes(instance, instance.definition["tree"])

    def _nodes(self, instance: Instance, tree: list[Any]) -> list[Any]:
        shown: list[Any] = []
        for vnode in tree:
            if isinstance(vnode, str):
                shown.append(vnode)
            elif vnode[0] == "$":
                shown.append(instance.values[vnode[1]])
            elif vnode[0] == "?":
                shown += [node for child in instance.regions[vnode[1]] for node in self._shown(child)]
            else:
                tag, attributes = self._element(instance, vnode[0])
                shown.append([tag, attributes, *self._children(instance, vnode[0], vnode[1])])
        return shown

    def _children(self, instance: Instance, node: int, tree: list[Any]) -> list[Any]:
        hosts = instance.definition["hosts"]
        if node not in hosts:
            return self._nodes(instance, tree)
        host = instance.hosts[hosts.index(node)]
        if isinstance(host, Instance):
            return self._shown(host)
        return [] if host == "" else self._nodes(instance, tree)

    def _element(self, instance: Instance, index: int) -> tuple[str, dict[str, Any]]:
        node = instance.definition["nodes"][index]
        attributes = {name: node[name] for name in ("id", "class", "style", "hidden") if name in node}
        attributes |= node.get("attrs", {})
        for place, (owner, kind, name, _line) in enumerate(instance.definition["binds"]):
            if owner == index and place < instance.definition["wire"]:
                attributes[name if kind == "attr" else kind] = instance.values[place]
        return node["tag"], attributes


class _Reader:
    def __init__(self, stream: list[Any]) -> None:
        self._items: Iterator[Any] = iter(stream)
        self._next_id = int(next(self._items))

    def take(self) -> Any:
        return next(self._items)

    def new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1

    def end(self) -> None:
        rest = list(self._items)
        assert not rest, f"the stream has {len(rest)} items too many: {rest[:5]}"


def _texts(nodes: list[Any]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, list):
            yield from _texts(node[2:])
        else:
            yield str(node)
