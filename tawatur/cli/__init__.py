"""The command line: thin commands over functions of the same name. Data goes to stdout, words and progress to stderr."""

from tawatur.cli.main import app, main

__all__ = ["app", "main"]
