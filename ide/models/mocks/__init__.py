"""Mock rules as a panel shows and edits them. Knows no Qt."""
