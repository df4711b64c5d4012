"""Common words that look like names where a capital is no sign of one.

They open a sentence, or stand in a line of capitals: "Turnout was 71 percent", "TENNIS. Poland
won", "SPORT IN BRIEF".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg import gazetteer
from kg.text.parse.dictionary import Dictionary

LEAST = 3  # letters of a word
PROPER_NOUN = "PROPN"
NOUN_OF_NAME = {"NNP": "NN", "NNPS": "NNS"}
FIRM = "ORG"  # whose name may be any word: "Frost sold its ships"
OPENING = frozenset("|•*–—-(:")  # marks behind which a sentence begins anew
BEHIND_CAPITALS = frozenset(".:!?|–—")  # a label ends with them: "TENNIS. Poland won"


def with_plain_openers(doc: Doc, dictionary: Dictionary) -> Doc:
    """Return a parsed text in which common words that only look like names are common nouns."""
    plain = [token for sent in doc.sents for token in _plain(sent, dictionary)]
    if not plain:
        return doc
    for token in plain:
        token.tag_ = NOUN_OF_NAME.get(token.tag_, token.tag_)
        token.pos_ = "NOUN"
        token.lemma_ = token.lower_
    numbers = {token.i for token in plain}
    doc.set_ents([ent for ent in doc.ents if not numbers.issuperset(range(ent.start, ent.end))])
    return doc


def _plain(sent: Span, dictionary: Dictionary) -> Iterator[Token]:
    """Yield the words of a sentence that only look like names."""
    words = [token for token in sent if token.is_alpha]
    if len(words) > 1 and all(token.is_upper for token in words):
        yield from (token for token in words if _is_plain(token, dictionary))
        return
    opener = _opener(sent)
    if opener is None or not _is_plain(opener, dictionary):
        return
    if opener.is_upper and not _is_label(opener):
        return
    if not _goes_on_as_name(opener):
        yield opener


def _opener(sent: Span) -> Token | None:
    """Return the first word of a sentence behind its marks and numbers, None if there is none."""
    for token in sent:
        if token.is_space or token.like_num or token.text in OPENING:
            continue
        return token if token.is_alpha else None
    return None


def _is_plain(token: Token, dictionary: Dictionary) -> bool:
    """Return whether a word tagged as a name is a common one, and a name nowhere in the text."""
    if token.pos_ != PROPER_NOUN or len(token) < LEAST:
        return False
    if token.ent_type_ == FIRM and not token.is_upper:
        return False
    if not dictionary.is_common(token.lower_) or _is_known(token.text.capitalize()):
        return False
    return not any(_is_name_elsewhere(other, token) for other in token.doc)


def _is_known(name: str) -> bool:
    """Return whether a gazetteer has a word as the name of a place, a person or a body."""
    if gazetteer.places(name) or gazetteer.is_given_name(name):
        return True
    return gazetteer.organization(name) is not None or gazetteer.country(name) is not None


def _is_name_elsewhere(other: Token, token: Token) -> bool:
    """Return whether a token is the same word with one capital letter inside a sentence."""
    if other.is_sent_start or other.lower != token.lower:
        return False
    return other.is_title and other.i != token.i


def _is_label(token: Token) -> bool:
    """Return whether a word in capitals is a label before what follows: "TENNIS. Poland won"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    if not behind or behind[0].is_space:
        return True
    return behind[0].text in BEHIND_CAPITALS or behind[0].like_num


def _goes_on_as_name(token: Token) -> bool:
    """Return whether the next word has a capital, too, or belongs to the word: "Acme’s"."""
    behind = token.doc[token.i + 1 : token.i + 2]
    if not behind:
        return False
    return bool(behind[0].is_title) or behind[0].tag_ == "POS" or behind[0].text == "&"
