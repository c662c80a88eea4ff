"""Functions of `wx`: called as the program calls them, or answered in the platform's place; functions of a driver."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from msgspec import Raw

from runtime.protocol.driving import CallWx, DriverQuestion, Expose, MockWx, RestoreWx
from simulator.automation.driver.inquiries import Inquiries, value_of
from simulator.automation.driver.outcome import Done, then


class WxCalls:
    """What a driver mocks or exposes is its own, and goes with it. A restart of the program takes it away as well.

    `plugin`: the name of a plug-in in the program, whose own `wx` is meant then.
    """

    def __init__(self, driver: int, inquiries: Inquiries) -> None:
        self._driver = driver
        self._inquiries = inquiries

    def call(self, method: str, arguments: Sequence[Any], done: Done[Any], *, plugin: str = "") -> None:
        """What the function returns, or what success gets; what fail gets is the failure's reason."""
        make = lambda number: CallWx(number, method, list(arguments), plugin)  # noqa: E731
        self._inquiries.ask_logic(make, then(done, value_of))

    def mock(self, method: str, result: Any, done: Done[None], *, plugin: str = "") -> None:
        """From now on this is its answer. An `errMsg` with `:fail` goes to fail, all else to success."""
        value = Raw(msgspec.json.encode(result))
        self._ask(lambda number: MockWx(number, self._driver, method, value, plugin=plugin), done)

    def mock_by_function(
        self, method: str, declaration: str, arguments: Sequence[Any], done: Done[None], *, plugin: str = ""
    ) -> None:
        """From now on a function answers, given as source text. It is called with the program's arguments and then
        these; `this.origin` is the function that it stands for. Its promise is waited for."""
        more, nothing = list(arguments), Raw(b"null")
        self._ask(lambda number: MockWx(number, self._driver, method, nothing, declaration, more, plugin), done)

    def restore(self, method: str, done: Done[None], *, plugin: str = "") -> None:
        """Takes the own mock back."""
        self._ask(lambda number: RestoreWx(number, self._driver, method, plugin), done)

    def expose(self, name: str, done: Done[None]) -> None:
        """From now on the program has a global function of this name; `Happenings` tell of its calls."""
        self._ask(lambda number: Expose(number, self._driver, name), done)

    def _ask(self, make: Callable[[int], DriverQuestion], done: Done[None]) -> None:
        self._inquiries.ask_logic(make, then(done, lambda _json: None))
