"""A whole program as JSON, in pieces that can be left out one by one, and the files it stands for.

`{"components": {name: component}, "behaviors": {name: behavior}, "relations": [relation],
"actions": [action]}`. The last component is the root. A component or behavior has `properties`, `data`, `observers`,
`lifetimes`, `pageLifetimes`, `methods` (lists of statements, JavaScript), `options`, `behaviors`, `externalClasses`; a
component also `template`, `templates` and `included` (lists of nodes). A node is `{"text"}` or
`{"tag", "attrs", "children"}`.
"""

from __future__ import annotations

import json
from typing import Any

Program = dict[str, Any]
CHAIN = ("wx:elif", "wx:else")
# Runs before everything else; what it says is what is compared.
SHARED = """const instances = [];
let left = 0;
const made = new Set();
const arrived = new Set();
const plain = (key, value) => value === undefined ? '[undefined]' : typeof value === 'function' ? '[function]'
  : typeof value === 'number' && !isFinite(value) ? String(value) : value;
const log = (...values) => console.log(JSON.stringify(values, plain));
function me(that) {
  if (that === null || that === undefined || !that.named) return String(that);
  let number = instances.indexOf(that);
  if (number < 0) number = instances.push(that) - 1;
  return that.named() + ':' + number;
}
function pick(that, selector, all) {
  try {
    const found = all ? that.selectAllComponents(selector) : [that.selectComponent(selector)];
    return found.filter((one) => one && one.named);
  } catch (error) {
    return [];
  }
}
function at(event) {
  const { type, target, currentTarget, detail, mark } = event;
  const seen = [type, target && target.id, target && target.dataset, currentTarget.id, currentTarget.dataset, detail];
  return IS_NEWER ? [...seen, mark] : seen;
}
function tell(that, ...event) {
  if (left-- > 0 && (IS_NEWER || arrived.has(that))) that.triggerEvent(...event);
}
module.exports = {
  instances, made, arrived, log, me, pick, at, tell,
  start: (budget = 40) => { left = budget; },
  // What is set while the tree is made where it is bound is lost in glass-easel. Its observers may do something else
  // each time; those of the simulator engine may not, and only events go round.
  may: (that) => made.has(that) && (!HAS_MODELS || arrived.has(that)) && (!IS_NEWER || left-- > 0),
};
"""
HEAD = "const { log, me, pick, at, tell, may, start, instances, made, arrived } = require('../shared.js');\nstart();\n"
WXS = (
    '<wxs module="m">module.exports = { inc: function (x) { return x + 1 },'
    ' tag: function (x) { return "<" + x + ">" } }</wxs>'
)


class DanglingPieceError(Exception):
    """A piece names another that is not there."""


def files_of(program: Program, *, is_newer: bool, prefix: str = "") -> dict[str, str]:
    """The files by path: `shared.js`, `behaviors/behaviors.js`, `<name>/<name>.*`; `prefix` is where they lie."""
    has_models = '"model:' in json.dumps(program)
    told = f"const IS_NEWER = {json.dumps(is_newer)}, HAS_MODELS = {json.dumps(has_models)};\n"
    files = {"shared.js": told + SHARED, "behaviors/behaviors.js": _behaviors(program)}
    for name, component in program["components"].items():
        known = program["components"]
        using = {tag: f"{prefix}/{tag}/{tag}" for tag in sorted(_tags(component)) if tag not in _BUILT_IN}
        if missing := set(using) - set(known):
            raise DanglingPieceError(missing)
        options = dict(component.get("options", {}))
        config = {"component": True, "usingComponents": using}
        if options.pop("addGlobalClass", False):
            config["addGlobalClass"] = True
        files[f"{name}/{name}.json"] = json.dumps(config)
        files[f"{name}/{name}.wxml"] = _markup(component)
        if "included" in component:
            files[f"{name}/included.wxml"] = print_nodes(component["included"], component)
        files[f"{name}/{name}.js"] = _script(program, name, component, options)
    return files


_NOTED = {"created": "made.add(this); me(this);", "attached": "arrived.add(this);"}
_BUILT_IN = frozenset({"view", "block", "slot", "template", "include", "text"})


def _tags(component: Program) -> set[str]:
    nodes = [*component["template"], *component.get("included", [])]
    for body in component.get("templates", {}).values():
        nodes += body
    found: set[str] = set()
    while nodes:
        node = nodes.pop()
        if "tag" in node:
            found.add(node["tag"])
            nodes += node["children"]
    return found


def _markup(component: Program) -> str:
    named = "".join(
        f'<template name="{name}">{print_nodes(body, component)}</template>'
        for name, body in component.get("templates", {}).items()
    )
    return f"{WXS}{named}{print_nodes(component['template'], component)}"


def print_nodes(nodes: list[Program], component: Program) -> str:
    """Markup of sibling nodes."""
    out = []
    is_chain = False
    for node in nodes:
        if "text" in node:
            out.append(node["text"])
            is_chain = False
            continue
        attributes = node["attrs"]
        if any(name in attributes for name in CHAIN) and not is_chain:
            raise DanglingPieceError("else without if")
        is_chain = "wx:if" in attributes or "wx:elif" in attributes
        if node["tag"] == "template" and attributes.get("is") not in component.get("templates", {}):
            raise DanglingPieceError("template")
        if node["tag"] == "include" and "included" not in component:
            raise DanglingPieceError("include")
        shown = "".join(f" {name}" if value is True else f' {name}="{value}"' for name, value in attributes.items())
        out.append(f"<{node['tag']}{shown}>{print_nodes(node['children'], component)}</{node['tag']}>")
    return "".join(out)


def _behaviors(program: Program) -> str:
    out = [HEAD]
    for name, behavior in program["behaviors"].items():
        out.append(f"const {name} = Behavior({_definition(program, name, behavior, {})});")
    return "\n".join([*out, f"module.exports = {{ {', '.join(program['behaviors'])} }};"])


def _script(program: Program, name: str, component: Program, options: dict[str, Any]) -> str:
    names = ", ".join(program["behaviors"])
    head = f"{HEAD}const {{ {names} }} = require('../behaviors/behaviors.js');\n"
    return f"{head}Component({_definition(program, name, component, options)});\n"


def _definition(program: Program, name: str, part: Program, options: dict[str, Any]) -> str:
    lines = [f"options: {_options(options)}"] if options else []
    if part.get("behaviors"):
        if missing := set(part["behaviors"]) - set(program["behaviors"]):
            raise DanglingPieceError(missing)
        lines.append(f"behaviors: [{', '.join(part['behaviors'])}]")
    if part.get("externalClasses"):
        lines.append(f"externalClasses: {json.dumps(part['externalClasses'])}")
    lines.append(f"properties: {{ {', '.join(_property(*entry) for entry in part.get('properties', {}).items())} }}")
    lines.append(f"data: {json.dumps(part.get('data', {}))}")
    for group in ("observers", "lifetimes", "pageLifetimes"):
        bodies = [_callback(group, key, body) for key, body in part.get(group, {}).items()]
        if group == "lifetimes" and name in program["components"]:
            bodies += [f"{key}() {{ {note} }}" for key, note in _NOTED.items() if key not in part.get(group, {})]
        lines.append(f"{group}: {{ {', '.join(bodies)} }}")
    methods = [f"named() {{ return '{name}'; }}"] if name in program["components"] else []
    methods += [_method(key, body) for key, body in part.get("methods", {}).items()]
    if name == next(reversed(program["components"])):
        methods += ["begin() { start(); }", "end() { start(0); }"]
        methods += [_action(number, action) for number, action in enumerate(program["actions"])]
    lines.append(f"methods: {{ {', '.join(methods)} }}")
    relations = [_relation(name, relation) for relation in program["relations"]]
    lines.append(f"relations: {{ {', '.join(line for line in relations if line)} }}")
    if "filter" in part:
        lines.append(f"definitionFilter(def, filters) {{ {part['filter']} }}")
    return "{\n  " + ",\n  ".join(lines) + "\n}"


def _options(options: dict[str, Any]) -> str:
    shown = (f"{name}: {value if name == 'pureDataPattern' else json.dumps(value)}" for name, value in options.items())
    return f"{{ {', '.join(shown)} }}"


def _property(name: str, declared: Program) -> str:
    lines = [f"type: {declared['type']}"]
    lines += [f"value: {declared['value']}"] if "value" in declared else []
    lines += [f"optionalTypes: [{declared['optionalTypes']}]"] if "optionalTypes" in declared else []
    if "observer" in declared:
        body = "; ".join(declared["observer"])
        lines.append(f"observer(now, old) {{ log(me(this), 'property {name}', now, old); {body} }}")
    return f"{name}: {{ {', '.join(lines)} }}"


def _callback(group: str, key: str, body: list[str]) -> str:
    return f"'{key}'(...args) {{ {_NOTED.get(key, '')} log(me(this), '{group} {key}', args); {'; '.join(body)} }}"


def _method(key: str, body: list[str]) -> str:
    return f"{key}(event) {{ log(me(this), '{key}', at(event)); {'; '.join(body)} }}"


def _action(number: int, action: Program) -> str:
    return f"act{number}() {{ start(); {action.get('code', '')} }}"


def _relation(name: str, relation: Program) -> str:
    """`relation`: `outer`, `inner`, `kind` (parent or ancestor), `target` (a behavior of the other side) or none."""
    sides = {"parent": "child", "ancestor": "descendant"}
    if name == relation["inner"]:
        other, kind = relation["outer"], relation["kind"]
    elif name == relation["outer"]:
        other, kind = relation["inner"], sides[relation["kind"]]
    else:
        return ""
    told = (f"{what}(other) {{ log(me(this), '{what}', me(other)) }}" for what in ("linked", "linkChanged", "unlinked"))
    return f"'../{other}/{other}': {{ type: '{kind}', {', '.join(told)} }}"
