"""Finds out what a parsed template means: cuts it into blocks, resolves names, inlines includes, checks directives.

The shape of the result is the wire's (resources/docs/wire.md, sections 1 and 2); `emit` only writes it down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from runtime.compiler.wxml.block_builder import BlockBuilder, DatasetNeeds
from runtime.compiler.wxml.content import Division, has_directive, is_of_slot_node, siblings, slot_values
from runtime.compiler.wxml.context import Context
from runtime.compiler.wxml.declarations import Declarations, IncludedModules
from runtime.compiler.wxml.directives import Condition, Directives, ForBlock, read_directives
from runtime.compiler.wxml.expressions.compile import js_string
from runtime.compiler.wxml.expressions.finding import Finding
from runtime.compiler.wxml.expressions.lvalue import steps_of
from runtime.compiler.wxml.expressions.scope import Compiled, Scope
from runtime.compiler.wxml.expressions.touch import NEVER, members_touch, touch_of
from runtime.compiler.wxml.names import camel_case
from runtime.compiler.wxml.node_attributes import NodeAttributes
from runtime.compiler.wxml.paths import resolve
from runtime.compiler.wxml.syntax import Attribute, Document, Element, Node, Text
from runtime.compiler.wxml.template import Block, Json, Region, Template
from runtime.compiler.wxml.values import Constant, attribute_value, js_value, text_value
from runtime.compiler.wxml.view_wxs import runs_in_view

# Levels of markup, includes counted in, that are walked; the walk takes up to eleven Python frames for each.
MAX_LEVELS = 60

_NOT_SLOT_VALUES = frozenset({"class", "style", "hidden"})


def analyze(document: Document, declarations: Declarations, context: Context) -> Template:
    """The template's blocks. `context` collects diagnostics, tags and handlers."""
    scope = Scope(wxs={name: name for name in declarations.wxs}, is_newer=context.is_newer)
    division = Division(context, declarations.templates.get)
    walk = _Walk(context, division, DatasetNeeds(context.selected_data, runs_in_view(document.children, scope.wxs)))
    templates = {name: walk.template(element.children, scope) for name, element in declarations.templates.items()}
    main = walk.block(document.children, scope)
    wxs = {**declarations.wxs, **walk.included.wxs}
    return Template(document.source.path, declarations.imports, wxs, templates, main, tuple(walk.blocks))


class _Place(Struct, frozen=True):
    """Where a node is being added: the block, the enclosing element in it, the names.

    `slot_places`: this is the top level of slot content that is divided; values of slots by name, with their places.
    """

    builder: BlockBuilder
    parent: int
    scope: Scope
    slot_places: Mapping[str, int] | None = None


class _Walk:
    def __init__(self, context: Context, division: Division, dataset: DatasetNeeds) -> None:
        self.context = context
        self.division = division
        self.dataset = dataset
        self.blocks: list[Block] = []
        self.included = IncludedModules()
        self.level = 0

    # -- blocks

    def block(self, children: Sequence[Node], scope: Scope) -> int:
        """A block of its own for these children; its number."""
        return self._block(scope, lambda place: self._children(place, children))

    def template(self, children: Sequence[Node], scope: Scope) -> int:
        """The block of a named template: it may be used where content goes to slots."""
        slot_places: Mapping[str, int] | None = {} if self.division.is_needed_in_template(children) else None
        return self._block(scope, lambda place: self._children(place, children), slot_places)

    def _block(
        self,
        scope: Scope,
        fill: Callable[[_Place], list[Json]],
        slot_places: Mapping[str, int] | None = None,
        slot_vars: Sequence[str] = (),
    ) -> int:
        builder = BlockBuilder(self.context.source.path, slot_vars, self.dataset, is_divided=slot_places is not None)
        tree = fill(_Place(builder, -1, scope, slot_places))
        self.blocks.append(builder.finish(tree, self.blocks))
        return len(self.blocks) - 1

    # -- siblings

    def _children(self, place: _Place, children: Sequence[Node]) -> list[Json]:
        tree: list[Json] = []
        chain: list[tuple[Condition, Element]] = []
        for child in children:
            if isinstance(child, Text):
                vnode = self._text(place, child)
                if vnode is None:
                    continue
                self._close_chain(place, chain, tree)
                tree.append(vnode if place.slot_places is None else self._text_part(place, child))
            elif isinstance(child, Element) and not _is_declaration(child):
                self._element(place, child, chain, tree)
        self._close_chain(place, chain, tree)
        return tree

    def _text(self, place: _Place, text: Text) -> Json | None:
        """None for blanks between tags and for text that is always empty."""
        if not text.value.raw.strip():
            return None
        value = text_value(text.value, place.scope, self.context.report)
        if isinstance(value, Constant):
            return str(value.value) or None
        return place.builder.text(self.context.source.line(text.start), value)

    def _element(
        self, place: _Place, element: Element, chain: list[tuple[Condition, Element]], tree: list[Json]
    ) -> None:
        directives = read_directives(element, self.context.report)
        condition = directives.condition
        if condition is not None and condition.branch != "if":
            if chain and chain[-1][0].branch != "else":
                chain.append((condition, element))
                return
            self._report("wxml/else-without-if", condition.attribute, name=condition.attribute.name)
            directives = Directives(directives.for_block)
        self._close_chain(place, chain, tree)
        if directives.for_block is not None:
            tree.append(self._for_block(place, element, directives.for_block, condition))
        elif directives.condition is not None:
            chain.append((directives.condition, element))
        else:
            tree.extend(self._node(place, element))

    def _close_chain(self, place: _Place, chain: list[tuple[Condition, Element]], tree: list[Json]) -> None:
        if chain:
            tree.append(self._if_block(place, chain))
            chain.clear()

    # -- conditions and loops

    def _if_block(self, place: _Place, chain: Sequence[tuple[Condition, Element]]) -> Json:
        pick, names = "-1", frozenset[str]()
        blocks: list[int] = []
        conditions: list[str] = []
        for number, (condition, element) in enumerate(chain):
            if condition.branch == "else":
                pick = str(number)
            else:
                value = js_value(attribute_value(condition.value, place.scope, self.context.report))
                conditions.append(value.code)
                names |= value.names
            fill = partial(self._node, element=element)
            blocks.append(self._block(place.scope, fill, place.slot_places))
        for number in reversed(range(len(conditions))):
            pick = f"({conditions[number]})?{number}:{pick}"
        static = {"kind": "if", "node": place.parent, "blocks": blocks}
        return place.builder.region(Region(static, {"pick": pick}, names))

    def _for_block(self, place: _Place, element: Element, loop: ForBlock, condition: Condition | None) -> Json:
        values = js_value(attribute_value(loop.value, place.scope, self.context.report))
        whole = loop.value.whole
        steps = None if whole is None or whole.expression is None else steps_of(whole.expression, place.scope)
        scope = place.scope.loop(loop.item, loop.index, steps)

        def row(inner: _Place) -> list[Json]:
            if condition is not None and condition.branch == "if":
                return [self._if_block(inner, [(condition, element)])]
            return self._node(inner, element)

        block = self._block(scope, row, place.slot_places)
        static = {"kind": "for", "node": place.parent, "blocks": [block], "key": loop.key}
        touch = touch_of(values) if self.blocks[block].is_telling else NEVER
        return place.builder.region(Region(static, {"list": values.code}, values.names, touch))

    # -- nodes

    def _node(self, place: _Place, element: Element) -> list[Json]:
        """The element itself, its conditions and loops being dealt with."""
        if self.level >= MAX_LEVELS:
            self.context.report(Finding("wxml/too-deep", element.start, element.name_end, {"found": element.tag}))
            return []
        self.level += 1
        try:
            return self._node_of_tag(place, element)
        finally:
            self.level -= 1

    def _node_of_tag(self, place: _Place, element: Element) -> list[Json]:
        place = self._with_lets(place, element)
        if place.slot_places is not None and not self.division.is_transparent(element):
            return [self._part(place, element)]
        match element.tag:
            case "block":
                return self._children(place, element.children)
            case "template":
                return self._template_use(place, element)
            case "include":
                return self._include(place, element)
            case "slot":
                return [self._slot(place, element)]
            case _:
                return [self._plain_node(place, element)]

    def _with_lets(self, place: _Place, element: Element) -> _Place:
        """Each `let:` sees those before it."""
        scope = place.scope
        for attribute in element.attributes:
            if attribute.name.startswith("let:") and len(attribute.name) > 4:
                value = js_value(attribute_value(attribute.value, scope, self.context.report))
                scope = scope.let({camel_case(attribute.name[4:]): value})
        return place if scope is place.scope else replace(place, scope=scope)

    def _plain_node(self, place: _Place, element: Element) -> Json:
        context, builder = self.context, place.builder
        tag = context.drawn_tag(element.tag)
        number = builder.node(tag, place.parent, context.source.line(element.start))
        node = builder.nodes[number]
        if context.source.path != builder.file:
            node["file"] = context.source.path
        if context.is_host(tag):
            node["host"] = True
            context.note_tag(tag, element)
        NodeAttributes(builder, number, element, place.scope, context).add()
        inner = _Place(builder, number, place.scope)
        if "host" not in node:
            return [number, self._children(inner, element.children)]
        regions = self._content(inner, element.children)
        if regions:
            node["content"] = [region[1] for region in regions]
        return [number, regions]

    # -- content of slots

    def _content(self, place: _Place, children: Sequence[Node]) -> list[Json]:
        """The regions of what is written inside a component's tag: one, or one for each child if it is divided."""
        groups = list(siblings(children))
        if not groups:
            return []
        if not self.division.is_needed(children):
            static = {"kind": "content", "node": place.parent, "blocks": [self.block(children, place.scope)]}
            return [place.builder.region(Region(static))]
        return [self._content_group(place, group) for group in groups]

    def _content_group(self, place: _Place, group: Sequence[Node]) -> Json:
        values = self.division.values(group)
        places = {name: place.scope.size + number for number, name in enumerate(values)}
        inner = replace(place, scope=place.scope.reserve(len(values)), slot_places=places)
        leaf = group[0]
        if isinstance(leaf, Text):
            return self._slotted(inner, "content", lambda at: self._children(at, group), None, values)
        if isinstance(leaf, Element) and not has_directive(leaf) and not self.division.is_transparent(leaf):
            return self._part(inner, leaf, "content", values)
        block = self._block(inner.scope, lambda at: self._children(at, group), places, values)
        return place.builder.region(Region({"kind": "content", "node": place.parent, "blocks": [block]}))

    def _part(self, place: _Place, element: Element, kind: str = "part", values: Sequence[str] = ()) -> Json:
        """An element that goes to a slot by itself."""
        places = place.slot_places or {}
        names = {local: places[name] for name, local in slot_values(element) if name in places}
        named = replace(place, scope=place.scope.alias(names))
        return self._slotted(
            named, kind, lambda at: self._whole(at, element), self.division.slot_attribute(element), values
        )

    def _text_part(self, place: _Place, text: Text) -> Json:
        return self._slotted(place, "part", lambda at: self._children(at, [text]), None, ())

    def _slotted(
        self,
        place: _Place,
        kind: str,
        fill: Callable[[_Place], list[Json]],
        slot: Attribute | None,
        values: Sequence[str],
    ) -> Json:
        static: dict[str, Json] = {"kind": kind, "node": place.parent}
        static["blocks"] = [self._block(place.scope, fill, None, values)]
        if slot is None:
            return place.builder.region(Region(static))
        name = attribute_value(slot.value, place.scope, self.context.report)
        if isinstance(name, Constant):
            static["slot"] = _constant_name(name)
            return place.builder.region(Region(static))
        return place.builder.region(Region(static, {"slot": name.code}, name.names))

    def _whole(self, place: _Place, element: Element) -> list[Json]:
        """What goes to one slot: a `block` of the newer generation with all that is in it, or an element."""
        if element.tag == "block":
            return self._children(place, element.children)
        return [self._slot(place, element) if element.tag == "slot" else self._plain_node(place, element)]

    def _slot(self, place: _Place, element: Element) -> Json:
        static: dict[str, Json] = {"kind": "slot", "node": place.parent}
        functions: dict[str, str] = {}
        names = frozenset[str]()
        values: list[str] = []
        for attribute in {a.name: a for a in element.attributes}.values():
            name = attribute.name
            if name not in ("name", "slot") and (name in _NOT_SLOT_VALUES or ":" in name or is_of_slot_node(name)):
                continue
            value = attribute_value(attribute.value, place.scope, self.context.report)
            if isinstance(value, Constant) and name in ("name", "slot"):
                static[name] = value.value
                continue
            compiled = js_value(value)
            names |= compiled.names
            if name == "name":
                functions["name"] = compiled.code
            elif name != "slot":
                values.append(f"{js_string(camel_case(name))}:{compiled.code}")
        if values:
            functions["values"] = f"{{{','.join(values)}}}"
        own = tuple(attribute for attribute in element.attributes if is_of_slot_node(attribute.name))
        if own:
            static["at"] = self._slot_node(place, replace(element, attributes=own))
        if any(not isinstance(child, Text) or child.value.raw.strip() for child in element.children):
            self.context.report(Finding("wxml/slot-with-content", element.start, element.open_end, {}))
        return place.builder.region(Region(static, functions, names))

    def _slot_node(self, place: _Place, element: Element) -> int:
        """A node of its own for a slot, which is on the path of events; it stands nowhere in the tree."""
        number = place.builder.node(element.tag, place.parent, self.context.source.line(element.start))
        if self.context.source.path != place.builder.file:
            place.builder.nodes[number]["file"] = self.context.source.path
        NodeAttributes(place.builder, number, element, place.scope, self.context).add()
        return number

    # -- templates and includes

    def _template_use(self, place: _Place, element: Element) -> list[Json]:
        is_attribute = element.attribute("is")
        if is_attribute is None or is_attribute.value is None:
            self.context.report(Finding("wxml/template-without-name", element.start, element.name_end, {}))
            return []
        static: dict[str, Json] = {"kind": "template", "node": place.parent}
        static["line"] = self.context.source.line(element.start)
        if self.context.is_included:
            static["from"] = self.context.source.path
        functions: dict[str, str] = {}
        names = frozenset[str]()
        value = attribute_value(is_attribute.value, place.scope, self.context.report)
        if isinstance(value, Constant):
            static["is"] = str(value.value)
        else:
            functions["is"] = value.code
            names |= value.names
        data = self._template_data(place, element)
        functions["data"] = data.code
        return [place.builder.region(Region(static, functions, names | data.names, members_touch(data)))]

    def _template_data(self, place: _Place, element: Element) -> Compiled:
        attribute = element.attribute("data")
        if attribute is None or attribute.value is None:
            return Compiled("{}")
        if attribute.value.whole is None:
            self._report("wxml/data-without-mustache", attribute, value=attribute.value.raw)
            return Compiled("{}")
        return js_value(attribute_value(attribute.value, place.scope, self.context.report))

    def _include(self, place: _Place, element: Element) -> list[Json]:
        src = element.attribute("src")
        value = src.value.raw if src is not None and src.value is not None else ""
        path = resolve(self.context.source.path, value, ".wxml")
        span = (src.start, src.end) if src is not None else (element.start, element.open_end)
        if path is None:
            self.context.report(Finding("wxml/bad-path", *span, {"src": value, "tag": "include"}))
            return []
        if path not in self.context.includes:
            self.context.includes.append(path)
        if self.context.is_open(path):
            self.context.report_cycle(path, *span)
            return []
        document = self.context.included(path)
        if document is None:
            self.context.report(Finding("wxml/missing-file", *span, {"path": path, "tag": "include"}))
            return []
        with self.context.inside(document.source, span):
            if self.context.is_newer:
                place = replace(place, scope=place.scope.included(self.included.names_in(document, self.context)))
            return self._children(place, document.children)

    def _report(self, code: str, attribute: Attribute, **args: str) -> None:
        self.context.report(Finding(code, attribute.start, attribute.end, args))


def _constant_name(name: Constant) -> str:
    if isinstance(name.value, bool):
        return "true" if name.value else "false"
    return str(name.value)


def _is_declaration(element: Element) -> bool:
    return element.tag in ("wxs", "import") or (element.tag == "template" and element.attribute("name") is not None)
