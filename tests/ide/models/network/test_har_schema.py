"""HAR files are valid by the schema that others read them by."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from ide.models.network.har import har_pieces
from tests.ide.models.network.test_har import BODIES, FRAMES, PLAIN, SOCKET, STRANGE

pytestmark = pytest.mark.npm

VALIDATE = """
const Ajv = require('ajv'), schemas = require('har-schema'), fs = require('fs');
const ajv = new Ajv({ allErrors: true, schemaId: 'auto' });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
for (const name of Object.keys(schemas)) ajv.addSchema(schemas[name]);
const isValid = ajv.getSchema('har.json#');
console.log(JSON.stringify(isValid(JSON.parse(fs.readFileSync('a.har', 'utf8'))) ? [] : isValid.errors));
"""


def test_what_is_written_is_valid(tmp_path: Path) -> None:
    npm, node = shutil.which("npm"), shutil.which("node")
    assert npm is not None, "this test needs npm"
    assert node is not None, "this test needs Node.js"
    install = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "har-schema@2", "ajv@6"]
    subprocess.run(install, cwd=tmp_path, check=True, timeout=300)
    frames = {SOCKET.number: FRAMES}
    pieces = har_pieces(
        [PLAIN, STRANGE, SOCKET], lambda body: BODIES.get(body.place), lambda number: frames.get(number, ())
    )
    (tmp_path / "a.har").write_text("".join(pieces), "utf-8")
    shown = subprocess.run([node, "-e", VALIDATE], cwd=tmp_path, capture_output=True, check=True, timeout=60).stdout
    assert json.loads(shown) == []
