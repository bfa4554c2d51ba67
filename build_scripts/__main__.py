"""`python -m build_scripts`: the same as `spravka`."""

from .start import run

run()
