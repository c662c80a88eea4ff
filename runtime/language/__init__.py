"""What an editor asks about the text of a project, answered as plain data. No Qt, no editor's types."""
