"""What the host says: sentences by code, in English for the record, in the user's language for the screen.

The words are in `resources/messages/host.<language>.json`. A notice carries its code and arguments, so that whoever
shows it can translate it (`sentence`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from runtime.api.texts import has_notice, notice_text
from runtime.diagnostics import Diagnostic, Language, Span, is_diagnostic_code
from runtime.protocol.stacks import StackFrame
from simulator.bridge.record import Level, Origin
from simulator.bridge.recorder import Recorder


class Notices:
    """Speaks for one program. `language` is that of texts that go to the phone's screen."""

    def __init__(self, recorder: Recorder, language: Language = "en") -> None:
        self._recorder = recorder
        self.language: Language = language

    def say(
        self,
        code: str,
        level: Level = "info",
        *,
        detail: Mapping[str, str] | None = None,
        origin: Origin = "handset",
        stack: Sequence[StackFrame] = (),
    ) -> None:
        """Puts a sentence on the console. `detail` fills its places."""
        arguments = dict(detail or {})
        title = host_text(code, arguments)
        self._recorder.notice(title, level, code=code, detail=arguments, origin=origin, stack=stack)

    def say_not_built(self, why: str, finding: Diagnostic | None) -> str:
        """Says why there is no build; `finding` has the words in every language. Returns the text for the screen."""
        if finding is None:
            self.say("not-built", "error", detail={"why": why}, origin="program")
            return why
        self._recorder.notice(why, "error", code=finding.code, detail=finding.args, origin="program")
        return text_with_help(finding, self.language)

    def text(self, code: str, **arguments: str) -> str:
        """A text for the phone's screen."""
        return host_text(code, arguments, self.language)


def host_text(code: str, arguments: Mapping[str, str], language: Language = "en") -> str:
    """The sentence of a code. A code without words is a programmer's mistake and raises."""
    return _words(language)[code].format_map(arguments)


def sentence(code: str, arguments: Mapping[str, str], language: Language) -> str | None:
    """The sentence of a notice that the host, a build or an API handler made; None if the code is not one of theirs."""
    if is_diagnostic_code(code):
        return text_with_help(Diagnostic(code, Span(""), arguments), language)
    if code in _words(language):
        return host_text(code, arguments, language)
    return notice_text(code, arguments, language) if has_notice(code) else None


def text_with_help(found: Diagnostic, language: Language) -> str:
    """What is wrong, and on a second line how to mend it."""
    return "\n".join(filter(None, [found.text(language), found.help(language)]))


@cache
def _words(language: Language) -> dict[str, str]:
    source = files("resources") / "messages" / f"host.{language}.json"
    words: dict[str, str] = json.loads(source.read_text("utf-8"))
    return words
