"""Questions of the host about the parts of a running program: its rendered trees, its scripts, its memory."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of the messages: as in `logic`."""


class Describe(_Message, frozen=True, tag="describe"):
    """Asks for the rendered tree: of one template, or composed as on the screen. Answered by `Inspected`.

    `snapshot` is composed, too; values of attributes are JSON, a list, `{object: [[key, value]]}` or `{plain: text}`.

    `ref` names the component (`[instance, node]` of its host), empty = the page itself. The value is a list of texts
    and nodes `{tag, attr, events, children, ref, generics?, is?, properties?, isVirtual?}`.
    """

    request_id: int
    page_id: int
    form: Literal["template", "composed", "snapshot"]
    ref: list[int] = []


class Dependents(_Message, frozen=True, tag="dependents"):
    """Asks which scripts that have been evaluated are these or require them. Answered by `Inspected`: their paths."""

    request_id: int
    scripts: list[str]


class AskMemory(_Message, frozen=True, tag="ask-memory"):
    """Asks how much the engine holds. Answered by `Inspected`: `MemoryUse`, also while the program is paused.

    `collects`: after what nobody reaches has been freed.
    """

    request_id: int
    collects: bool = False
