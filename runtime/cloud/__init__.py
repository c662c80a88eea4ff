"""What a cloud environment means: documents, conditions, changes, pipelines, rules, files. No sockets, no processes."""
