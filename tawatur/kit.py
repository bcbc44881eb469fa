"""What stages read with: analyser, lexicon, actors and gazetteer, loaded once and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur.actors import ActorLexicon, load_actors
from tawatur.analyser import Analyser, load_analyser
from tawatur.lexicon import Lexicon, load_lexicon
from tawatur.places import Gazetteer, load_gazetteer


@dataclass(frozen=True, kw_only=True)
class Kit:
    """The resources of the reader."""

    analyser: Analyser
    lexicon: Lexicon
    actors: ActorLexicon
    gazetteer: Gazetteer

    @property
    def run(self) -> str:
        """Versions of all that shapes a reading, as written into each Reading."""
        from tawatur import __version__

        return (
            f"tawatur-{__version__} lexicon-{self.lexicon.version} actors-{self.actors.version} "
            f"gazetteer-{self.gazetteer.version} model-{self.analyser.version}"
        )


@lru_cache(maxsize=2)
def load_kit(*, threads: int = 1) -> Kit:
    """The kit, loaded at first use; `threads` is how many cores the analyser may use."""
    return Kit(
        analyser=load_analyser(threads=threads),
        lexicon=load_lexicon(),
        actors=load_actors(),
        gazetteer=load_gazetteer(),
    )
