"""What touches the world on behalf of a program: the real implementations of the ports of `runtime.api`."""
