"""A mock rule as the texts of a form, and back; what cannot be is told with the field."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

import msgspec
from msgspec import UNSET

from runtime.mocks.model import Condition, MockRule
from runtime.mocks.read import MockError, read_rule

Kind = Literal["result", "template", "script", "fail", "none"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """`body` is JSON, a function or a reason, as the kind says; `fail` is the reason
    of those that fail of another kind; `more` are further conditions as JSON; `fail_rate` is
    in percent; `delay` one number or two."""

    api: str = ""
    title: str = ""
    url: str = ""
    method: str = ""
    more: str = ""
    kind: Kind = "result"
    body: str = "{}"
    fail: str = ""
    errno: str = ""
    fail_rate: str = ""
    delay: str = ""


class DraftError(ValueError):
    """`field` cannot be so: `what` says why, with line and column where there are any."""

    def __init__(self, field: str, what: str) -> None:
        super().__init__(f"{field}: {what}")
        self.field = field
        self.what = what


def kind_of(rule: MockRule) -> Kind:
    """What a rule does."""
    if rule.code:
        return "script"
    if rule.template is not UNSET:
        return "template"
    if rule.result is not UNSET:
        return "result"
    return "none" if rule.fail is UNSET else "fail"


def draft_of(rule: MockRule) -> RuleDraft:
    """The form of a rule."""
    kind = kind_of(rule)
    body = _body(rule, kind)
    when = msgspec.to_builtins(rule.when)
    more = {name: value for name, value in when.items() if name not in ("url", "method")}
    delays = rule.delay if isinstance(rule.delay, list) else [rule.delay] if rule.delay else []
    return RuleDraft(
        rule.api, rule.title, rule.when.url, rule.when.method, pretty(more) if more else "", kind, body,
        str(rule.fail) if kind != "fail" and rule.fail is not UNSET else "",
        "" if rule.errno is None else str(rule.errno),
        "" if rule.fail_rate is None else f"{rule.fail_rate * 100:g}",
        " – ".join(f"{one:g}" for one in delays),
    )  # fmt: skip


def rule_of(draft: RuleDraft, *, off: bool = False) -> MockRule:
    """The rule of a form. Raises DraftError."""
    if not draft.api.strip():
        raise DraftError("api", "a rule names its API")
    rate = _numbers("fail_rate", draft.fail_rate)
    members: dict[str, Any] = {
        **({"fail": draft.fail.strip()} if draft.fail.strip() else {}),
        "api": draft.api.strip(), "title": draft.title.strip(), "off": off, "when": _condition(draft),
        **_answer_members(draft),
    }  # fmt: skip
    if errno := _numbers("errno", draft.errno):
        if "fail" not in members:
            members["fail"] = "mock failure"
        members["errno"] = int(errno[0])
    if rate:
        members["failRate"] = rate[0] / 100
    if delay := _numbers("delay", draft.delay):
        members["delay"] = delay[0] if len(delay) == 1 else delay
    try:
        return read_rule(json.dumps(members))
    except MockError as error:
        raise DraftError(_field_of(str(error)), str(error).splitlines()[0].split(": ", 1)[-1]) from None


def arguments_of(text: str) -> Mapping[str, Any]:
    """Arguments to try a rule with; nothing is none. Raises DraftError."""
    value = parsed("args", text) if text.strip() else {}
    if not isinstance(value, dict):
        raise DraftError("args", "an object is wanted")
    return value


def parsed(field: str, text: str) -> Any:
    """The value of a JSON text. Raises DraftError with line and column."""
    try:
        return json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise DraftError(field, f"{error.lineno}:{error.colno}: {error.msg}") from None
    except (ValueError, RecursionError) as error:
        raise DraftError(field, f"1:1: {error}") from None


def pretty(value: Any) -> str:
    """JSON, indented."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode("utf-8")


def _body(rule: MockRule, kind: Kind) -> str:
    match kind:
        case "script":
            return rule.code
        case "template" | "result":
            return pretty(getattr(rule, kind))
        case "fail":
            return str(rule.fail)
        case "none":
            return ""


def _answer_members(draft: RuleDraft) -> dict[str, Any]:
    match draft.kind:
        case "result" | "template":
            return {draft.kind: parsed("body", draft.body or "null")}
        case "script":
            if not draft.body.strip():
                raise DraftError("body", "1:1: a function is wanted")
            # A list of lines: so a change of one is a change of one in Git.
            lines = draft.body.split("\n")
            return {"script": lines if len(lines) > 1 else draft.body}
        case "fail":
            return {"fail": draft.body.strip()}
        case "none":
            return {}


def _condition(draft: RuleDraft) -> dict[str, Any]:
    more = parsed("more", draft.more) if draft.more.strip() else {}
    if not isinstance(more, dict):
        raise DraftError("more", "an object is wanted")
    try:
        msgspec.convert(more, Condition)
    except msgspec.ValidationError as error:
        raise DraftError("more", str(error)) from None
    own = {"url": draft.url.strip(), "method": draft.method.strip()}
    return {**more, **{name: text for name, text in own.items() if text}}


def _numbers(field: str, text: str) -> list[float]:
    """One number or two, however they are parted; none of an empty text."""
    words = text.replace("%", " ").replace("–", " ").replace(",", " ").split()
    try:
        numbers = [float(word) for word in words]
    except ValueError:
        raise DraftError(field, "a number is wanted") from None
    if len(numbers) > (2 if field == "delay" else 1) or not all(map(math.isfinite, numbers)):
        raise DraftError(field, "a number is wanted")
    return numbers


def _field_of(message: str) -> str:
    for word, field in (("failRate", "fail_rate"), ("shortest", "delay"), ("30000", "delay"), ("<= 1.0", "fail_rate")):
        if word in message:
            return field
    return "body"


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")
