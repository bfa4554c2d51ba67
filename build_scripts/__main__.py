"""`python -m build_scripts`: the same as `spravka`."""

from .command import main

main(prog_name="spravka")
