"""`handset lsp`: what the runtime knows of the language, for any editor that speaks the Language Server Protocol."""
