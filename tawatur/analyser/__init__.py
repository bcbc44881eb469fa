"""The analyser: words with their grammar, names, speech and events, learned; see `records` for what it says.

>>> from tawatur.analyser import load_analyser
>>> text = "\\u0642\\u0627\\u0644"
>>> [word.upos for word in load_analyser().analyse(text, sentences=[(0, 3)])[0].words]
['VERB']
"""

from tawatur.analyser.model import Analyser, load_analyser

__all__ = ["Analyser", "load_analyser"]
