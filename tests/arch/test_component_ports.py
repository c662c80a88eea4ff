"""Built-in components reach the phone and the host by one port, runtime/js/view/components/services.js."""

from __future__ import annotations

import re

from tests.arch.sources import ROOT

COMPONENTS = ROOT / "runtime" / "js" / "view" / "components"
WAYS_AROUND = re.compile(r"\bport\b\.|\bdevice\b\.|\bpage\.log\(|events\.(?:request|plain)\(|source_url\.js|/shell/")


def test_no_component_goes_around_its_port() -> None:
    found = [
        f"{path.relative_to(COMPONENTS)}:{number}: {line.strip()}"
        for path in sorted(COMPONENTS.rglob("*.js"))
        if path != COMPONENTS / "services.js"
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if not line.lstrip().startswith(("*", "/*")) and WAYS_AROUND.search(line)
    ]
    assert found == []


def test_the_port_has_nothing_that_no_component_uses() -> None:
    port = (COMPONENTS / "services.js").read_text("utf-8")
    members = re.findall(r"^  (?:get )?(?!constructor)(\w+)\(", port, re.MULTILINE)
    users = "\n".join(path.read_text("utf-8") for path in COMPONENTS.rglob("*.js") if path.name != "services.js")
    # `user` and `pixelRatio` are taken apart from `services`.
    unused = [name for name in members if not re.search(rf"services\.{name}\b|\{{ {name} \}} = this\.", users)]
    assert members
    assert unused == []
