"""All rules, in the order in which they run."""

from __future__ import annotations

from runtime.compiler.lint.program import (
    absolute_require,
    component_style,
    deprecated_api,
    endless_component,
    large_image,
    newer_api,
    other_case,
    pack_pattern,
    package_size,
    recursive_template,
    style_import_cycle,
    undeclared_page,
    undefined_handler,
    unknown_api,
    unknown_property,
    unknown_tag,
    unmatched_selector,
    unsupported_api,
    unused_component,
)
from runtime.compiler.lint.rule import AnyRule, ElementRule, ProgramRule, ScriptFileRule, StyleFileRule
from runtime.compiler.lint.script import code_from_text, dates, lookbehind
from runtime.compiler.lint.style import component_selectors, declarations, local_resource
from runtime.compiler.lint.template import (
    attribute_value,
    endless_template,
    retired_tag,
    style_unit,
    unknown_attribute,
    unknown_event,
    unsupported_component,
)

ELEMENT_RULES: tuple[ElementRule, ...] = (
    unknown_attribute.RULE,
    attribute_value.RULE,
    unknown_event.RULE,
    style_unit.RULE,
    endless_template.RULE,
    retired_tag.RULE,
    unsupported_component.RULE,
)
STYLE_RULES: tuple[StyleFileRule, ...] = (local_resource.RULE, component_selectors.RULE, declarations.RULE)
SCRIPT_RULES: tuple[ScriptFileRule, ...] = (dates.RULE, lookbehind.RULE, code_from_text.RULE)
PROGRAM_RULES: tuple[ProgramRule, ...] = (
    undefined_handler.RULE,
    unknown_tag.RULE,
    unknown_property.RULE,
    unused_component.RULE,
    undeclared_page.RULE,
    endless_component.RULE,
    component_style.RULE,
    unmatched_selector.RULE,
    style_import_cycle.RULE,
    absolute_require.RULE,
    other_case.RULE,
    unknown_api.RULE,
    newer_api.RULE,
    deprecated_api.RULE,
    unsupported_api.RULE,
    pack_pattern.RULE,
    package_size.RULE,
    recursive_template.RULE,
    large_image.RULE,
)
ALL_RULES: tuple[AnyRule, ...] = (*ELEMENT_RULES, *STYLE_RULES, *SCRIPT_RULES, *PROGRAM_RULES)
