"""Typed documents in, a corpus out: ids become things, words become evidence. Never opens a file."""
