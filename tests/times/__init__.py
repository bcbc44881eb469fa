"""Tests of the reading of times."""
