"""A saved page read as a browser shows it: which blocks it has, which of them are the article, what it says of itself.

Runs in a process of its own, started and bounded by `read/bounded.py`, since no parser of HTML is fast on every input.
"""
