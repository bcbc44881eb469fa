"""How right the reader is, measured on data that others labelled and on our own gold."""
