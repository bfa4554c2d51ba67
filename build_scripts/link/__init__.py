"""A corpus in, its connections out: who is told of where, what bears on what, what came when, how many origins."""
