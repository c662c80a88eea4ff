"""The form of a mock file. The first rule that fits a call has it.

resources/docs/mocks.md shows it to users.
"""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Struct, UnsetType

LONGEST_DELAY_MS = 30_000

Delay = Annotated[float, msgspec.Meta(ge=0, le=LONGEST_DELAY_MS)]
# A list: over a bounded number or a tuple of such, msgspec 0.22 leaves memory that no garbage collection survives.
Span = Annotated[list[Delay], msgspec.Meta(min_length=2, max_length=2)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Number = Annotated[int, msgspec.Meta(ge=1)]


class Condition(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Which calls a rule is for; what is left out is no condition.

    `url`, `method` and the values of `header` are texts with `*` for any text, upper and lower case alike; `args` are
    arguments with these values, by their paths (`data.id`). `nth` is that call alone among those that fit otherwise,
    `first` are so many of them.
    """

    url: str = ""
    method: str = ""
    header: dict[str, str] = {}
    args: dict[str, Any] = {}
    nth: Number | None = None
    first: Number | None = None


class MockRule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="camel"):
    """What becomes of the calls of one API. At most one of `result`, `template` and `script` says how they succeed;
    `fail` and `errno` how they fail: always, or with `fail_rate` that share of them. Without any of these a call goes
    on as usual, after `delay` (milliseconds, or from and to)."""

    api: str
    title: str = ""
    off: bool = False
    when: Condition = Condition()
    result: Any = UNSET
    template: Any = UNSET
    script: str | list[str] | UnsetType = UNSET
    fail: str | UnsetType = UNSET
    errno: int | None = None
    fail_rate: Share | None = None
    delay: Delay | Span = 0

    @property
    def name(self) -> str:
        """The API as the registry calls it: without `wx.`; the cloud's functions are methods of their object."""
        name = self.api.removeprefix("wx.")
        return f"WxCloud.{name.removeprefix('cloud.')}" if name.startswith("cloud.") else name

    @property
    def code(self) -> str:
        """The text of the function; empty without one."""
        if self.script is UNSET:
            return ""
        return self.script if isinstance(self.script, str) else "\n".join(self.script)


class MockFile(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """All rules of a project; `off` switches all of them off."""

    off: bool = False
    rules: list[MockRule] = []
