"""Methods `Page.*`: one page of the stack, visible or not."""

from __future__ import annotations

from simulator.automation.protocol.request import Method, Request


def get_element(request: Request) -> None:
    """The first that a selector finds."""
    request.driver.elements.find(request.params.page_id(), request.params.text("selector"), request.one())


def get_elements(request: Request) -> None:
    """All that a selector finds."""
    request.driver.elements.find(request.params.page_id(), request.params.text("selector"), request.all())


def get_element_by_xpath(request: Request) -> None:
    """The first that an XPath finds."""
    request.driver.elements.find_by_xpath(request.params.page_id(), request.params.text("selector"), request.one())


def get_elements_by_xpath(request: Request) -> None:
    """All that an XPath finds."""
    request.driver.elements.find_by_xpath(request.params.page_id(), request.params.text("selector"), request.all())


def get_data(request: Request) -> None:
    """All, or what is at a path."""
    params = request.params
    request.driver.values.data(params.page_id(), request.gives("data"), path=params.text("path", ""))


def set_data(request: Request) -> None:
    """Calls setData."""
    request.driver.values.set_data(request.params.page_id(), request.params.members("data"), request.nothing())


def call_method(request: Request) -> None:
    """Of the page's instance."""
    params, done = request.params, request.gives("result")
    request.driver.values.call_method(params.page_id(), params.text("method"), params.values("args"), done)


def get_window_properties(request: Request) -> None:
    """Of its window in the view."""
    names, done = request.params.texts("names"), request.gives("properties")
    request.driver.elements.window_properties(request.params.page_id(), names, done)


def call_function(request: Request) -> None:
    """In the realm of its view."""
    params, done = request.params, request.gives("result")
    declaration, args = params.text("functionDeclaration"), params.values("args")
    request.driver.values.evaluate_in_page(params.page_id(), declaration, args, done)


METHODS: dict[str, Method] = {
    "Page.getElement": get_element,
    "Page.getElements": get_elements,
    "Page.getElementByXpath": get_element_by_xpath,
    "Page.getElementsByXpath": get_elements_by_xpath,
    "Page.getData": get_data,
    "Page.setData": set_data,
    "Page.callMethod": call_method,
    "Page.getWindowProperties": get_window_properties,
    "Page.callFunction": call_function,
}
