"""What a text prints as somebody's words, and what is the author's: one reading for `check`, `import`, `excerpt`."""
