"""Readers of the corpora: each gives `Example`s for training and the raw texts with gold for measuring."""
