"""Scores of the shipped analyser on raw text, against the parts kept back."""
