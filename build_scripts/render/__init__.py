"""Linked records in, Markdown pages out. Writes nothing; every word of strangers is escaped for where it lands."""
