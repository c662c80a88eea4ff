"""The shell's modules and style sheets are served as one file each, and places in them lead back to the files."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from simulator.phone.shell_files import STYLE_FILES, shell_script, shell_styles, with_own_places
from tests.simulator.phone.phone_driver import PhoneDriver


class Asked(QWebEngineUrlRequestInterceptor):
    """Notes what a page asks for."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: list[str] = []

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        self.paths.append(info.requestUrl().path())


SHELL = files("runtime") / "js" / "view" / "shell"


def line_of(text: str, needle: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if needle in line)


def test_every_line_of_a_module_stands_where_its_place_says() -> None:
    script = shell_script()
    lines = script.text.split("\n")
    for place in script.modules:
        source = (files("runtime") / "js").joinpath(*place.name.split("/")).read_text("utf-8").split("\n")
        assert place.last_line - place.first_line + 1 == len(source) + 1
        kept = [number for number, line in enumerate(source) if line[:1] == " " and not line.startswith((" *", "  ["))]
        for number in kept[:50]:
            assert lines[place.first_line - 1 + number].endswith(source[number]), (place.name, number + 1)


def test_no_style_sheet_is_left_out() -> None:
    assert {file.name for file in (SHELL / "css").iterdir()} == set(STYLE_FILES)
    assert shell_styles().index(b"{") < shell_styles().rindex(b"}")


def test_a_stack_names_the_files() -> None:
    line = line_of(shell_script().text, "class PhonePicker")
    stack = f"Error: x\n    at open (handset://shell/shell/main.js:{line}:7)"
    own = line_of((SHELL / "picker.js").read_text("utf-8"), "class PhonePicker")
    assert with_own_places(stack) == f"Error: x\n    at open (handset://shell/shell/picker.js:{own}:7)"
    assert with_own_places("handset://shell/page.html:3") == "handset://shell/page.html:3"
    assert with_own_places("handset://shell/shell/main.js:9999999:1").startswith("handset://shell/shell/main.js")


def test_the_page_asks_for_few_files(phone: PhoneDriver) -> None:
    asked = Asked()
    phone.view.web_page.profile().setUrlRequestInterceptor(asked)
    phone.messages.clear()
    phone.view.reload()
    phone.wait_for("ready")
    # Some of them are in Chromium's cache.
    assert set(asked.paths) <= {
        "/shell/index.html", "/shell/css/shell.css", "/qwebchannel.js", "/shell/main.js", "/shared/wxs_modules.js",
        "/wxs/realm_border.js", "/wxs/realm_glue.js", "/page.html", "/components/styles.css",
    }  # fmt: skip
    assert "/shell/index.html" in asked.paths


def test_an_error_of_the_shell_is_where_the_file_has_it(phone: PhoneDriver) -> None:
    line = line_of(shell_script().text, "class PhonePicker")
    level = QWebEnginePage.JavaScriptConsoleMessageLevel.ErrorMessageLevel
    page = phone.view.web_page
    page.javaScriptConsoleMessage(level, "Uncaught Error: x", line, "handset://shell/shell/main.js")
    log = phone.wait_for("view-log")
    own = line_of((SHELL / "picker.js").read_text("utf-8"), "class PhonePicker")
    assert (log["file"], log["line"]) == ("shell/picker.js", own)
