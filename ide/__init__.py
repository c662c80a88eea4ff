"""The desktop window: project tree, editor, phone, console."""
