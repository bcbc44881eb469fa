"""Words, parts of speech, lemmas, features and trees from raw text, scored as the CoNLL 2018 task does: by equal spans."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.analyser import Analyser
from tawatur.analyser.records import Word
from training.corpora.conllu import Row, TreeSentence


def score_trees(analyser: Analyser, sentences: Sequence[TreeSentence]) -> dict[str, float]:
    """F1 in percent of words, UPOS, features, lemmas, UAS and LAS."""
    right = dict.fromkeys(("words", "upos", "features", "lemma", "verb_lemma", "uas", "las"), 0)
    gold = predicted = gold_verbs = 0
    for sentence in sentences:
        (analysis,) = analyser.analyse(sentence.text, sentences=[(0, len(sentence.text))])
        at = {word.span: word for word in analysis.words}
        gold += len(sentence.rows)
        predicted += len(analysis.words)
        for row in sentence.rows:
            gold_verbs += row.upos == "VERB"
            word = at.get(row.span)
            if word is not None:
                for name, is_right in _judged(word, row, analysis.words, sentence.rows).items():
                    right[name] += is_right
    found = {name: round(200 * count / (gold + predicted), 2) for name, count in right.items() if name != "verb_lemma"}
    return {**found, "verb_lemma": round(100 * right["verb_lemma"] / gold_verbs, 2)}


def _judged(word: Word, row: Row, words: Sequence[Word], rows: Sequence[Row]) -> dict[str, bool]:
    head = words[word.head].span if word.head >= 0 else None
    attached = head == (rows[row.head - 1].span if row.head else None)
    return {
        "words": True,
        "upos": word.upos == row.upos,
        "features": _features(word) == row.features,
        "lemma": word.lemma == row.lemma,
        "verb_lemma": row.upos == "VERB" and word.lemma == row.lemma,
        "uas": attached,
        "las": attached and word.deprel == row.deprel,
    }


def _features(word: Word) -> dict[str, str]:
    found = {name: getattr(word, name) for name in ("aspect", "mood", "voice", "person", "gender", "number")}
    found["definite"] = {True: "def", False: "ind", None: None}[word.definite]
    return {name: str(value) for name, value in found.items() if value is not None}
