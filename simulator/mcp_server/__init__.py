"""`handset mcp`: programs for agents, over the Model Context Protocol."""
