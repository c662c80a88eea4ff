"""How a script says which element is meant: parts of a way, each as calls of a locator's methods."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.testing.script.layout import Call, Chain
from simulator.testing.script.literals import literal


@dataclass(frozen=True)
class Part:
    """What a selector finds, or what shows `own_text` itself; of that what `has_text`; of that the one at `number`."""

    selector: str = ""
    own_text: str = ""
    has_text: str = ""
    number: int | None = None

    def calls(self) -> tuple[Call, ...]:
        """As in `locator(".row")`, `filter(has_text="tea")`, `nth(2)`."""
        said = [Call("locator", (literal(self.selector),))]
        if self.own_text:
            said = [Call("get_by_text", (literal(self.own_text), "exact=True"))]
        if self.has_text:
            said.append(Call("filter", (f"has_text={literal(self.has_text)}",)))
        if self.number is not None:
            said.append(Call("first", is_member=True) if self.number == 0 else Call("nth", (str(self.number),)))
        return tuple(said)


@dataclass(frozen=True)
class Way:
    """From the page to one element, or several. Without parts it is the page itself."""

    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        return str(self.chain())

    def then(self, *parts: Part) -> Way:
        """Further on."""
        return Way((*self.parts, *parts))

    def chain(self) -> Chain:
        """As a script has it: `page.locator(".row").filter(has_text="tea")`."""
        return Chain((Call("page", is_member=True), *(call for part in self.parts for call in part.calls())))
