"""What the host asks the logic process about values: names to complete, and what clients of the debugger do with them.

A handle is the `id` of a preview (resources/docs/wire.md, "Previews"). These are messages like those of `logic`.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Raw, Struct

NO_JSON = Raw(b"null")

ValueForm = Literal["preview", "handle", "json"]
"""How a value is answered: as a preview; so that each object or function has a handle, too; or as JSON text."""


class _Message(Struct, frozen=True, tag_field="m", omit_defaults=True):
    """Base of the messages."""


class Argument(Struct, frozen=True, omit_defaults=True):
    """An argument of `CallFunction`: the value behind a handle; else a number that JSON has no word for (`NaN`, `-0`,
    `10n`); else JSON."""

    object_id: int = 0
    number: str = ""
    value: Raw = NO_JSON
    is_undefined: bool = False


class CallFunction(_Message, frozen=True, tag="call-function"):
    """Calls a function that is given as source text; `this` is the value behind a handle (0: undefined).

    Answered by `Evaluated`. A handle that is no longer kept is an error.
    """

    request_id: int
    declaration: str
    object_id: int = 0
    arguments: list[Argument] = []
    await_promise: bool = False
    form: ValueForm = "handle"


class ListMembers(_Message, frozen=True, tag="list-members"):
    """Asks for all members of the value behind a handle as they are defined; no getter runs.

    Answered by `Inspected`: `Members`, null if the value is no longer kept. `inherited`: those of its prototypes too;
    `accessors_only`: getters and setters alone.
    """

    request_id: int
    object_id: int
    inherited: bool = False
    accessors_only: bool = False


class Release(_Message, frozen=True, tag="release"):
    """Nobody asks for the values behind these handles any more."""

    object_ids: list[int]


class Names(_Message, frozen=True, tag="names"):
    """Asks what may be written after `chain` (`page.data.list[0]`) and a dot, in the context of a page.

    Names begin with `prefix`; at most `limit` come. Answered by `Inspected`: a list, null if the chain leads nowhere.
    """

    request_id: int
    chain: str
    prefix: str
    page_id: int = 0
    limit: int = 200


class StoreValue(_Message, frozen=True, tag="store-value"):
    """Makes the value behind a handle a global variable of the program (`temp1`, `temp2` …).

    Answered by `Evaluated`: its name. A handle that is no longer kept is an error.
    """

    request_id: int
    object_id: int


class WriteValue(_Message, frozen=True, tag="write-value"):
    """Asks for the value behind a handle as indented JSON text. Answered by `Evaluated`, as `StoreValue`."""

    request_id: int
    object_id: int


ValueQuestion = CallFunction | ListMembers | Release | Names | StoreValue | WriteValue
