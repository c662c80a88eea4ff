"""Scripts that are written from steps: what they look like, and that any text ends where its literal ends."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.testing.script import steps as does
from simulator.testing.script.literals import literal
from simulator.testing.script.names import file_of_test, name_of_test
from simulator.testing.script.ways import Part, Way
from simulator.testing.script.writer import step_lines, write_script

BUY = Way((Part("product-card", has_text="Stoneware mug"), Part(".buy")))
FIELD = Way((Part("input", number=1),))
TITLE = Way((Part(own_text="Cart"),))
STEPS: list[does.Step] = [
    does.Tap(BUY),
    does.ExpectPage("pages/product/product?id=mug"),
    does.Fill(FIELD, "me", confirms=True),
    does.Leave(FIELD),
    does.LongPress(Way((Part(".row", number=0),))),
    does.SetValue(Way((Part("slider"),)), 40),
    does.Trigger(Way((Part("map"),)), "regionchange", {"type": "end"}),
    does.AnswerDialog("Sure?"),
    does.AnswerDialog("Name?", text="me"),
    does.AnswerDialog("Sure?", confirms=False),
    does.ChooseEntry("Black", "Green"),
    does.ChooseEntry("", None),
    does.SwitchTab("pages/cart/cart"),
    does.PullDown(),
    does.GoBack(),
    does.GoHome(),
    does.LeaveProgram(),
    does.ComeBack(),
    does.Open("pages/list/list?a=1"),
    does.SetWorld("network.type", "2g"),
    does.ExpectText(TITLE, "Cart"),
    does.ExpectVisible(TITLE),
    does.ExpectCount(Way((Part(".row"),)), 3),
    does.ExpectValue(FIELD, "me"),
    does.ExpectToast("Added"),
]
SCRIPT = '''"""What a user did on the phone, recorded by Handset."""

from handset.testing import expect


def test_buying(app, page):
    page.locator("product-card").filter(has_text="Stoneware mug").locator(".buy").tap()
    expect(page).to_have_url("pages/product/product?id=mug")

    page.locator("input").nth(1).fill("me", confirm=True)
    page.locator("input").nth(1).blur()
    page.locator(".row").first.long_press()
    page.locator("slider").set_value(40)
    page.locator("map").trigger("regionchange", {"type": "end"})
    app.dialogs.wait("Sure?").confirm()
    app.dialogs.wait("Name?").confirm("me")
    app.dialogs.wait("Sure?").cancel()
    app.dialogs.wait("Black").choose("Green")
    app.dialogs.wait().cancel()
    app.phone.tab("pages/cart/cart")
    app.phone.pull_down()
    app.phone.back()
    app.phone.home()
    app.hide()
    app.show()
    page.goto("pages/list/list?a=1")
    app.world.update({"network.type": "2g"})
    expect(page.get_by_text("Cart", exact=True)).to_have_text("Cart")
    expect(page.get_by_text("Cart", exact=True)).to_be_visible()
    expect(page.locator(".row")).to_have_count(3)
    expect(page.locator("input").nth(1)).to_have_value("me")
    expect(app).to_have_toast("Added")
'''
HOSTILE = [
    'a"b', "a'b", "'\"", '"""', "'''", "a\\", '\\"', "a\nb", "\r\n\t", "\x00\x1b[31m", "#{}", "{x}", "%s", "\u202egnp",
    "\u2028\u2029", "a\u200bb", "茶 🍵 👩‍👩‍👧", "\ud800", '"); import os; os.system("x") #',
    "e\u0301", "",
]  # fmt: skip


def ruff(*command: str, source: str) -> str:
    run = [sys.executable, "-m", "ruff", *command, "--isolated", "-"]
    done = subprocess.run(run, input=source, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def test_a_script_reads_as_if_a_person_had_written_it() -> None:
    assert write_script("test_buying", STEPS) == SCRIPT


def test_it_needs_no_mending() -> None:
    long = "A stoneware mug with a name that is as long as names can be"
    many: list[does.Step] = [
        *STEPS,
        does.Tap(Way((Part(".product-card", has_text="Stoneware mug, large"), Part(".buy-now-button")))),
        does.Fill(Way((Part('input[placeholder="What you would like to say"]'),)), long),
        does.AnswerDialog(long, text=long),
        does.ExpectText(Way((Part(".card", has_text=long),)), "short"),
        does.ExpectText(Way((Part("product-card", has_text="Stoneware mug"), Part(".price"))), "¥ 37.80 and more"),
        does.Swipe(Way((Part("swiper"),)), -120, 0),
    ]
    stored = {"token": 'a"b', "list": [{"name": long, "is": True}, None, [1, long]]}
    scene = does.Scene("iPhone X", "dark", stored, {"network.type": "none"})
    script = write_script("test_much", many, scene)
    assert '@pytest.mark.handset(\n    tier="full",\n    device="iPhone X",\n' in script
    assert ruff("check", "--select=E,F,W,I,UP,B,SIM,RUF,PT", "--ignore=RUF001", "--line-length=88", source=script) == ""
    assert ruff("format", "--diff", source=script) == ""


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_a_text_ends_where_its_literal_ends(text: str) -> None:
    for step in (does.Fill(FIELD, text), does.Tap(Way((Part(own_text=text or "a"),))), does.AnswerDialog(text or "a")):
        script = write_script("test_it", [step])
        [function] = [node for node in ast.parse(script).body if isinstance(node, ast.FunctionDef)]
        assert len(function.body) == 1
    assert ast.literal_eval(literal(text)) == text
    assert "\n" not in literal(text)
    assert literal(text).isprintable()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(JSON)
def test_any_value_is_read_back_as_it_was(value: Any) -> None:
    assert ast.literal_eval(literal(value)) == value


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_script_is_one_statement_a_step(text: str, value: str) -> None:
    way = Way((Part(".row", has_text=text or "x"), Part(own_text=value or "x")))
    written = write_script(name_of_test(text), [does.Fill(way, value), does.ExpectText(way, text)])
    [function] = [node for node in ast.parse(written).body if isinstance(node, ast.FunctionDef)]
    assert len(function.body) == 2
    written.encode()


def test_a_test_without_steps_is_one() -> None:
    assert write_script("test_nothing", []).endswith("def test_nothing(app):\n    pass\n")


def test_the_lines_of_one_step() -> None:
    assert step_lines(does.Tap(FIELD, (4, 5.5))) == ['    page.locator("input").nth(1).tap(position=(4, 5.5))']


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Buying tea!", "test_buying_tea"),
        ("test_cart", "test_cart"),
        ("买茶", "test_买茶"),
        ("../../etc/passwd", "test_etc_passwd"),
        ("", "test_recorded"),
        ("🍵", "test_recorded"),
        ("1 a", "test_1_a"),
        ("CON", "test_con"),
        ("a" * 300, "test_" + "a" * 60),
    ],
)
def test_names(said: str, wanted: str) -> None:
    assert name_of_test(said) == wanted
    assert str(file_of_test(said)) == f"tests/{wanted}.py"


@given(st.text())
def test_any_name_is_one_of_a_function(said: str) -> None:
    assert name_of_test(said).isidentifier()
    assert file_of_test(said).parts[0] == "tests"
    assert len(file_of_test(said).parts) == 2


def test_nothing_of_it_loads_qt() -> None:
    code = "import sys; from simulator.testing.script import choosing, writer; assert 'PySide6' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
