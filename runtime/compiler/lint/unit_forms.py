"""How what single files say is stored. Configuration files are read again: that takes no longer."""

from __future__ import annotations

from collections.abc import Mapping

from runtime.compiler.lint.page_calls import PageCall
from runtime.compiler.lint.script_file import ScriptFacts
from runtime.compiler.lint.style_facts import StyleFacts
from runtime.compiler.lint.template_file import TemplateFacts
from runtime.compiler.stored_units import Form, PlainForm

LINT_FORMS: Mapping[str, Form] = {
    "template": PlainForm(TemplateFacts),
    "script": PlainForm(ScriptFacts),
    "style": PlainForm(StyleFacts),
    "page-call": PlainForm(PageCall | None),
}
