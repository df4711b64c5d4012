"""What is fuzzed: each module has a function `target` that takes any bytes, and raises only where a law is broken."""
