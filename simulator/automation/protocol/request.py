"""One request of a client on its way: its parameters, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.automation.driver import Done, Driver, Element, Failure
from simulator.automation.driver.outcome import then
from simulator.automation.protocol.known_elements import KnownElements
from simulator.automation.protocol.params import Params

Result = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Request:
    """`answer` is called once, with the result's members or a failure."""

    params: Params
    driver: Driver
    elements: KnownElements
    answer: Done[Result]

    def gives(self, name: str) -> Done[Any]:
        """For an outcome that is one member of the result."""
        return then(self.answer, lambda value: {name: value})

    def nothing(self) -> Done[Any]:
        """For one that the client does not read."""
        return then(self.answer, lambda _value: {})

    def fail(self, reason: str) -> None:
        """Answers with a failure."""
        self.answer(Failure(reason))

    def element(self) -> Element:
        """The element of the request. Raises NoElement."""
        return self.elements.element(self.params.page_id(), self.params.text("elementId"))

    def one(self) -> Done[list[Element]]:
        """For an outcome of which the client wants the first."""
        return then(self.answer, self.elements.first)

    def all(self) -> Done[list[Element]]:
        """For an outcome of which the client wants all."""
        return then(self.answer, lambda found: {"elements": [self.elements.told(one) for one in found]})


Method = Callable[[Request], None]
