"""Scripts that write what is made from the code: `python -m tools.reference`."""
