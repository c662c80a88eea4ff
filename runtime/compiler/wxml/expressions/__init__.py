"""The language inside mustaches: tokens, syntax, scope, and its translation to JavaScript."""
