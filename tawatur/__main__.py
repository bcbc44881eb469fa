"""`python -m tawatur`: the same as the command `tawatur`."""

from tawatur.cli import main

main()
