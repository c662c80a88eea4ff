"""One client's conversation: commands in, answers and events out. Knows neither sockets nor Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from simulator.debug.cdp.commands import INVALID_PARAMS, METHOD_NOT_FOUND, CdpError, Command, Domain, EventSink

MOST_UNANSWERED = 1000
PARSE_ERROR = -32700
INVALID_REQUEST = -32600
_INT32 = 2**31


class _Envelope(msgspec.Struct, frozen=True):
    id: Any = None
    method: Any = None
    params: msgspec.Raw = msgspec.Raw(b"{}")


class _Reply:
    """The answer to one command; later ones, and those to a client that has gone, go nowhere."""

    def __init__(self, number: int, session: Session) -> None:
        self._number = number
        self._session: Session | None = session

    def done(self, **result: Any) -> None:
        """It has been carried out."""
        self._answer({"result": result})

    def fail(self, message: str, code: int = -32000) -> None:
        """It cannot be."""
        self._answer({"error": {"code": code, "message": message}})

    def _answer(self, what: dict[str, Any]) -> None:
        session, self._session = self._session, None
        if session is not None:
            session.answered({"id": self._number, **what})


class Session:
    """`make_domains` gets the function that sends events, and makes the domains of this client."""

    def __init__(self, make_domains: Callable[[EventSink], Sequence[Domain]], send: Callable[[str], None]) -> None:
        self._send = send
        self._unanswered = 0
        self._is_closed = False
        self.domains = make_domains(self._event)
        self._commands: Mapping[str, Command[Any]] = {
            f"{domain.name}.{name}": command for domain in self.domains for name, command in domain.commands().items()
        }

    def receive(self, text: str) -> None:
        """Carries out one command. Whatever the text is, the answer is the protocol's."""
        try:
            asked = msgspec.json.decode(text.encode("utf-8", "replace"), type=_Envelope)
        except (msgspec.MsgspecError, RecursionError):
            self._refuse(None, PARSE_ERROR, "Message must be a valid JSON object")
            return
        number = asked.id
        if not isinstance(number, int) or isinstance(number, bool) or not -_INT32 <= number < _INT32:
            self._refuse(None, INVALID_REQUEST, "Message must have integer 'id' property")
        elif not isinstance(asked.method, str):
            self._refuse(number, INVALID_REQUEST, "Message must have string 'method' property")
        elif asked.method not in self._commands:
            self._refuse(number, METHOD_NOT_FOUND, f"'{asked.method[:200]}' wasn't found")
        elif self._unanswered >= MOST_UNANSWERED:
            self._refuse(number, -32000, f"{MOST_UNANSWERED} commands wait for their answer already")
        else:
            self._run(number, self._commands[asked.method], asked.params)

    def close(self) -> None:
        """The client has gone."""
        if self._is_closed:
            return
        self._is_closed = True
        for domain in self.domains:
            domain.close()

    def answered(self, message: Mapping[str, Any]) -> None:
        """A reply is there."""
        self._unanswered -= 1
        self._post(message)

    def _run(self, number: int, command: Command[Any], given: msgspec.Raw) -> None:
        self._unanswered += 1
        reply = _Reply(number, self)
        try:
            # JSON null stands for no parameters.
            params = msgspec.json.decode(given if bytes(given) != b"null" else b"{}", type=command.params)
        except (msgspec.MsgspecError, RecursionError) as error:
            reply.fail(f"Invalid parameters: {error}", INVALID_PARAMS)
            return
        try:
            command.run(params, reply)
        except CdpError as error:
            reply.fail(str(error), error.code)

    def _event(self, method: str, **params: Any) -> None:
        self._post({"method": method, "params": params})

    def _refuse(self, number: int | None, code: int, message: str) -> None:
        known = {} if number is None else {"id": number}
        self._post({**known, "error": {"code": code, "message": message}})

    def _post(self, message: Mapping[str, Any]) -> None:
        if not self._is_closed:
            self._send(msgspec.json.encode(message).decode())


def description(domains: Sequence[Domain]) -> dict[str, Any]:
    """What is understood, in the form of the protocol's own description."""
    return {
        "version": {"major": "1", "minor": "3"},
        "domains": [
            {
                "domain": domain.name,
                "commands": [{"name": name, **_parameters(command)} for name, command in domain.commands().items()],
                "events": [{"name": name} for name in domain.events],
            }
            for domain in domains
        ],
    }


def _parameters(command: Command[Any]) -> dict[str, Any]:
    fields = msgspec.structs.fields(command.params)
    if not fields:
        return {}
    return {
        "parameters": [
            {"name": field.encode_name, "type": "any", **({} if field.required else {"optional": True})}
            for field in fields
        ]
    }
