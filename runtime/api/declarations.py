"""TypeScript declarations of `wx` and of the program's globals, for completion and checks in the editor.

Made from the catalogue; they stand alone, for an editor that is told to know ECMAScript but no browser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from runtime.api.registry import Registry
from runtime.platform.catalogue import Api, Catalogue, Field, Param

_NOTES = {"simulated": "Simulated by Handset.", "unsupported": "Not supported by Handset."}
_BUILT_IN = frozenset(
    {
        "string", "number", "boolean", "any", "void", "undefined", "null", "object", "never", "unknown", "true",
        "false", "Array", "Record", "Partial", "Promise", "Date", "Error", "RegExp", "Function", "ArrayBuffer",
        "Uint8Array", "Uint8ClampedArray", "Int8Array", "Int16Array", "Int32Array", "Uint16Array", "Uint32Array",
        "Float32Array", "Float64Array",
    }
)  # fmt: skip
_TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|[A-Za-z_$][\w$.]*")
_ARGUMENTS_OF_ANY = re.compile(r"\bany<[^<>]*>")
_PLAIN_NAME = re.compile(r"[A-Za-z_$][\w$]*\Z")


def declarations(registry: Registry) -> str:
    """The whole text."""
    written = _Writer(registry)
    program = (files("runtime") / "api" / "program_types.d.ts").read_text("utf-8")
    return "\n".join([program, *written.types(), *written.objects(), *written.wx()])


class _Writer:
    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._known: Catalogue = registry.known
        self._names = frozenset(name for name in (*self._known.types, *self._known.objects) if _PLAIN_NAME.match(name))

    def types(self) -> Iterator[str]:
        for name, described in sorted(self._known.types.items()):
            if name in self._names and name not in self._known.objects:
                yield f"interface {name} {self._members(described.fields, optional=False)}"

    def objects(self) -> Iterator[str]:
        for name, described in sorted(self._known.objects.items()):
            if name not in self._names:
                continue
            lines = [f"  {key}: {self._type(field.type)};" for key, field in sorted(described.properties.items())]
            for method, api in sorted(described.methods.items()):
                lines += self._function(method, api, f"{name}.{method}")
            yield "\n".join([f"interface {name} {{", *lines, "}"])

    def wx(self) -> Iterator[str]:
        lines: list[str] = ["  readonly env: { readonly USER_DATA_PATH: string };", "  readonly cloud: WxCloud;"]
        for name, api in self._known.functions():
            lines += self._function(name, api, name)
        yield "\n".join(["interface Wx {", *lines, "}"])
        yield "declare const wx: Wx;\n"

    def _function(self, name: str, api: Api, full_name: str) -> list[str]:
        params = ", ".join(self._param(param, api) for param in _in_order(api.params))
        return [*self._doc(api, full_name), f"  {_key(name)}({params}): {self._returned(api)};"]

    def _returned(self, api: Api) -> str:
        if api.kind in ("async", "promise"):
            return f"Promise<{self._result(api)}>"
        return self._type(api.returns) if api.returns else "void"

    def _result(self, api: Api) -> str:
        return self._members({**api.success, "errMsg": Field("string", required=True)}, optional=False)

    def _param(self, param: Param, api: Api) -> str:
        mark = "" if param.required and not _is_all_optional(param) else "?"
        if param.rest:
            return f"...{param.name}: any[]"
        if param.callbacks:
            fail = self._members({**api.fail, "errMsg": Field("string", required=True)}, optional=False)
            result = self._result(api)
            callbacks = {
                "success": f"(result: {result}) => void",
                "fail": f"(error: {fail}) => void",
                "complete": "(result: { errMsg: string; [key: string]: any }) => void",
            }
            return f"{param.name}{mark}: {self._members(param.fields, extra=callbacks)}"
        if param.callback_fields:
            listened = self._members(param.callback_fields, optional=False)
            return f"{param.name}{mark}: (result: {listened}) => void"
        if param.fields:
            return f"{param.name}{mark}: {self._members(param.fields)}"
        return f"{param.name}{mark}: {self._type(param.type)}"

    def _members(
        self, fields: Mapping[str, Field], *, optional: bool = True, extra: Mapping[str, str] | None = None
    ) -> str:
        parts = [
            f"{_key(name)}{'?' if optional and not field.required else ''}: {self._type(field.type)}"
            for name, field in fields.items()
        ]
        parts += [f"{name}?: {type_text}" for name, type_text in (extra or {}).items()]
        return "{ " + "; ".join(parts) + " }" if parts else "{}"

    def _type(self, written: str) -> str:
        """A type of the catalogue with names that are declared nowhere as `any`."""
        if "import(" in written:
            return "any"
        text = _TOKEN.sub(self._known_or_any, "(...args: any[]) => any" if written == "function" else written)
        while (plain := _ARGUMENTS_OF_ANY.sub("any", text)) != text:
            text = plain
        return f"({text})" if "=>" in text else text

    def _known_or_any(self, match: re.Match[str]) -> str:
        token = match[0]
        if token[0] in "'\"" or token in self._names or token in _BUILT_IN:
            return token
        after = match.string[match.end() :].lstrip()
        is_parameter_name = after.startswith((":", "?:"))
        return token if is_parameter_name else "any"

    def _doc(self, api: Api, full_name: str) -> list[str]:
        entry = self._registry.find(full_name)
        note = _NOTES.get(entry.state, "") if entry and "." not in full_name else ""
        since = f"Since {api.since}." if api.since else ""
        text = " ".join(part for part in (_sentence(api.summary), since, note) if part).replace("*/", "* /")
        return [f"  /** {text} */"] if text else []


def _in_order(params: Iterable[Param]) -> list[Param]:
    """Parameters with an optional one made required if a required one follows, as TypeScript wants it."""
    ordered = list(params)
    return sorted(ordered, key=lambda param: (not param.required or _is_all_optional(param), param.rest))


def _is_all_optional(param: Param) -> bool:
    """An option object may be left out when nothing in it is required."""
    return bool(param.callbacks or param.fields) and not any(field.required for field in param.fields.values())


def _key(name: str) -> str:
    return name if _PLAIN_NAME.match(name) else f'"{name}"'


def _sentence(text: str) -> str:
    return text if not text or text.endswith(".") else f"{text}."
