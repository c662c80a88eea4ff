"""The server of the Chrome DevTools Protocol over a running program."""
