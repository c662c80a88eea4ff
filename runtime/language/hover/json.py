"""What is said about a key of a configuration file: type, default, version, allowed values."""

from __future__ import annotations

import json

from runtime.language.answers import Hover
from runtime.language.configuration.rules import rule_at, rules_of_file
from runtime.language.documents import Documents, OpenText
from runtime.language.hover.markdown import code, plain
from runtime.language.words import Words
from runtime.project.json_text import read_json


def hover_in_json(documents: Documents, words: Words, opened: OpenText, offset: int) -> Hover | None:
    """Markdown about an offset."""
    line = opened.lines.position(offset).line + 1
    for key, span in read_json(opened.text, opened.outer).key_spans.items():
        if not span.line <= line <= span.end_line:
            continue
        start, end = opened.lines.offsets(span)
        if not start <= offset <= end:
            continue
        rule = rule_at(opened.project.platform.config_keys, rules_of_file(documents, opened), key)
        if rule is None:
            return None
        parts = [code("ts", f"{key[-1]}: {rule.get('type', 'any')}"), plain(str(rule.get("summary", "")))]
        facts = []
        if "default" in rule:
            facts.append(words("hover.default", value=f"`{json.dumps(rule['default'], ensure_ascii=False)}`"))
        if "since" in rule:
            facts.append(words("hover.since", version=rule["since"]))
        parts.append(" · ".join(facts))
        if "enum" in rule:
            parts.append("\n".join([words("hover.values"), "", *(f"- `{one}`" for one in rule["enum"])]))
        return Hover("\n\n".join(filter(None, parts)), opened.lines.range(start, end))
    return None
