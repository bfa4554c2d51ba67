"""Located trees in, typed documents out. Judges the shape of each file by itself; never looks at another file."""
