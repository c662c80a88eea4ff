"""The shop as a visitor uses it. Run with: handset test DIR"""

from handset.testing import App, Page, expect


def test_a_mug_is_bought(app: App, page: Page) -> None:
    page.locator("product-card").filter(has_text="Stoneware mug").tap()
    expect(page).to_have_url("pages/product/product?id=mug")
    page.locator("stepper").get_by_text("+").tap()
    page.locator(".add").tap()
    expect(app).to_have_toast("Added")
    page.locator(".to-cart").tap()
    expect(page.locator(".sum-price")).to_have_text("¥37.80")
    page.locator(".pay").tap()
    app.dialogs.wait("Pay ¥37.80?").confirm()
    expect(page.locator(".empty-text")).to_have_text("The cart is empty")
    expect(app).to_have_storage({"cart": []})


def test_what_was_chosen_before_is_still_there(app: App, page: Page) -> None:
    app.restart(storage={"cart": [{"id": "bowl", "count": 2, "chosen": True}]})
    page.switch_tab("/pages/cart/cart")
    expect(page.locator(".line")).to_have_count(1)
    page.locator(".line").long_press()
    app.dialogs.wait().choose("Remove from the cart")
    expect(page.locator(".line")).to_have_count(0)


def test_the_search_finds_by_name(page: Page) -> None:
    page.locator(".search-input").fill("lamp")
    expect(page.locator("product-card >>> .name")).to_have_text(["Reading lamp"])
