"""What drivers ask the logic process: automation clients, tests, agents. They do what a user or a debugger does.

Each question is answered by `Evaluated` with whole values as JSON text, empty for undefined. A `driver` is a number of
its own for each client; what it has put into the program goes when it does (`ForgetDriver`). These are messages like
those of `logic`.
"""

from __future__ import annotations

from typing import Any

from msgspec import Raw, Struct

NO_JSON = Raw(b"null")


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of the messages."""


class ReadData(_Message, frozen=True, tag="read-data"):
    """Asks for the data of a page or, with a `ref`, of one of its components: all of it, or what is at a path."""

    request_id: int
    page_id: int
    path: str = ""
    ref: list[int] = []


class CallMethod(_Message, frozen=True, tag="call-method"):
    """Calls a method of a page or component; answered with what it returns, or what its promise comes to."""

    request_id: int
    page_id: int
    method: str
    arguments: list[Any] = []
    ref: list[int] = []


class TriggerEvent(_Message, frozen=True, tag="trigger-event"):
    """An event of a node: of a component as its `triggerEvent` makes it, of any other as if the view had told it."""

    request_id: int
    page_id: int
    ref: list[int]
    type: str
    detail: Any = None
    bubbles: bool = False


class CallWx(_Message, frozen=True, tag="call-wx"):
    """Calls a function of `wx` as the program would: answered with what it returns, or with what success gets.

    What fail gets is the error. With `plugin`, its name in the program, the `wx` of that plug-in is meant.
    """

    request_id: int
    method: str
    arguments: list[Any] = []
    plugin: str = ""


class MockWx(_Message, frozen=True, tag="mock-wx"):
    """From now on a function of `wx` is answered by a driver: with `result`, or by a function given as source text.

    That is called with the program's arguments and then `arguments`; its `this.origin` is the function behind it.
    """

    request_id: int
    driver: int
    method: str
    result: Raw = NO_JSON
    declaration: str = ""
    arguments: list[Any] = []
    plugin: str = ""


class RestoreWx(_Message, frozen=True, tag="restore-wx"):
    """Takes back what a driver has put in the place of a function of `wx`."""

    request_id: int
    driver: int
    method: str
    plugin: str = ""


class Expose(_Message, frozen=True, tag="expose"):
    """From now on there is a global function `name`, whose calls are told by `ExposedCalled`."""

    request_id: int
    driver: int
    name: str


class ForgetDriver(_Message, frozen=True, tag="forget-driver"):
    """A driver has gone: mocks and global functions of its own go with it."""

    driver: int


class ExposedCalled(_Message, frozen=True, tag="exposed-called"):
    """The program has called a function that a driver has put there."""

    name: str
    arguments: Raw


DriverQuestion = ReadData | CallMethod | TriggerEvent | CallWx | MockWx | RestoreWx | Expose | ForgetDriver
