"""Actors: the lexicon of who is who under neutral names, and finding them in a text.

>>> lexicon = load_actors()
>>> lexicon.organ_of("iraq", "army").en
'Iraqi army'
"""

from tawatur.actors.finder import find_actors
from tawatur.actors.lexicon import ActorLexicon, load_actors
from tawatur.actors.records import Actor, ActorLink, ActorMention, Office, Side

__all__ = ["Actor", "ActorLexicon", "ActorLink", "ActorMention", "Office", "Side", "find_actors", "load_actors"]
