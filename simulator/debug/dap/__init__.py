"""The server of the Debug Adapter Protocol over a program that it starts."""
