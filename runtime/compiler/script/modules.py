"""Turns ES modules into CommonJS in place: every line stays where it is.

Imported names become members of the required module, so that they are live as the language wants it and circular
imports work. A name that is bound a second time anywhere in the file is copied once instead. Functions are exported
before anything runs, other declarations right behind their statement. Interop of default exports is that of Babel.
"""

from __future__ import annotations

import re

from runtime.compiler.script.export_rewrite import rewrite_exports
from runtime.compiler.script.import_rewrite import rewrite_imports
from runtime.compiler.script.rewrite import Rewrite
from runtime.compiler.script.syntax import Source

_CALLED_IMPORT = re.compile(rb"\bimport\s*[(/]")


def rewrite_module(source: Source, *, is_strict: bool, drop_unused: bool) -> Rewrite | None:
    """The edits that make a CommonJS module of the file; None if it is one already.

    `drop_unused` leaves out imports whose names never occur as values (TypeScript's type imports).
    """
    if b"import" not in source.code and b"export" not in source.code:
        return None
    nodes = source.root.named_children
    imports = [node for node in nodes if node.type == "import_statement"]
    exports = [node for node in nodes if node.type == "export_statement"]
    may_call = _CALLED_IMPORT.search(source.code) is not None  # found faster than by the tree of a bundle
    dynamic = [node for _, node in source.find("(call_expression function: (import) @import)")] if may_call else []
    if not imports and not exports and not dynamic:
        return None
    rewrite = Rewrite(source, drop_unused)
    for node in dynamic:
        rewrite.helpers.add("import")
        rewrite.replace(node.start_byte, node.end_byte, b"__import")
    rewrite_imports(rewrite, imports)
    rewrite_exports(rewrite, exports)
    rewrite.finish(is_module=bool(imports or exports), is_strict=is_strict)
    return rewrite
