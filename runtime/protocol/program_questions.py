"""Questions of the host about the parts of a running program: its rendered trees, its scripts, its memory."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct, field

from runtime.protocol.numbers import Int32


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


class FindNodes(_Message, frozen=True, tag="find-nodes"):
    """Asks which elements of a page a selector finds, in document order. Answered by `Inspected`: a list of
    `FoundNode`, a text that says what is wrong with the selector, or null if the page has gone.

    The selector is one of the program's (`#id`, `.class`, descendant, `>`, `>>>` into components, `,`), and may have
    tags, `*`, `[name]` and `[name=value]`. `within`: only what lies in these elements, of a component in its own tree,
    too; none: in the page. An empty selector means these elements. `is_deep`: in the trees of all components.
    """

    request_id: int
    page_id: int
    selector: str
    within: list[list[int]] = []
    is_deep: bool = False


class Ancestor(Struct, frozen=True):
    """An element around another one on the screen."""

    ref: tuple[Int32, Int32]
    tag: str


class FoundNode(Struct, frozen=True, omit_defaults=True):
    """An element. `attr` as of `Describe`; `text` is all that it shows, in words, `own_text` what stands in it itself.
    `around`: the elements around it on the screen, nearest first. `is_hidden`: by `hidden` or an inline style, its own
    or of one around it; what style sheets say is not looked at."""

    ref: tuple[Int32, Int32]
    tag: str
    attr: dict[str, Any]
    text: str
    own_text: str
    around: list[Ancestor]
    is_hidden: bool = False
    name: str = field(name="is", default="")


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
