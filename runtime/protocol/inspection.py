"""What a panel asks of a page's view about its style, and what it tries out there.

Nothing here changes the program: a tried declaration holds until its sheet or its element is written anew, forced
states until they are taken back. `INSPECTION_ANSWERS` says what is answered; all others are answered with null.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from runtime.protocol.numbers import Int32

PseudoClass = Literal["active", "hover", "focus"]


class _Question(Struct, frozen=True, tag_field="name", rename="camel", omit_defaults=True, forbid_unknown_fields=True):
    """Base of all questions: frozen, tagged, about an element by its number in the page."""

    id: int
    node: int


class ElementStyle(_Question, frozen=True, tag="style"):
    """Which rules style an element, and what comes of them?"""


class TryRule(_Question, frozen=True, tag="tryRule"):
    """Puts other declarations into a rule: `body` in place of all that stands between its braces, rpx and all.

    `sheet` and `rule` as in `MatchedRule`; a null body takes it back. The element is not looked at.
    """

    sheet: str
    rule: int
    body: str | None = None


class TryInline(_Question, frozen=True, tag="tryInline"):
    """Another inline style; null takes it back."""

    style: str | None = None


class TryClass(_Question, frozen=True, tag="tryClass"):
    """Other classes, as a template would have them; null takes them back."""

    classes: str | None = None


class ForceStates(_Question, frozen=True, tag="forceStates"):
    """Shows the element as if it were in these states, and in no others that were forced before."""

    states: list[PseudoClass] = []


class Reveal(_Question, frozen=True, tag="reveal"):
    """Scrolls the element into view."""


Inspection = ElementStyle | TryRule | TryInline | TryClass | ForceStates | Reveal


class _Part(Struct, frozen=True, rename="camel", omit_defaults=True):
    """Base of what answers are made of."""


class Declared(_Part, frozen=True):
    """A declaration as the sheet has it for this phone.

    `longhands`: what it sets, `inherited`: those of them that children take over; none if the engine takes no such
    property, or no such value (`problem`).
    `line`: how many lines further down than the beginning of its rule it stands.
    """

    property: str
    value: str
    important: bool = False
    longhands: list[str] = []
    inherited: list[str] = []
    problem: Literal["", "property", "value"] = ""
    line: Int32 = 0


class MatchedRule(_Part, frozen=True):
    """A rule that matches. `sheet` is its kind and path, `page:pages/a/a.wxss`, and `rule` its number among the rules
    of that sheet; `phone:` are the looks of built-in components, whose rules have no source.

    `parts` are those of its selectors that match, `pseudo` the pseudo-element that they speak of. `layer`: the order of
    cascade layers, -1 for none. `is_dropped`: the engine cannot read one of its selectors, so that it styles nothing.
    Rules come in the order of the cascade before specificity.
    """

    sheet: str
    rule: Int32
    selector: str
    parts: list[str]
    declarations: list[Declared]
    pseudo: str = ""
    conditions: list[str] = []
    layer: Int32 = -1
    is_dropped: bool = False


class StyledElement(_Part, frozen=True):
    """What styles one element: its own rules, and its inline style as text and as declarations.

    `added`: what wxs, animations and the component itself have put into its style.
    """

    tag: str
    ref: tuple[Int32, Int32] | None
    rules: list[MatchedRule]
    inline: list[Declared] = []
    style: str = ""
    added: list[Declared] = []
    classes: str = ""


class Sides(_Part, frozen=True):
    """px of the four sides."""

    top: float
    right: float
    bottom: float
    left: float


class BoxModel(_Part, frozen=True):
    """px; `width` and `height` are those of the content."""

    width: float
    height: float
    padding: Sides
    border: Sides
    margin: Sides
    position: str
    inset: Sides | None = None


class StyleAnswer(_Part, frozen=True):
    """`above`: the elements around it from the nearest on, with those of their rules that hold something inherited."""

    element: StyledElement
    above: list[StyledElement]
    computed: dict[str, str]
    box: BoxModel
    forced: list[PseudoClass] = []


INSPECTION_ANSWERS: dict[type[Struct], Any] = {ElementStyle: StyleAnswer}
