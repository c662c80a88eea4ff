"""What a world value may be: its kind checks a value, and reads one that somebody has typed.

Plain data: what an editor for a kind looks like is left to the panel.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import msgspec

MAX_TEXT = 100_000
MAX_JSON_BYTES = 4 * 1024 * 1024
"""An answer that stands for a call's may be large, and there may be one for every call."""
_WORDS_FOR_TRUE = frozenset({"true", "on", "yes", "1"})
_WORDS_FOR_FALSE = frozenset({"false", "off", "no", "0"})


class WrongValue(ValueError):
    """A value is none of its kind; the text says what it should be (`a number from 0 to 100 %`)."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a range. `unit` as people write it behind the number (`ms`, `°`); `step`: of a slider; `only`: the
    few that there are, if not all."""

    low: float
    high: float
    unit: str = ""
    step: float = 1
    is_whole: bool = False
    only: tuple[float, ...] = ()

    def check(self, value: Any) -> Any:
        """The number; whole ones of a whole kind become `int`."""
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not self.low <= value <= self.high or (self.is_whole and value != int(value)):
            raise WrongValue(self.should_be)
        if self.only and value not in self.only:
            raise WrongValue(self.should_be)
        return int(value) if self.is_whole else value

    def read(self, text: str) -> Any:
        """From text; a unit behind it is allowed."""
        bare = text.strip().removesuffix(self.unit).strip() if self.unit else text.strip()
        try:
            number: float = int(bare) if bare.lstrip("+-").isdecimal() else float(bare)
        except ValueError:
            raise WrongValue(self.should_be) from None
        return self.check(number)

    @property
    def should_be(self) -> str:
        """In words."""
        unit = f" {self.unit}" if self.unit else ""
        if self.only:
            return f"one of {', '.join(f'{one:g}' for one in self.only)}{unit}"
        return f"a {'whole ' if self.is_whole else ''}number from {self.low:g} to {self.high:g}{unit}"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words."""

    options: tuple[str, ...]

    def check(self, value: Any) -> Any:
        """The word."""
        if value not in self.options:
            raise WrongValue(self.should_be)
        return value

    def read(self, text: str) -> Any:
        """From text."""
        return self.check(text.strip())

    @property
    def should_be(self) -> str:
        """In words."""
        return f"one of {', '.join(self.options)}"


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    def check(self, value: Any) -> Any:
        """The boolean itself; nothing else stands for one."""
        if not isinstance(value, bool):
            raise WrongValue(self.should_be)
        return value

    def read(self, text: str) -> Any:
        """From one of the usual words."""
        word = text.strip().lower()
        if word not in _WORDS_FOR_TRUE | _WORDS_FOR_FALSE:
            raise WrongValue(self.should_be)
        return word in _WORDS_FOR_TRUE

    @property
    def should_be(self) -> str:
        """In words."""
        return "true or false"


@dataclass(frozen=True, slots=True)
class Text:
    """A text: any, or with a `pattern` what matches it as a whole, which `words` describe."""

    pattern: str = ""
    words: str = "a text"

    def check(self, value: Any) -> Any:
        """The text."""
        if not isinstance(value, str) or (self.pattern and not re.fullmatch(self.pattern, value)):
            raise WrongValue(self.should_be)
        if len(value) > MAX_TEXT:
            raise WrongValue(f"a text of up to {MAX_TEXT} characters")
        return value

    def read(self, text: str) -> Any:
        """As it is."""
        return self.check(text)

    @property
    def should_be(self) -> str:
        """In words."""
        return self.words


@dataclass(frozen=True, slots=True)
class Rows:
    """What of the entries of a list people look at and change often, by the names of their members.

    `titles`: the first of them that says something tells an entry from others. `presence`: whether it is there;
    `numbers`: of which an entry may have some. `held_by` is the world value that names the entry that is held to the
    phone.
    """

    titles: tuple[str, ...]
    presence: str = ""
    numbers: tuple[tuple[str, Number], ...] = ()
    held_by: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """JSON of a declared form: `type` is what msgspec checks it by (`dict[str, Outcome]`, `list[Wifi]`). `rows`: of a
    list whose entries are changed one by one."""

    type: Any
    rows: Rows | None = None

    def check(self, value: Any) -> Any:
        """The same as plain JSON data, with the members that were left out."""
        try:
            if len(msgspec.json.encode(value)) > MAX_JSON_BYTES:
                raise WrongValue(f"JSON of up to {MAX_JSON_BYTES} bytes")
            return msgspec.to_builtins(msgspec.convert(value, self.type))
        except WrongValue:
            raise
        except (msgspec.ValidationError, TypeError, ValueError, RecursionError) as error:
            raise WrongValue(f"JSON of another form ({error})") from None

    def read(self, text: str) -> Any:
        """From JSON text."""
        try:
            value = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise WrongValue(f"JSON ({error})") from None
        return self.check(value)

    @property
    def should_be(self) -> str:
        """In words."""
        return "JSON"


Kind = Number | Choice | Flag | Text | Form
