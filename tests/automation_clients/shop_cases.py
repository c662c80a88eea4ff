"""A typical suite of minium; runs in an environment of its own that has it, by `minium_runner.py`."""

import logging

import minium


class ShopTest(minium.MiniTest):
    def test_page(self):
        self.app.relaunch("/pages/a/a")
        page = self.app.get_current_page()
        assert page.path == "/pages/a/a"
        box = page.get_element(".box")
        assert box.inner_text == "Hello Wx"
        box.click()
        assert page.data["name"] == "hit 7"
        assert box.styles("color") == ["rgb(255, 0, 0)"]
        assert "Hello" in page.wxml

    def test_elements(self):
        self.app.relaunch("/pages/a/a")
        page = self.page
        page.get_element("input").input("abc")
        assert page.data["typed"] == "abc"
        card = page.get_element("card")
        assert card.data["own"] == [1, 2]
        assert card.call_method("twice", 4).result.result == 8
        assert page.get_element(".c1>>>.inner").inner_text == "T1\nS"
        assert page.get_element_by_xpath("//view[@id='top']").attribute("id") == ["top"]
        assert not page.element_is_exists(".none", max_timeout=1)
        page.get_element("slider").slide_to(20)
        page.get_element("switch").click()
        page.get_element("swiper").swipe_to(1)
        page.get_element("movable-view").move_to(30, 5)
        page.get_element("scroll-view").scroll_to(0, 40)
        page.get_element(".pad").long_press()
        card.trigger("buy", {"a": 1})
        seen = [kind for kind, _ in page.data["seen"]]
        assert "longpress" in seen
        assert "buy" in seen

    def test_routes(self):
        self.app.relaunch("/pages/a/a")
        assert self.app.navigate_to("/pages/b/b", {"x": "1"}).path == "/pages/b/b"
        said = []
        ears = logging.Handler(logging.WARNING)
        ears.emit = lambda record: said.append(record.getMessage())
        self.app.logger.addHandler(ears)
        self.app.navigate_back()
        # It says so when it has waited for five seconds for the end of the route.
        assert said == []
        assert self.app.get_current_page().path == "/pages/a/a"

    def test_mocks_and_dialogs(self):
        def evaluate(text):
            return self.app.evaluate(text, sync=True).result.result

        self.app.mock_wx_method("getStorageSync", result="mocked")
        assert evaluate("function(){return wx.getStorageSync('a')}") == "mocked"
        self.app.restore_wx_method("getStorageSync")
        assert self.app.call_wx_method("getStorageSync", ["none"]).result.result == ""
        evaluate("function(){wx.showModal({title: 'q', success(r){global.said = r.confirm}})}")
        self.native.handle_modal("确定")
        assert evaluate("function(){return global.said}")
