"""Mend the speech spans of the analyser by what the tree and the other acts of saying show.

A learned span may miss its «أن», break around a nested speaker, run on into the next act of saying, or take the hearer for the speaker.
"""

from __future__ import annotations

import msgspec

from tawatur.grammar import grammar, without_article
from tawatur.kit import Kit
from tawatur.records import Span
from tawatur.saying import Saying, speaker_span
from tawatur.subjects import subject_of
from tawatur.text.fold import fold_word
from tawatur.tree import Tree

_DEEDS = frozenset({"demand", "praise", "condemn", "ask", "threaten", "promise", "reject"})
"""Acts done by speaking: they are speech only where they assert or quote."""
_TO = "\u0644"


def mended(found: list[Saying], tree: Tree, kit: Kit) -> list[Saying]:
    """The acts of saying of a sentence, each mended in the light of the others; those hardly believable are left out."""
    kept = [saying for saying in found if saying.word >= 0 and _believable(saying, tree, kit)]
    kept = [_with_speaker(saying, tree, kit) for saying in kept]
    return [_with_content(saying, kept, tree) for saying in kept]


def _believable(saying: Saying, tree: Tree, kit: Kit) -> bool:
    """Whether the cue is a listed word of saying in that sense, and says something rather than does something by speaking."""
    entry = saying.entry
    if entry is None or not saying.content:
        return False
    word = tree.word(saying.word)
    lemma = tree.lemmas[saying.word]
    needed = any(fold_word(match.cue.lemma) == lemma for match in kit.lexicon.reality_by_form(tree.folded[saying.word]))
    if word.upos in ("VERB", "AUX") and needed and lemma != fold_word(entry.lemma):
        return False
    return entry.act not in _DEEDS or _asserts(saying, tree)


def _asserts(saying: Saying, tree: Tree) -> bool:
    """Whether what is said is quoted, or a clause with «إن» or with «أن» and no wish after it."""
    first = tree.at(saying.content[0][0])
    opening = range(first, min(first + 3, len(tree)))
    if any(tree.word(at).upos == "PUNCT" for at in opening):
        return True
    that = next((at for at in opening if tree.folded[at] in grammar().that), None)
    return that is not None and that + 1 < len(tree) and tree.word(that + 1).upos not in ("VERB", "AUX")


def _with_speaker(saying: Saying, tree: Tree, kit: Kit) -> Saying:
    """The written subject, where the span is missing, is only a determiner, or is the hearer («لرويترز»)."""
    speaker = saying.speaker
    if speaker is not None and _is_cue(speaker, tree, kit):
        saying, speaker = msgspec.structs.replace(saying, speaker=None), None
    if speaker is not None and not _is_hearer(speaker, tree, saying) and not _is_bare(speaker, tree):
        return saying
    if tree.word(saying.word).upos != "VERB":
        return saying
    subject = subject_of(tree, saying.word)
    if subject is None or subject.via != "subj" or tree.word(subject.word).upos == "PRON":
        return (
            msgspec.structs.replace(saying, speaker=None) if speaker and _is_hearer(speaker, tree, saying) else saying
        )
    span = speaker_span(tree, subject.word, stop=saying.word)
    if _is_cue(span, tree, kit) or any(start <= span[0] < end for start, end in saying.content):
        return saying
    return msgspec.structs.replace(saying, speaker=span)


def _is_cue(speaker: Span, tree: Tree, kit: Kit) -> bool:
    """Whether the span is a lone participle of saying («وأوضح قائلا»), and nobody («المتحدث»)."""
    words = tree.within(speaker)
    if (
        len(words) != 1
        or tree.word(words[0]).upos == "PROPN"
        or without_article(tree.folded[words[0]]) != tree.folded[words[0]]
    ):
        return False
    return any(match.part in ("participle", "verb") for match in kit.lexicon.say_by_form(tree.folded[words[0]]))


def _is_hearer(speaker: Span, tree: Tree, saying: Saying) -> bool:
    """Whether the span begins with a «ل» of address right after a verb."""
    first = tree.at(speaker[0])
    if first < 0 or saying.entry is None or saying.entry.pos == "prep" or tree.word(saying.word).upos != "VERB":
        return False
    return tree.folded[first] == _TO or (
        first > 0 and tree.folded[first - 1] == _TO and tree.word(first - 1).span[1] == speaker[0]
    )


def _is_bare(speaker: Span, tree: Tree) -> bool:
    words = tree.within(speaker)
    return len(words) == 1 and tree.word(words[0]).upos in ("DET", "PRON") and words[0] + 1 < len(tree)


def _with_content(saying: Saying, others: list[Saying], tree: Tree) -> Saying:
    content = list(saying.content)
    content = _joined(content, saying, others, tree)
    content = [(_from_marker(start, tree, saying), end) for start, end in content]
    content = [span for span in content if not _only_marks(span, tree)] or content[:1]
    return msgspec.structs.replace(saying, content=tuple(content))


def _joined(content: list[Span], saying: Saying, others: list[Saying], tree: Tree) -> list[Span]:
    """Spans with a gap between them: one where a nested act of saying made the gap, cut off where another act begins there."""
    joined = [content[0]]
    for span in content[1:]:
        gap = (joined[-1][1], span[0])
        if gap[0] <= saying.cue[0] < gap[1]:
            joined.append(span)
            continue
        sibling = next((other for other in others if other is not saying and gap[0] <= other.cue[0] < gap[1]), None)
        if sibling is not None and _begins_anew(sibling, tree):
            break
        joined[-1] = (joined[-1][0], span[1])
    return joined


def _begins_anew(saying: Saying, tree: Tree) -> bool:
    """Whether an act of saying stands beside the one before, after a comma, «و» or as a participle, and not inside it."""
    word = tree.word(saying.word)
    if word.upos != "VERB":
        return True
    before = saying.word - 1
    return before >= 0 and (tree.word(before).upos in ("CCONJ", "PUNCT") or tree.word(before).text in ("،", ","))


def _from_marker(start: int, tree: Tree, saying: Saying) -> int:
    """The start moved back over «أن» and a preposition before it."""
    first = tree.at(start)
    if first <= 0:
        return start
    at = first
    if tree.folded[at - 1] in grammar().that and tree.word(at - 1).upos in ("SCONJ", "PART", "ADP"):
        at -= 1
    if at > 0 and tree.folded[at] in grammar().that and tree.word(at - 1).upos == "ADP":
        at -= 1
    if saying.cue[0] <= tree.word(at).span[0] < saying.cue[1]:
        return start
    return min(start, tree.word(at).span[0])


def _only_marks(span: Span, tree: Tree) -> bool:
    """Whether a span holds nothing but a marker or a sign: no content."""
    words = tree.within(span)
    return all(tree.word(word).upos in ("PUNCT", "SCONJ", "ADP", "PART") for word in words)
