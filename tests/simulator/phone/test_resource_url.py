"""Where a path in a page leads."""

import pytest

from tests.simulator.phone.phone_driver import PhoneDriver

pytestmark = pytest.mark.browser

CASES = {
    "/images/a.png": "handset://project/images/a.png",
    "../../images/a.png": "handset://project/images/a.png",
    "./b c.png": "handset://project/pages/index/b%20c.png",
    "b%20c.png": "handset://project/pages/index/b%20c.png",
    "图.png?v=1": "handset://project/pages/index/%E5%9B%BE.png?v=1",
    "../../../../etc/passwd": "handset://project/etc/passwd",
    "https://a.example/b.png": "https://a.example/b.png",
    "//a.example/b.png": "https://a.example/b.png",
    "data:image/png;base64,AA==": "data:image/png;base64,AA==",
    "http://tmp/a.png": "handset://user/tmp/a.png",
    "http://usr/a/b.png": "handset://user/usr/a/b.png",
    "http://tmp.example/a.png": "http://tmp.example/a.png",
    "wxfile://store/a.png": "handset://user/store/a.png",
    "wxfile://tmp_a.png": "handset://user/tmp_a.png",
    "cloud://my-env.6465-desk/a/b c.png": "handset://user/cloud/my-env/a/b%20c.png",
    "cloud://": "handset://project/pages/index/cloud%3A",
    "": "",
}


def test_resource_urls(phone: PhoneDriver) -> None:
    paths = list(CASES)
    module = "(await import('handset://shell/shell/resource_url.js'))"
    urls = phone.evaluate(
        f"await (async (module) => {paths}.map((path) => module.resourceUrl(path, 'pages/index/index')))({module})"
    )
    assert dict(zip(paths, urls, strict=True)) == CASES
