"""Claims of parents by a birth: "Ann Bolt was born in Oslo to Bo Coil and his wife, Eva".

The parser hangs "to" on the place or date before it as often as on the verb, so the words are read.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from kg.lang.en import word_list, word_set
from kg.model import Mention
from kg.text.attribution import assertion
from kg.text.relations.choices import in_text_order, mentions_in, names_among, of_type, title_of
from kg.text.relations.rules.claim import Claims, claims_between
from kg.text.syntax import Document, verb_roles

BORN = word_set("verbs", "born-to-parents")
PERSON = "schema:Person"
TO = "|".join(word_list("function_words", "before-parent"))
AND = "|".join(word_list("function_words", "and"))
DESCRIBED = r"(?:(?:[a-z]+|[A-Z][a-z]*\.) ){0,3}"  # "actress", "Dr.", "a miner"
FIRST = re.compile(rf"[^.;:]*\b(?:{TO}) {DESCRIBED}")
SECOND = re.compile(rf",? (?:{AND}) {DESCRIBED}")


def birth_claims(document: Document) -> Claims:
    """Yield the parents of whoever is born to people that are named."""
    people = of_type(names_among(in_text_order(document.mention_at.values())), {PERSON})
    for verb in document.verbs:
        if verb.lower_ not in BORN:
            continue
        children = of_type(mentions_in(verb_roles(verb, document), "object"), {PERSON})
        parents = [person for person in _parents(verb, people, document) if person not in children]
        how = assertion(verb, document)
        yield from claims_between(
            verb, "schema:children", parents, children, "born-to", how, document
        )


def _parents(verb: Token, people: list[Mention], document: Document) -> Iterator[Mention]:
    """Yield the first person behind "to" in the sentence of a birth, and the one after "and"."""
    text = document.article.text
    start, pattern = verb.idx + len(verb), FIRST
    end = document.sentence(verb).end
    for person in people:
        passage = person.passage
        if not start <= passage.start < end:
            continue
        before = title_of(person).start if person.title else passage.start
        if pattern.fullmatch(text, start, max(start, before)):
            yield person
            start, pattern = passage.end, SECOND
        elif pattern is SECOND:
            return
