"""Tests of the labelled sets: form, counts, and that every label points into its text."""
