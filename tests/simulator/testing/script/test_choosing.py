"""Ways to elements: each leads to its element and no other, and is the one that a person would write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from runtime.protocol.logic import Inspected
from runtime.protocol.previews import elements_of
from simulator.testing.app import App
from simulator.testing.programs import Programs
from simulator.testing.script.choosing import best_way, way_to, way_to_alike
from simulator.testing.script.seen_tree import SeenTree
from simulator.testing.script.ways import Way
from simulator.testing.settings import RunSettings
from tests.support.project_folder import write_project

FILES = {
    "project.config.json": json.dumps({"appid": "touristappid", "compileType": "miniprogram"}),
    "app.json": json.dumps({"pages": ["pages/shop/shop", "pages/same/same"]}),
    "app.js": "App({})",
    "components/row/row.json": json.dumps({"component": True, "usingComponents": {"stepper": "../stepper/stepper"}}),
    "components/row/row.wxml": """<view class="row-body">
  <slot name="foot"/><view class="title">{{title}}</view><slot/>
  <stepper class="amount"/><button class="buy is-active">Buy</button>
</view>""",
    "components/row/row.js": "Component({ options: { multipleSlots: true }, properties: { title: String } })",
    "components/stepper/stepper.json": '{"component": true}',
    "components/stepper/stepper.wxml": '<text class="less">-</text><input value="1"/><text class="more">+</text>',
    "components/stepper/stepper.js": "Component({})",
    "pages/shop/shop.json": json.dumps({"usingComponents": {"row": "/components/row/row"}}),
    "pages/shop/shop.wxml": """<view id="head" class="bar">Teas</view>
<view id="view-1712345678901" class="bar css-1a2b3c4d">Sale</view>
<input placeholder="Your name" class="field"/>
<input placeholder='Say "hello"' class="field"/>
<view data-testid="basket" class="bar">3 in the basket</view>
<row wx:for="{{teas}}" wx:key="name" title="{{item.name}}" class="tea">
  <text class="price">{{item.price}}</text><text class="note" slot="foot">{{item.note}}</text>
</row>
<view wx:for="{{cups}}" wx:key="id" class="cup" data-id="{{item.id}}"><text>Cup</text><button>Take</button></view>
<view class="foot"><button class="buy">Pay</button><button class="w-[10px] md:flex">Odd</button></view>
<view class="foot-note" style="color: red">{{hostile}}</view>
<switch class="on" checked/><navigator url="/pages/same/same">All "teas" & 'more'</navigator>""",
    "pages/shop/shop.js": """Page({ data: {
  hostile: 'a"]\\n\\'""',
  teas: [{ name: 'Assam', price: '4.50', note: 'malty' }, { name: 'Sencha', price: '6.00', note: 'grassy' }],
  cups: [{ id: 7 }, { id: 8 }],
} })""",
    "pages/same/same.json": json.dumps({"usingComponents": {"row": "/components/row/row"}}),
    "pages/same/same.wxml": """<view wx:for="{{40}}" wx:key="*this" class="cell"><text>same</text></view>
<row wx:for="{{3}}" wx:key="*this" title="same" class="tea"><text>in</text><text slot="foot">foot</text></row>""",
    "pages/same/same.js": "Page({})",
}


@pytest.fixture(scope="module")
def shop(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    programs = Programs()
    yield programs.app(RunSettings(write_project(tmp_path_factory.mktemp("shop"), FILES), deadline_s=30))
    programs.close()


@pytest.fixture
def page(shop: App) -> App:
    shop.begin_test()
    return shop


def seen(app: App) -> SeenTree:
    questions = app.run.program.logic_questions
    page_id = app.page.page_id
    answer = app.run.ask(Inspected, lambda done: questions.inspect_page("tree", page_id, done), "the tree")
    return SeenTree(elements_of(answer.value) or [])


def ref_of(app: App, code: str) -> tuple[int, int]:
    [node] = followed(app, code)
    return node.ref


def followed(app: App, way: Way | str) -> Any:
    return eval(str(way), {"page": app.page}).nodes()


def wrong_ways(app: App) -> list[str]:
    tree = seen(app)
    ways = {ref: [way for mine in (True, False) if (way := way_to(tree, ref, by_own_text=mine))] for ref in tree.nodes}
    return [
        f"{ref}: {way} finds {[one.ref for one in followed(app, way)]}"
        for ref, found in ways.items()
        for way in found
        if [one.ref for one in followed(app, way)] != [ref]
    ]


@pytest.mark.parametrize("path", ["pages/shop/shop", "pages/same/same"])
def test_each_way_leads_to_its_element_alone(page: App, path: str) -> None:
    page.page.goto(path)
    assert len(seen(page).nodes) > 30
    assert wrong_ways(page) == []


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("page.locator('view').first", 'page.locator("#head")'),
        ("page.locator('view').nth(1)", 'page.get_by_text("Sale", exact=True)'),
        ("page.locator('[data-testid]')", "page.locator('[data-testid=\"basket\"]')"),
        ("page.locator('input').first", "page.locator('input[placeholder=\"Your name\"]')"),
        ("page.locator('input').nth(1)", 'page.locator("input[placeholder=\'Say \\"hello\\"\']")'),
        ("page.locator('row').first", 'page.locator(".tea").filter(has_text="Assam")'),
        (
            "page.locator('row').nth(1).locator('stepper').locator('.more')",
            'page.locator(".tea").filter(has_text="Sencha").locator(".amount").locator(".more")',
        ),
        (
            "page.locator('row').nth(1).locator('button')",
            'page.locator(".tea").filter(has_text="Sencha").locator(".buy")',
        ),
        ("page.locator('.cup').nth(1)", "page.locator('.cup[data-id=\"8\"]')"),
        ("page.locator('.cup').nth(1).locator('button')", "page.locator('.cup[data-id=\"8\"] button')"),
        ("page.locator('.foot button').first", 'page.locator(".buy")'),
        ("page.locator('.foot button').nth(1)", 'page.get_by_text("Odd", exact=True)'),
        ("page.locator('switch')", 'page.locator("switch")'),
        ("page.locator('.foot-note')", 'page.locator(".foot-note")'),
    ],
)
def test_the_way_is_what_a_person_would_write(page: App, code: str, wanted: str) -> None:
    assert str(way_to(seen(page), ref_of(page, code))) == wanted


def test_a_text_that_is_to_be_expected_is_no_part_of_the_way(page: App) -> None:
    tree = seen(page)
    price = ref_of(page, "page.locator('.price').nth(1)")
    assert str(way_to(tree, price, by_own_text=False)) == (
        'page.locator(".tea").filter(has_text="Sencha").locator(".price")'
    )
    odd = ref_of(page, "page.locator('.foot button').nth(1)")
    assert str(way_to(tree, odd, by_own_text=False)) == 'page.locator(".foot button").nth(1)'


def test_of_elements_that_will_do_alike_the_best_is_named(page: App) -> None:
    inside = ref_of(page, "page.locator('.cup').nth(1).locator('text')")
    around = ref_of(page, "page.locator('.cup').nth(1)")
    assert str(best_way(seen(page), [inside, around])) == "page.locator('.cup[data-id=\"8\"]')"
    assert best_way(seen(page), [(999, 0)]) is None


def test_several_alike_have_one_way(page: App) -> None:
    found = way_to_alike(seen(page), ref_of(page, "page.locator('.cup').nth(1)"))
    assert found is not None
    assert (str(found[0]), found[1]) == ('page.locator(".cup")', 2)
    assert len(followed(page, found[0])) == 2


def test_an_element_that_is_not_there_has_no_way(page: App) -> None:
    assert way_to(seen(page), (999, 0)) is None
    assert way_to_alike(seen(page), (999, 0)) is None
