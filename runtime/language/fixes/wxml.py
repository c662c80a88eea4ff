"""Fixes in templates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from runtime.compiler.wxml.names import dashed
from runtime.compiler.wxml.parse import parse
from runtime.compiler.wxml.syntax import Attribute, Element
from runtime.language.answers import Fix
from runtime.language.components import owners_of
from runtime.language.fixes.fix import Finding, Mend
from runtime.language.fixes.spelling import mend_name
from runtime.language.scripts.new_method import new_method
from runtime.language.unregistered import registrations
from runtime.language.wxml.data import DataScope
from runtime.language.wxml.place import Place
from runtime.language.wxml.scope import loop_of

# As other frameworks write it: `item in list`, `(item, index) in list`.
_LOOP_OF_OTHERS = re.compile(
    r"""\(?(?P<item>[A-Za-z_]\w*)(?: ?, ?(?P<index>[A-Za-z_]\w*))?\)? (?:in|of) (?P<list>[^\s"'{}]+)"""
)
_END_TAG = re.compile(r"</\s*")


def _attribute(finding: Finding) -> tuple[Element, Attribute] | None:
    """The attribute that the finding is about."""
    document = finding.documents.template(finding.opened.path)
    for element in document.elements() if document is not None else ():
        for attribute in element.attributes:
            if attribute.start <= finding.start < attribute.end:
                return element, attribute
    return None


def _element(finding: Finding) -> Element | None:
    document = finding.documents.template(finding.opened.path)
    found = (one for one in document.elements() if one.start == finding.start) if document is not None else iter(())
    return next(found, None)


def rename_tag(finding: Finding) -> list[Fix]:
    """The tag that is meant, at both ends of the element."""
    element, meant = _element(finding), finding.argument("meant")
    if element is None or not meant:
        return []
    edits = [(element.start + 1, element.name_end, meant)]
    text = finding.opened.text
    closing = text.rfind("</", element.open_end, element.end)
    match = _END_TAG.match(text, closing) if closing >= 0 and not element.self_closing else None
    if match is not None and text.startswith(element.tag, match.end()):
        edits.append((match.end(), match.end() + len(element.tag), meant))
    return [finding.fix(finding.words("fix.change", name=meant), tuple(edits))]


def mend_tag(finding: Finding) -> list[Fix]:
    """The tag that is meant, or the component of that name in the configuration."""
    return [*_registered(finding), *rename_tag(finding)]


def _registered(finding: Finding) -> list[Fix]:
    for one, edits in registrations(finding.documents, finding.opened.path):
        if one.tag == finding.argument("tag"):
            title = finding.words("fix.register", name=one.named, path=edits.path)
            return [finding.elsewhere(title, edits.path, edits.edits)]
    return []


def create_method(finding: Finding) -> list[Fix]:
    """The meant name, or a new method of the page or component."""
    fixes = mend_name(finding)
    name = finding.argument("name")
    if not re.fullmatch(r"[A-Za-z_$][\w$]*", name):
        return fixes
    for stem in owners_of(finding.documents, finding.opened.path):
        edits = new_method(finding.documents, stem, name)
        if edits is not None:
            title = finding.words("fix.create_method", name=name)
            fixes.append(finding.elsewhere(title, edits.path, edits.edits, is_preferred=not fixes))
    return fixes


def write_key(finding: Finding) -> list[Fix]:
    """The member that is suggested as the key."""
    found, name = _attribute(finding), finding.argument("suggestion")
    if found is None or found[1].value is None or not name:
        return []
    value = found[1].value
    return [finding.replace(finding.words("fix.change", name=f'wx:key="{name}"'), value.start, value.end, name)]


def add_key(finding: Finding) -> list[Fix]:
    """A key for the rows: `id` if they have one."""
    found = _attribute(finding)
    document = finding.documents.template(finding.opened.path)
    if found is None or document is None:
        return []
    element, attribute = found
    loop = loop_of(element)
    scope = DataScope(finding.documents, document, Place("value", 0, 0, (), element))
    item = next((one for one in scope.names() if loop is not None and one.name == loop.item), None)
    names = [one.name for one in scope.members(item)] if item is not None else []
    key = next((name for name in ("id", "key", "_id") if name in names), "*this")
    title = finding.words("fix.add_key", name=key)
    return [finding.replace(title, attribute.end, attribute.end, f' wx:key="{key}"')]


def put_in_mustache(finding: Finding) -> list[Fix]:
    """The value as an expression."""
    found = _attribute(finding)
    if found is None or found[1].value is None or "{" in found[1].value.raw:
        return []
    value, name = found[1].value, found[1].name
    written, named = f"{{{{{value.raw.strip()}}}}}", ""
    if name == "wx:for" and (loop := _LOOP_OF_OTHERS.fullmatch(" ".join(value.raw.split()))) is not None:
        written, named = f"{{{{{loop['list']}}}}}", f' wx:for-item="{loop["item"]}"'
        named += f' wx:for-index="{loop["index"]}"' if loop["index"] else ""
    if any(one.severity == "error" for one in parse("", f"<view a='{written}'/>").diagnostics):
        return []  # it is no expression
    edits = [(value.start, value.end, written)]
    if named:
        edits.append((found[1].end, found[1].end, named))
    return [finding.fix(finding.words("fix.mustache", value=f"{written}{named}"), tuple(edits))]


def put_in_quotes(finding: Finding) -> list[Fix]:
    """The value in quotation marks."""
    found = _attribute(finding)
    if found is None or found[1].value is None or found[1].quote or '"' in found[1].value.raw:
        return []
    value = found[1].value
    return [finding.replace(finding.words("fix.quotes"), value.start, value.end, f'"{value.raw}"')]


def trim_value(finding: Finding) -> list[Fix]:
    """The mustache alone."""
    found = _attribute(finding)
    if found is None or found[1].value is None:
        return []
    value = found[1].value
    trimmed = value.raw.strip()
    return [finding.replace(finding.words("fix.change", name=trimmed[:40]), value.start, value.end, trimmed)]


def write_for(finding: Finding) -> list[Fix]:
    """`wx:for` in place of its old spelling."""
    found = _attribute(finding)
    if found is None or found[1].name != "wx:for-items":
        return []
    start = found[1].start
    return [finding.replace(finding.words("fix.change", name="wx:for"), start, start + len(found[1].name), "wx:for")]


def remove_end_tag(finding: Finding) -> list[Fix]:
    """Nothing in place of an end tag that closes nothing."""
    if not finding.text.startswith("</"):
        return []
    return [
        finding.replace(finding.words("fix.remove", text=finding.text.strip()[:40]), finding.start, finding.end, "")
    ]


def escape_less_than(finding: Finding) -> list[Fix]:
    """A text in a mustache."""
    if finding.text != "<":
        return []
    written = "{{'<'}}"
    return [finding.replace(finding.words("fix.escape", text=written), finding.start, finding.end, written)]


def remove_attribute(finding: Finding) -> list[Fix]:
    """The attribute that has no effect, with the blanks in front of it."""
    found = _attribute(finding)
    if found is None:
        return []
    return [_without(finding, found[1])]


def remove_unknown(finding: Finding) -> list[Fix]:
    """The attribute that the component does not have, from all elements of the tag: it is found once for them."""
    found, document = _attribute(finding), finding.documents.template(finding.opened.path)
    if found is None or document is None:
        return []
    text, (element, unknown) = finding.opened.text, found
    edits = tuple(
        (len(text[: one.start].rstrip()), one.end, "")
        for other in document.elements()
        for one in other.attributes
        if (other.tag, one.name) == (element.tag, unknown.name)
    )
    # It may be one that the reference does not know yet.
    return [finding.fix(finding.words("fix.remove", text=unknown.name), edits, is_preferred=False)]


def remove_earlier(finding: Finding) -> list[Fix]:
    """The attribute of the same name that does not count."""
    found = _attribute(finding)
    if found is None:
        return []
    element, last = found
    earlier = (one for one in element.attributes if one.name == last.name and one.start < last.start)
    return [_without(finding, one) for one in earlier][:1]


def _without(finding: Finding, attribute: Attribute) -> Fix:
    text = finding.opened.text
    start = len(text[: attribute.start].rstrip())
    shown = finding.words("fix.remove", text=text[attribute.start : attribute.end][:40])
    return finding.replace(shown, start, attribute.end, "")


def give_empty_value(finding: Finding) -> list[Fix]:
    """An empty text behind the sign."""
    found = _attribute(finding)
    at = finding.opened.text.find("=", found[1].start) + 1 if found is not None else 0
    return [finding.replace(finding.words("fix.insert", text='""'), at, at, '""')] if at else []


def write_dashes(finding: Finding) -> list[Fix]:
    """The name that gives the key which is probably meant."""
    found = _attribute(finding)
    if found is None:
        return []
    name, start = found[1].name, found[1].start
    written = f"data-{dashed(name.removeprefix('data-')).lstrip('-')}"
    title = finding.words("fix.change", name=written)
    # The key of the dataset is another one then: scripts that read the old one have to follow.
    return [finding.replace(title, start, start + len(name), written, is_preferred=False)]


def empty_element(finding: Finding) -> list[Fix]:
    """The module without the text that is ignored."""
    element = _element(finding)
    closing = finding.opened.text.rfind("</", element.open_end, element.end) if element is not None else -1
    if element is None or closing < 0:
        return []
    title = finding.words("fix.remove", text=finding.opened.text[element.open_end : closing].strip()[:40])
    return [finding.replace(title, element.open_end, closing, "")]


def close_element(finding: Finding) -> list[Fix]:
    """The missing end tag, where the element ends as it was read."""
    element = _element(finding)
    if element is None:
        return []
    end = len(finding.opened.text[: element.end].rstrip())
    written = f"</{element.tag}>"
    return [finding.replace(finding.words("fix.insert", text=written), end, end, written)]


def close_comment(finding: Finding) -> list[Fix]:
    """The end of the comment, at the end of its first line."""
    line_end = finding.opened.text.find("\n", finding.start)
    end = line_end if line_end >= 0 else len(finding.opened.text)
    return [finding.replace(finding.words("fix.insert", text="-->"), end, end, " -->")]


def begin_condition(finding: Finding) -> list[Fix]:
    """`wx:if` in place of what follows none; a bare `wx:else` goes."""
    found = _attribute(finding)
    if found is None:
        return []
    attribute = found[1]
    if attribute.value is None:
        return [_without(finding, attribute)]
    end = attribute.start + len(attribute.name)
    return [finding.replace(finding.words("fix.change", name="wx:if"), attribute.start, end, "wx:if")]


def remove_markup(finding: Finding) -> list[Fix]:
    """Nothing in place of what is left out anyway."""
    return [finding.replace(finding.words("fix.remove", text=finding.text[:40]), finding.start, finding.end, "")]


MENDS: Mapping[str, Mend] = {
    "wxml/duplicate-attribute": remove_earlier,
    "wxml/unknown-attribute": remove_unknown,
    "wxml/two-conditions": remove_attribute,
    "wxml/directive-without-value": remove_attribute,
    "wxml/missing-value": give_empty_value,
    "wxml/dataset-capitals": write_dashes,
    "wxml/wxs-with-src-and-content": empty_element,
    "wxml/unclosed-tag": close_element,
    "wxml/unclosed-comment": close_comment,
    "wxml/else-without-if": begin_condition,
    "wxml/unsupported-markup": remove_markup,
    "wxml/unexpected-character": remove_markup,
    "project/unknown-tag": mend_tag,
    "wxml/undefined-handler": create_method,
    "wxml/key-with-mustache": write_key,
    "wxml/key-is-path": write_key,
    "wxml/missing-key": add_key,
    "wxml/condition-without-mustache": put_in_mustache,
    "wxml/for-without-mustache": put_in_mustache,
    "wxml/data-without-mustache": put_in_mustache,
    "wxml/unquoted-value": put_in_quotes,
    "wxml/blank-beside-mustache": trim_value,
    "wxml/for-is-text": trim_value,
    "wxml/for-items": write_for,
    "wxml/stray-end-tag": remove_end_tag,
    "wxml/stray-less-than": escape_less_than,
}
