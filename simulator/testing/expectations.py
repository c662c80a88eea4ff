"""`expect(…)`: what a test wants to be so, looked at again and again until it is or the time is up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, overload

from runtime.protocol.program_questions import FoundNode
from simulator.testing.app import App
from simulator.testing.failure import DeadlineFailure
from simulator.testing.finger import element_of
from simulator.testing.locator import Locator, attribute_of, is_disabled
from simulator.testing.mount import Mounted
from simulator.testing.page import Page
from simulator.testing.page_scope import PageScope
from simulator.testing.patterns import TextPattern, has_members, has_text, is_text, shown, words
from simulator.testing.pictures import PictureTolerance, check_picture
from simulator.testing.snapshots import check_tree

__tracebackhide__ = True


class _Expectation:
    """Base: `look` says what there is and whether it is as wanted."""

    def __init__(self, subject: str, page: PageScope, *, is_not: bool) -> None:
        self._subject = subject
        self._page = page
        self._is_not = is_not

    def _check(
        self,
        what: str,
        look: Callable[[], tuple[bool, str]],
        timeout: float | None,
        around: Callable[[], str] = lambda: "",
    ) -> None:
        found = ""

        def is_so() -> bool:
            nonlocal found
            is_met, found = look()
            return is_met is not self._is_not

        patience_s = self._page.patience_s(timeout)
        if not self._page.run.eventually(is_so, patience_s):
            negation = "not_." if self._is_not else ""
            lines = [f"expect({self._subject}).{negation}{what} failed after {patience_s:g} s", f"  found: {found}"]
            raise DeadlineFailure("\n".join(lines) + around() + self._page.run.log.errors_text())


class LocatorExpectation(_Expectation):
    """About elements."""

    def __init__(self, locator: Locator, page: PageScope, *, is_not: bool = False) -> None:
        super().__init__(str(locator), page, is_not=is_not)
        self._locator = locator

    @property
    def not_(self) -> LocatorExpectation:
        """The contrary."""
        return LocatorExpectation(self._locator, self._page, is_not=not self._is_not)

    def to_be_visible(self, *, timeout: float | None = None) -> None:
        """There is exactly one, and it can be seen."""

        def look() -> tuple[bool, str]:
            found = self._locator.nodes()
            if len(found) != 1:
                return False, _how_many(found)
            return self._page.is_seen(found[0]), "it cannot be seen"

        self._check("to_be_visible()", look, timeout, self._locator.around)

    def to_be_hidden(self, *, timeout: float | None = None) -> None:
        """There is none, or it cannot be seen."""

        def look() -> tuple[bool, str]:
            found = self._locator.nodes()
            return not any(self._page.is_seen(node) for node in found), f"{len(found)} elements, of which one is seen"

        self._check("to_be_hidden()", look, timeout, self._locator.around)

    def to_have_count(self, count: int, *, timeout: float | None = None) -> None:
        """There are so many."""

        def look() -> tuple[bool, str]:
            found = self._locator.count()
            return found == count, f"{found} elements"

        self._check(f"to_have_count({count})", look, timeout, self._locator.around)

    def to_have_text(self, text: TextPattern | Sequence[TextPattern], *, timeout: float | None = None) -> None:
        """It shows this text and nothing else; a list is about several elements in order."""
        self._texts("to_have_text", text, is_text, timeout)

    def to_contain_text(self, text: TextPattern | Sequence[TextPattern], *, timeout: float | None = None) -> None:
        """This text is in what it shows; small and capital letters are the same."""
        self._texts("to_contain_text", text, has_text, timeout)

    def to_have_attribute(self, name: str, value: Any, *, timeout: float | None = None) -> None:
        """It has this value by a name: of a text the whole, of an object the members that are named."""

        def look(node: FoundNode) -> tuple[bool, str]:
            found = attribute_of(node, name)
            return has_members(found, value), shown(found)

        self._of_one(f"to_have_attribute({name!r}, {shown(value)})", look, timeout)

    def to_have_class(self, name: str, *, timeout: float | None = None) -> None:
        """This is one of its classes."""

        def look(node: FoundNode) -> tuple[bool, str]:
            found = str(node.attr.get("class") or "")
            return name in found.split(), f"class {found!r}"

        self._of_one(f"to_have_class({name!r})", look, timeout)

    def to_have_value(self, value: Any, *, timeout: float | None = None) -> None:
        """The control stands at this value."""

        def look(node: FoundNode) -> tuple[bool, str]:
            found = self._page.finger.value(self._page.page_id, node)
            return has_members(found, value), shown(found)

        self._of_one(f"to_have_value({shown(value)})", look, timeout)

    def to_be_checked(self, *, timeout: float | None = None) -> None:
        """The switch, checkbox or radio is on."""

        def look(node: FoundNode) -> tuple[bool, str]:
            found = self._page.finger.value(self._page.page_id, node)
            return bool(found), "on" if found else "off"

        self._of_one("to_be_checked()", look, timeout)

    def to_be_disabled(self, *, timeout: float | None = None) -> None:
        """It takes no input."""
        self._of_one("to_be_disabled()", lambda node: (is_disabled(node), "it is enabled"), timeout)

    def to_be_enabled(self, *, timeout: float | None = None) -> None:
        """It takes input."""
        self._of_one("to_be_enabled()", lambda node: (not is_disabled(node), "it is disabled"), timeout)

    def to_have_data(self, data: Any, *, path: str = "", timeout: float | None = None) -> None:
        """The component has these data: of an object the members that are named count."""

        def look(node: FoundNode) -> tuple[bool, str]:
            if not node.name:
                return False, f"<{node.tag}>, which is no component"
            found = self._page.data_of(element_of(self._page.page_id, node), path)
            return has_members(found, data), shown(found)

        self._of_one(f"to_have_data({shown(data)}{f', path={path!r}' if path else ''})", look, timeout)

    def to_match_snapshot(self, name: str, *, timeout: float | None = None) -> None:
        """Its tree is the one that is kept under this name beside the test."""

        def tree() -> tuple[list[Any], str]:
            found = self._locator.nodes()
            refs = {node.ref for node in found}
            return [node for node in _every(self._page.tree()) if tuple(node["ref"]) in refs], f"{len(found)} elements"

        check_tree(name, self._page, tree, timeout)

    def _texts(
        self,
        what: str,
        wanted: TextPattern | Sequence[TextPattern],
        compare: Callable[[str, TextPattern], bool],
        timeout: float | None,
    ) -> None:
        if isinstance(wanted, list | tuple):
            several = list(wanted)

            def look() -> tuple[bool, str]:
                found = self._locator.all_texts()
                return len(found) == len(several) and all(map(compare, found, several)), shown(found)

            self._check(f"{what}({shown(several)})", look, timeout, self._locator.around)
        else:
            one: Any = wanted
            say = f"{what}({shown(one)})"
            self._of_one(say, lambda node: (compare(node.text, one), shown(words(node.text))), timeout)

    def _of_one(self, what: str, of_node: Callable[[FoundNode], tuple[bool, str]], timeout: float | None) -> None:
        def look() -> tuple[bool, str]:
            found = self._locator.nodes()
            if len(found) != 1:
                # Of none or several it is neither so nor not so.
                return self._is_not, _how_many(found)
            return of_node(found[0])

        self._check(what, look, timeout, self._locator.around)


class PageExpectation(_Expectation):
    """About a page."""

    def __init__(self, page: Page, *, is_not: bool = False) -> None:
        super().__init__("page", page, is_not=is_not)
        self._whole = page

    @property
    def not_(self) -> PageExpectation:
        """The contrary."""
        return PageExpectation(self._whole, is_not=not self._is_not)

    def to_have_url(self, url: str, *, timeout: float | None = None) -> None:
        """This page is on top: a path alone, or with its query."""
        wanted = url.lstrip("/")

        def look() -> tuple[bool, str]:
            found = self._whole.url if "?" in wanted else self._page.path
            return found == wanted, self._whole.url or "no page"

        self._check(f"to_have_url({url!r})", look, timeout)

    def to_have_title(self, title: TextPattern, *, timeout: float | None = None) -> None:
        """The navigation bar says this."""

        def look() -> tuple[bool, str]:
            return is_text(self._whole.title, title), shown(self._whole.title)

        self._check(f"to_have_title({shown(title)})", look, timeout)

    def to_have_data(self, data: Any, *, path: str = "", timeout: float | None = None) -> None:
        """The page has these data: of an object the members that are named count."""

        def look() -> tuple[bool, str]:
            found = self._whole.data(path)
            return has_members(found, data), shown(found)

        self._check(f"to_have_data({shown(data)}{f', path={path!r}' if path else ''})", look, timeout)

    def to_match_snapshot(self, name: str, *, timeout: float | None = None) -> None:
        """Its tree is the one that is kept under this name beside the test."""
        check_tree(name, self._page, lambda: (self._page.tree(), "the page"), timeout)

    def to_match_screenshot(
        self, name: str, *, share: float = 0.001, difference: int = 24, timeout: float | None = None
    ) -> None:
        """The phone's screen is the picture that is kept under this name beside the test. Full tier only.

        Of all pixels this `share` may differ; one differs if red, green or blue is off by more than `difference` (of
        255)."""
        check_picture(name, self._page.run, PictureTolerance(share, difference), self._page.patience_s(timeout))


class AppExpectation(_Expectation):
    """About the program."""

    def __init__(self, app: App, *, is_not: bool = False) -> None:
        super().__init__("app", app.page, is_not=is_not)
        self._app = app

    @property
    def not_(self) -> AppExpectation:
        """The contrary."""
        return AppExpectation(self._app, is_not=not self._is_not)

    def to_have_toast(self, text: TextPattern, *, timeout: float | None = None) -> None:
        """The toast or loading box says this."""

        def look() -> tuple[bool, str]:
            return has_text(self._app.toast, text), shown(self._app.toast)

        self._check(f"to_have_toast({shown(text)})", look, timeout)

    def to_have_storage(self, values: Mapping[str, Any], *, timeout: float | None = None) -> None:
        """These keys are stored with these values."""

        def look() -> tuple[bool, str]:
            found = {name: self._app.storage.get(name) for name in values}
            return has_members(found, values), shown(found)

        self._check(f"to_have_storage({shown(dict(values))})", look, timeout)

    def to_have_logged(self, text: str, *, level: str = "", timeout: float | None = None) -> None:
        """A line of the console has this text in it."""

        def look() -> tuple[bool, str]:
            lines = self._app.console(level)
            return any(text in line for line in lines), shown(lines[-10:])

        self._check(f"to_have_logged({text!r})", look, timeout)

    def to_have_finding(self, text: str, *, timeout: float | None = None) -> None:
        """A finding about the sources has this text in it."""

        def look() -> tuple[bool, str]:
            lines = self._app.findings
            return any(text in line for line in lines), shown(lines[-10:])

        self._check(f"to_have_finding({text!r})", look, timeout)


class MountedExpectation(_Expectation):
    """About a component that is tested alone."""

    def __init__(self, mounted: Mounted, *, is_not: bool = False) -> None:
        super().__init__(str(mounted), mounted.page, is_not=is_not)
        self._mounted = mounted

    @property
    def not_(self) -> MountedExpectation:
        """The contrary."""
        return MountedExpectation(self._mounted, is_not=not self._is_not)

    def to_have_emitted(self, name: str, detail: Any = None, *, timeout: float | None = None) -> None:
        """It has triggered this event; with `detail`, one whose detail has these members."""

        def look() -> tuple[bool, str]:
            found = self._mounted.events
            return any(
                one.name == name and (detail is None or has_members(one.detail, detail)) for one in found
            ), ", ".join(map(str, found)) or "no event"

        said = repr(name) if detail is None else f"{name!r}, {shown(detail)}"
        self._check(f"to_have_emitted({said})", look, timeout, self._mounted.host.around)

    def to_have_data(self, data: Any, *, path: str = "", timeout: float | None = None) -> None:
        """It has these data: of an object the members that are named count."""
        LocatorExpectation(self._mounted.host, self._page, is_not=self._is_not).to_have_data(
            data, path=path, timeout=timeout
        )

    def to_match_snapshot(self, name: str, *, timeout: float | None = None) -> None:
        """Its tree is the one that is kept under this name beside the test."""
        LocatorExpectation(self._mounted.host, self._page).to_match_snapshot(name, timeout=timeout)


@overload
def expect(subject: Locator) -> LocatorExpectation: ...
@overload
def expect(subject: Page) -> PageExpectation: ...
@overload
def expect(subject: App) -> AppExpectation: ...
@overload
def expect(subject: Mounted) -> MountedExpectation: ...
def expect(
    subject: Locator | Page | App | Mounted,
) -> LocatorExpectation | PageExpectation | AppExpectation | MountedExpectation:
    """What a test wants of an element, a page, the program or a mounted component."""
    match subject:
        case Locator():
            return LocatorExpectation(subject, subject.page)
        case Page():
            return PageExpectation(subject)
        case App():
            return AppExpectation(subject)
        case Mounted():
            return MountedExpectation(subject)
    raise TypeError(f"expect takes a locator, a page, the app or a mounted component, not {type(subject).__name__}")


def _how_many(found: Sequence[FoundNode]) -> str:
    return f"{len(found)} elements; say which with first, nth or filter" if found else "no such element"


def _every(tree: list[Any]) -> list[dict[str, Any]]:
    found = []
    for node in tree:
        if not isinstance(node, str):
            found += [node, *_every(node["children"])]
    return found
