"""What a change makes of a document. mongomock carries the operators out; `$mul` and `$bit` are ours.

Changes are those of MongoDB: `{"$set": {path: value}, "$inc": …}`.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from operator import and_, or_, xor
from types import MappingProxyType
from typing import Any

import mongomock

from runtime.cloud.conditions import Document, refusing, with_expressions
from runtime.cloud.failure import PARAMETERS, CloudFailure

_OURS = ("$mul", "$bit")
_BITS: Mapping[str, Callable[[int, int], int]] = MappingProxyType({"and": and_, "or": or_, "xor": xor})


class Changer:
    """Changes documents one at a time, in a collection of mongomock's that holds nothing else."""

    def __init__(self) -> None:
        self._scratch = mongomock.MongoClient().db.scratch

    def changed(self, document: Document, change: Any) -> Document:
        """The document after it. Raises CloudFailure for a change that is none, or that would change the `_id`."""
        if not isinstance(change, dict) or not change or not all(key.startswith("$") for key in change):
            raise CloudFailure(PARAMETERS, "the change has no operators")
        written = {key: value for key, value in with_expressions(change).items() if key not in _OURS and value}
        for path, factor in _object(change.get("$mul", {})).items():
            written.setdefault("$set", {})[path] = _product(document, path, factor)
        for path, wanted in _object(change.get("$bit", {})).items():
            written.setdefault("$set", {})[path] = _bits(document, path, wanted)
        if not written:
            return document
        result: Document = refusing(lambda: self._carried_out(document, written))
        return result

    def fields(self, documents: list[Document], wanted: dict[str, Any]) -> list[Document]:
        """Of documents with different ids, what is wanted of each: `{path: true}`, `{path: false}`, `{"$slice": …}`."""
        asked = {path: value if isinstance(value, dict) else int(bool(value)) for path, value in wanted.items()}
        if not asked or not documents:
            return documents

        def carry_out() -> list[Document]:
            self._scratch.drop()
            self._scratch.insert_many([copy.deepcopy(one) for one in documents])
            return [*self._scratch.find({}, asked)]

        result: list[Document] = refusing(carry_out)
        return result

    def _carried_out(self, document: Document, change: dict[str, Any]) -> Document:
        self._scratch.drop()
        self._scratch.insert_one(copy.deepcopy(document))
        self._scratch.update_one({}, change)
        changed: Document = self._scratch.find_one({})
        return changed


def _object(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise CloudFailure(PARAMETERS, "an operator needs an object")
    return value


def _at(document: Document, path: str) -> Any:
    value: Any = document
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _bits(document: Document, path: str, wanted: Any) -> int:
    value = _at(document, path)
    numbers = [*_object(wanted).values(), 0 if value is None else value]
    if not numbers[:-1] or {*wanted} - {*_BITS} or not all(_is_number(one) and one == int(one) for one in numbers):
        raise CloudFailure(PARAMETERS, f"cannot change the bits of the field {path}")
    result = int(numbers[-1])
    for name, mask in wanted.items():
        result = _BITS[name](result, int(mask))
    return result


def _product(document: Document, path: str, factor: Any) -> float:
    value = _at(document, path)
    if not _is_number(factor) or not (value is None or _is_number(value)):
        raise CloudFailure(PARAMETERS, f"cannot multiply the field {path}")
    product: float = (value or 0) * factor
    return product


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
