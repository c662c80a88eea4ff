"""Finds elements of a page's tree: by what they say, by a selector, or by an XPath. Knows no Qt; may run in any thread.

The tree is what the logic layer tells (`wxml_tree`). Selectors and XPath are those of lxml: tags and attributes as a
template writes them, `page` around all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import cssselect
from lxml import etree

from ide.models.tree_rows import Path
from ide.models.wxml_tree import PAGE_PATH, as_text, path_of
from runtime.compiler.wxml.names import dashed

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TRANSLATOR = cssselect.GenericTranslator()
LONGEST_QUERY = 500


def find(nodes: Sequence[Any], query: str) -> list[Path]:
    """The rows of what is found, in the order of the tree: elements, and texts under their element."""
    wanted = query.strip()
    if not wanted or len(wanted) > LONGEST_QUERY:
        return []
    root, paths = _document(nodes)
    found = set(_by_words(root, wanted.lower()))
    for expression in _expressions(wanted):
        found |= set(_by_xpath(root, expression))
    return [paths[element] for element in root.iter() if element in found and element in paths]


def _expressions(query: str) -> Iterator[str]:
    """The query as XPath, where it is one or can be made one."""
    if query.startswith(("/", "(", ".//")):
        yield query
        return
    try:
        yield _TRANSLATOR.css_to_xpath(query, prefix="descendant-or-self::")
    except (cssselect.SelectorError, RecursionError):
        return


def _by_words(root: etree._Element, wanted: str) -> Iterator[etree._Element]:
    for element in root.iter():
        words: list[object] = ["<", element.tag, " ", element.text, *(child.tail for child in element)]
        words += [part for name, value in element.attrib.items() for part in (" ", name, '="', value, '"')]
        if wanted in "".join(str(word or "") for word in words).lower():
            yield element


def _by_xpath(root: etree._Element, expression: str) -> Iterator[etree._Element]:
    try:
        result = root.xpath(expression)
    except (etree.XPathError, RecursionError):
        return
    for one in result if isinstance(result, list) else ():
        element = one if isinstance(one, etree._Element) else getattr(one, "getparent", _nobody)()
        if element is not None:
            yield element


def _document(nodes: Sequence[Any]) -> tuple[etree._Element, dict[etree._Element, Path]]:
    root = etree.Element("page")
    paths = {root: PAGE_PATH}
    waiting: list[tuple[Sequence[Any], etree._Element, Path]] = [(nodes, root, PAGE_PATH)]
    while waiting:
        children, parent, above = waiting.pop()
        last: etree._Element | None = None
        for index, node in enumerate(children):
            if isinstance(node, str):
                _add_text(parent, last, _clean(node))
                continue
            last = etree.SubElement(parent, _name(str(node["tag"])), _attributes(node["attr"]))
            path = path_of(node, above, index)
            paths[last] = path
            waiting.append((node.get("children") or (), last, path))
    return root, paths


def _attributes(attributes: dict[str, Any]) -> dict[str, str]:
    return {
        name: _clean(as_text(value))
        for key, value in attributes.items()
        if value is not None and _NAME.fullmatch(name := dashed(key))
    }


def _name(tag: str) -> str:
    return tag if _NAME.fullmatch(tag) else "element"


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _add_text(parent: etree._Element, last: etree._Element | None, text: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _nobody() -> None:
    return None
