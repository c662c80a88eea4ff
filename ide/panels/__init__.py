"""One folder a panel; panels never import each other."""
