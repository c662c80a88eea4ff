"""Writes the JavaScript side of the wire: types of all that is declared here, makers of all that JavaScript sends.

`python -m runtime.protocol.javascript` writes `runtime/js/shared/wire/<module>.js` for each module of declarations, and
`version.py`, the digest of them all. Changing a declaration and not running it is found by a test.
"""

from __future__ import annotations

import hashlib
import json
import re
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import NODEFAULT, Raw, Struct, UnsetType
from msgspec.structs import FieldInfo, fields

from runtime.protocol import (
    answers,
    automation,
    blocks,
    debugging,
    driving,
    element_calls,
    events,
    films,
    inspection,
    launch,
    logic,
    media,
    operations,
    phone_device,
    phone_pages,
    previews,
    program_questions,
    set_data,
    shell,
    stacks,
    user_acts,
    value_questions,
    view,
    view_calls,
)
from runtime.protocol.carried import Carries

MODULES = (
    answers, automation, blocks, debugging, driving, element_calls, events, films, inspection, launch, logic, media,
    operations, phone_device, phone_pages, previews, program_questions, set_data, shell, stacks, user_acts,
    value_questions, view, view_calls,
)  # fmt: skip

MAKERS: dict[types.ModuleType, tuple[str, Any]] = {
    logic: ("toHost", logic.FromJavaScript),
    element_calls: ("elementCall", element_calls.ElementCall),
    media: ("mediaOrder", media.MediaOrder),
    operations: ("operation", operations.Operation),
    shell: ("touched", shell.Touched),
    user_acts: ("userAct", user_acts.UserAct),
    view: ("fromView", view.ViewToHost),
    view_calls: ("viewCall", view_calls.ViewRequest),
}
"""What JavaScript sends: the name of the object that makes it, and the union of what it makes."""

RECEIVED: dict[types.ModuleType, tuple[str, Any]] = {
    logic: ("Receivers", logic.ForJavaScript),
    view: ("Receivers", view.HostToView),
}
"""What JavaScript receives: a type for the table of those who take it, by tag."""

_WORDS = {int: "number", float: "number", str: "string", bool: "boolean", Any: "any", Raw: "any", type(None): "null"}
_HERE = Path(__file__).parent


def wire_files() -> dict[str, str]:
    """Text of each generated file, by its path from the folder `runtime`."""
    texts = {f"js/shared/wire/{_stem(module)}.js": _module_text(module) for module in MODULES}
    version = hashlib.sha256("".join(texts.values()).encode()).hexdigest()[:12]
    # The version of the logic layer is told by the process around it.
    texts["js/shared/wire/view.js"] += f'\n/** Of both sides. */\nexport const WIRE_VERSION = "{version}";\n'
    head = '"""Which wire this is. Written by `javascript`, with the other side."""'
    texts["protocol/version.py"] = f'{head}\n\nWIRE_VERSION = "{version}"\n'
    return texts


def write() -> None:
    """Writes all of them."""
    for path, text in wire_files().items():
        target = _HERE.parent / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def _module_text(module: types.ModuleType) -> str:
    head = _comment([_summary(module), "", f"Written from runtime/protocol/{_stem(module)}.py; change it there."])
    parts = [head, *(_typedef(struct, module) for struct in _structs(module))]
    parts += [_alias(name, union, module) for name, union in _unions(module)]
    if module in RECEIVED:
        parts.append(_receivers(*RECEIVED[module], module))
    parts.append(_makers(*MAKERS[module], module) if module in MAKERS else "export {};\n")
    return "\n".join(parts)


def _stem(module: types.ModuleType) -> str:
    return module.__name__.rpartition(".")[2]


def _structs(module: types.ModuleType) -> Iterator[type[Struct]]:
    for name, value in vars(module).items():
        is_here = _is_struct(value) and value.__module__ == module.__name__ and not name.startswith("_")
        if is_here and not (module in RECEIVED and _is_message(value) and value not in _messages(module)):
            yield value


def _is_message(struct: type[Struct]) -> bool:
    return struct.__struct_config__.tag_field == "m"


def _messages(module: types.ModuleType) -> tuple[Any, ...]:
    """Those that JavaScript sends or receives; a process deals with the others."""
    return (*get_args(RECEIVED[module][1]), *get_args(MAKERS[module][1]))


def _unions(module: types.ModuleType) -> Iterator[tuple[str, Any]]:
    here = list(_structs(module))
    for name, value in vars(module).items():
        members = get_args(value) if isinstance(value, types.UnionType) else ()
        own = [member for member in members if getattr(member, "__module__", "") == module.__name__]
        # An imported name stands in the module that declares it; messages as a whole are told by tables.
        is_table = module in RECEIVED and len(own) < len(members)
        if own and not is_table and all(member in here for member in own):
            yield name, value


def _is_struct(value: Any) -> bool:
    return isinstance(value, type) and issubclass(value, Struct)


def _summary(documented: Any) -> str:
    first = str(documented.__doc__ or "").strip().split("\n\n")[0]
    return re.sub(r"\s+", " ", first).replace("*/", "* /")


def _comment(lines: list[str]) -> str:
    return "\n".join(["/**", *(f" * {line}".rstrip() for line in lines), " */", ""])


def _typedef(struct: type[Struct], module: types.ModuleType) -> str:
    lines = [_summary(struct)]
    if struct.__struct_config__.array_like:
        return _comment([*lines, f"@typedef {{{_tuple(struct, module)}}} {struct.__name__}"])
    lines.append(f"@typedef {{object}} {struct.__name__}")
    config = struct.__struct_config__
    if config.tag is not None:
        lines.append(f"@property {{{json.dumps(config.tag)}}} {config.tag_field}")
    hints = get_type_hints(struct, include_extras=True)
    made = get_args(MAKERS[module][1]) if module in MAKERS else ()
    for field in fields(struct):
        is_needed = _is_needed(struct, field)
        name = field.encode_name if is_needed else f"[{field.encode_name}]"
        word = _type(hints[field.name], module)
        # Python leaves out what would be null.
        may_be_null = is_needed or struct in made
        lines.append(f"@property {{{word if may_be_null else word.removesuffix(' | null')}}} {name}")
    return _comment(lines)


def _is_needed(struct: type[Struct], field: FieldInfo) -> bool:
    if field.default is NODEFAULT and field.default_factory is NODEFAULT:
        return True
    return not struct.__struct_config__.omit_defaults and not isinstance(field.default, UnsetType)


def _tuple(struct: type[Struct], module: types.ModuleType) -> str:
    hints = get_type_hints(struct, include_extras=True)
    members = [json.dumps(struct.__struct_config__.tag), *(_type(hints[f.name], module) for f in fields(struct))]
    return f"[{', '.join(members)}]"


def _alias(name: str, union: Any, module: types.ModuleType) -> str:
    return f"/** @typedef {{{_union(get_args(union), module)}}} {name} */\n"


def _receivers(name: str, union: Any, module: types.ModuleType) -> str:
    members = [
        f"  {json.dumps(member.__struct_config__.tag)}: (message: {_type(member, module)}) => any,"
        for member in get_args(union)
    ]
    return "\n".join(["/**", " * @typedef {{", *(f" * {line}" for line in members), f" * }}}} {name}", " */", ""])


def _makers(name: str, union: Any, module: types.ModuleType) -> str:
    made = [_maker(struct, module) for struct in get_args(union)]
    return "\n".join([f"export const {name} = Object.freeze({{", *made, "});", ""])


def _maker(struct: type[Struct], module: types.ModuleType) -> str:
    config = struct.__struct_config__
    tag = f"{config.tag_field}: {json.dumps(config.tag)}"
    if config.array_like:
        hints = get_type_hints(struct, include_extras=True)
        names = [field.encode_name for field in fields(struct)]
        params = [f"@param {{{_type(hints[f.name], module)}}} {f.encode_name}" for f in fields(struct)]
        return _method(
            struct, module, params, f"({', '.join(names)}) => [{', '.join([json.dumps(config.tag), *names])}]"
        )
    if not fields(struct):
        return _method(struct, module, [], f"() => ({{ {tag} }})")
    whole = _type(struct, module)
    type_ = f"@type {{(members: Omit<{whole}, {json.dumps(config.tag_field)}>) => {whole}}}"
    return _member(struct, [type_], f"(members) => ({{ {tag}, ...members }})")


def _method(struct: type[Struct], module: types.ModuleType, params: list[str], code: str) -> str:
    return _member(struct, [*params, f"@returns {{{_type(struct, module)}}}"], code)


def _member(struct: type[Struct], tags: list[str], code: str) -> str:
    name = struct.__name__[0].lower() + struct.__name__[1:]
    lines = [_summary(struct), *tags]
    return "\n".join(["  /**", *(f"   * {line}" for line in lines), "   */", f"  {name}: {code},"])


def _type(hint: Any, module: types.ModuleType) -> str:
    """A Python type in the words of JSDoc."""
    if hint in _WORDS:
        return _WORDS[hint]
    if _is_struct(hint):
        here = hint.__module__ == module.__name__
        return hint.__name__ if here else f'import("./{hint.__module__.rpartition(".")[2]}.js").{hint.__name__}'
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        carried = next((extra.shape for extra in arguments[1:] if isinstance(extra, Carries)), arguments[0])
        return _type(carried, module)
    if origin is Literal:
        return " | ".join(json.dumps(value) for value in arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments, module)
    if origin is list:
        inner = _type(arguments[0], module)
        return f"({inner})[]" if " | " in inner else f"{inner}[]"
    if origin is dict:
        return f"Record<string, {_type(arguments[1], module)}>"
    if origin is tuple:
        return f"[{', '.join(_type(argument, module) for argument in arguments)}]"
    raise TypeError(f"no word of JSDoc for {hint}")


def _union(members: tuple[Any, ...], module: types.ModuleType) -> str:
    return " | ".join(_type(member, module) for member in members if member is not UnsetType)


if __name__ == "__main__":
    write()
