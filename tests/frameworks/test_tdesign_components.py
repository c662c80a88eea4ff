"""Components of TDesign alone, tested with the plug-in as their users would test them. Installed on first use."""

from __future__ import annotations

from pathlib import Path

import pytest
from handset.testing import Mounts, expect

from tests.support.npm_packages import install
from tests.support.project_folder import write_project

TESTS = Path(__file__).parents[1]
PROJECT = TESTS / ".npm" / "tdesign"
LIBRARY = "tdesign-miniprogram"
FILES = {
    "project.config.json": '{"appid": "touristappid", "compileType": "miniprogram"}',
    "app.json": '{"pages": ["pages/index/index"]}',
    "app.js": "App({})",
    "pages/index/index.wxml": "<view/>",
    "pages/index/index.js": "Page({})",
}
MOUNTED = (
    "avatar", "badge", "button", "cell", "checkbox", "collapse", "count-down", "divider", "empty", "fab", "footer",
    "grid", "icon", "image", "input", "link", "loading", "navbar", "notice-bar", "overlay", "popup", "progress",
    "radio", "rate", "result", "search", "skeleton", "slider", "stepper", "steps", "swipe-cell", "switch", "tabs",
    "tag", "textarea", "toast",
)  # fmt: skip

pytestmark = [pytest.mark.npm, pytest.mark.handset(project=PROJECT, deadline=30)]


@pytest.fixture(scope="module", autouse=True)
def library(qapp: object) -> None:
    """The project with its package."""
    install(Path(__file__).parent / "tdesign" / "package.json", PROJECT)
    write_project(PROJECT, FILES)


def of(name: str) -> str:
    return f"{LIBRARY}/{name}/{name}"


@pytest.mark.parametrize("name", MOUNTED)
def test_it_is_mounted_without_an_error(mount: Mounts, name: str) -> None:
    assert mount(of(name)).host.count() == 1


def test_a_button_says_what_it_is_for_and_is_tapped(mount: Mounts) -> None:
    button = mount(of("button"), {"theme": "primary", "content": "Pay"}, events=["tap"])
    expect(button.locator("button")).to_have_text("Pay")
    expect(button.locator("button")).to_have_class("t-button--primary")
    button.locator("button").tap()
    expect(button).to_have_emitted("tap")


def test_a_stepper_counts_and_stops(mount: Mounts) -> None:
    stepper = mount(of("stepper"), {"defaultValue": 3, "max": 4})
    stepper.locator(".t-stepper__plus").tap()
    expect(stepper).to_have_emitted("change", {"value": 4})
    expect(stepper.locator("input")).to_have_value(4)
    stepper.locator(".t-stepper__plus").tap()
    expect(stepper).to_have_emitted("overlimit", {"type": "plus"})


def test_a_switch_is_turned(mount: Mounts) -> None:
    switch = mount(of("switch"), {"defaultValue": False, "label": ["on", "off"]})
    switch.locator(".t-switch__body").tap()
    expect(switch).to_have_emitted("change", {"value": True})
    expect(switch.locator(".t-switch__label")).to_have_text("on")


def test_a_checkbox_is_ticked_by_its_words(mount: Mounts) -> None:
    checkbox = mount(of("checkbox"), {"label": "Agree"})
    checkbox.get_by_text("Agree").tap()
    expect(checkbox).to_have_emitted("change", {"checked": True})


def test_of_a_group_of_radios_one_is_on(mount: Mounts) -> None:
    slots = "<t-radio value='a' label='A'/><t-radio value='b' label='B'/>"
    group = mount(of("radio-group"), {"defaultValue": "a"}, slots, using={"t-radio": of("radio")})
    group.get_by_text("B", exact=True).tap()
    expect(group).to_have_emitted("change", {"value": "b"})
    expect(group.locator("t-radio").first).to_have_data({"checked": False})
    expect(group.locator("t-radio").last).to_have_data({"checked": True})


def test_tabs_come_from_their_panels(mount: Mounts) -> None:
    slots = "<t-tab-panel label='One' value='{{0}}'/><t-tab-panel label='Two' value='{{1}}'/>"
    tabs = mount(of("tabs"), {"defaultValue": 0}, slots, using={"t-tab-panel": f"{LIBRARY}/tab-panel/tab-panel"})
    expect(tabs.locator(".t-tabs__item")).to_have_text(["One", "Two"])
    tabs.get_by_text("Two").tap()
    expect(tabs).to_have_emitted("change", {"value": 1})


def test_a_panel_is_unfolded(mount: Mounts) -> None:
    panel = {"t-collapse-panel": f"{LIBRARY}/collapse-panel/collapse-panel"}
    slots = "<t-collapse-panel header='Head' value='{{0}}'>Body</t-collapse-panel>"
    collapse = mount(of("collapse"), {"defaultValue": []}, slots, using=panel)
    collapse.get_by_text("Head").tap()
    expect(collapse).to_have_emitted("change", {"value": [0]})


def test_a_field_takes_so_many_letters(mount: Mounts) -> None:
    field = mount(of("input"), {"label": "Name", "maxlength": 5})
    field.locator("input").fill("Camellia")
    expect(field).to_have_emitted("change", {"value": "Camel"})
    field.locator("input").blur()
    expect(field).to_have_emitted("blur", {"value": "Camel"})


def test_a_tag_is_closed(mount: Mounts) -> None:
    tag = mount(of("tag"), {"closable": True}, "Tea")
    expect(tag.locator(".t-tag__text")).to_have_text("Tea")
    tag.locator("t-icon").tap()
    expect(tag).to_have_emitted("close")


def test_a_dialog_is_confirmed(mount: Mounts) -> None:
    words = {"title": "Sure?", "content": "All of it", "confirmBtn": "Yes", "cancelBtn": "No"}
    dialog = mount(of("dialog"), {"visible": True, **words})
    expect(dialog.get_by_text("Sure?")).to_be_visible()
    dialog.get_by_text("Yes").tap()
    expect(dialog).to_have_emitted("confirm")


def test_a_popup_shows_its_slot_when_it_is_open(mount: Mounts) -> None:
    popup = mount(of("popup"), {"visible": False}, "<view class='inside'>In</view>")
    expect(popup.locator(".inside")).to_have_count(0)
    popup.set_properties({"visible": True})
    expect(popup.locator(".inside")).to_have_text("In")


def test_a_badge_follows_its_count(mount: Mounts) -> None:
    badge = mount(of("badge"), {"count": 120, "maxCount": 99})
    expect(badge.get_by_text("99+")).to_be_visible()
    badge.set_properties({"count": 3})
    expect(badge.get_by_text("3", exact=True)).to_be_visible()


def test_a_search_is_sent(mount: Mounts) -> None:
    search = mount(of("search"), {"placeholder": "Find"})
    search.locator("input").fill("tea", confirm=True)
    expect(search).to_have_emitted("change", {"value": "tea"})
    expect(search).to_have_emitted("submit", {"value": "tea"})


def test_a_step_is_gone_to(mount: Mounts) -> None:
    item = {"t-step-item": f"{LIBRARY}/step-item/step-item"}
    steps = mount(
        of("steps"), {"defaultCurrent": 0}, "<t-step-item title='One'/><t-step-item title='Two'/>", using=item
    )
    steps.get_by_text("Two").tap()
    expect(steps).to_have_emitted("change", {"current": 1})


def test_time_runs_down_as_the_test_wants(mount: Mounts) -> None:
    mount.app.clock.install(0)
    down = mount(of("count-down"), {"time": 3000, "format": "ss"})
    expect(down.locator("view").first).to_contain_text("03")
    mount.app.clock.advance(1500)
    expect(down.locator("view").first).to_contain_text("01")
    mount.app.clock.advance(2000)
    expect(down).to_have_emitted("finish")
