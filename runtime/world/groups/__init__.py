"""The declared world values and events, a file for each group. A new file here is a new group at every door; its words
are `resources/messages/world/<group>.<language>.json`."""
