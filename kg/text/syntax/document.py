"""One parsed article as the rules of this room see it: which mention a token stands for, and who fills a role.

A noun phrase may stand for something else than its head says: "one of the eight ministers" is about ministers, "a group of
miners" about miners. Coordinated phrases ("Smith and his daughter") each fill the role.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.lang.en import word_set
from kg.model import Article, Assertion, Kind, Mention, Passage, Quote
from kg.text.parse import conjuncts, neighbour, subjects, trimmed

TRANSPARENT = word_set("nouns", "transparent")

KINDS_OF_PLACE = word_set("nouns", "kind-of-place-before-of")
NAMED_PLACES = frozenset({"City", "Country", "State", "Region", "Place"})
RELATIVE = ("WDT", "WP")
EMPTY = word_set("pronouns", "empty-subject")
PERFECT = word_set("function_words", "auxiliary-of-perfect")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
NOT_SO = ("neg", "aux")  # what keeps "is" from saying that two are one: "is not", "may be"


@dataclass(frozen=True)
class Document:
    """A document with its mentions by head token and its quotations; it remembers what many rules ask.

    `token_at` gives the index of the token that starts at an offset.
    """

    doc: Doc
    article: Article
    mention_at: Mapping[int, Mention]
    quotes: Sequence[Quote]
    token_at: Mapping[int, int]
    assertion_at: dict[int, Assertion] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _thing_at: dict[int, Mention | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def mention(self, token: Token) -> Mention | None:
        """The mention whose head is this token."""
        return self.mention_at.get(token.i)

    def head(self, mention: Mention) -> Token:
        """The token where the head of a mention starts."""
        return self.doc[self.token_at.get(mention.head, 0)]

    def sentence(self, token: Token) -> Passage:
        """The passage of the sentence around a token, without blanks at its ends."""
        return self._sentence_at[token.i]

    @cached_property
    def verbs(self) -> Sequence[Token]:
        """The tokens tagged as verbs, in text order."""
        return [token for token in self.doc if token.pos_ == "VERB"]

    @cached_property
    def nouns(self) -> Sequence[Token]:
        """The tokens tagged as nouns, proper ones too, in text order."""
        return [token for token in self.doc if token.pos_ in ("NOUN", "PROPN")]

    def words(self, *forms: str) -> list[Token]:
        """The tokens that are one of these words in small letters, in text order."""
        return sorted(
            (token for form in forms for token in self._tokens_of.get(form, ())),
            key=lambda token: token.i,
        )

    def measures(self, phrase: Token) -> Iterator[tuple[Token, Mention]]:
        """The times and quantities between the first and the last word of a phrase, each with its head, in text order."""
        first, last = phrase.left_edge.i, phrase.right_edge.i
        return ((token, mention) for token, mention in self._measures if first <= token.i <= last)

    @cached_property
    def _tokens_of(self) -> Mapping[str, list[Token]]:
        found: dict[str, list[Token]] = {}
        for token in self.doc:
            found.setdefault(token.lower_, []).append(token)
        return found

    @cached_property
    def _measures(self) -> Sequence[tuple[Token, Mention]]:
        ordered = sorted(self.mention_at.items())
        return [
            (self.doc[i], mention)
            for i, mention in ordered
            if mention.kind in (Kind.TIME, Kind.QUANTITY)
        ]

    @cached_property
    def _sentence_at(self) -> Sequence[Passage]:
        return [
            passage
            for sent in self.doc.sents
            for passage in [trimmed(sent, self.article.id)] * len(sent)
        ]

    def over(self, token: Token) -> Mention | None:
        """The mention whose head is this token, or the proper name that it is a part of ("Rahim" in "al-Rahim fighters")."""
        names = (
            m
            for m in self.mention_at.values()
            if m.is_name and m.passage.start <= token.idx < m.passage.end
        )
        return self.mention(token) or next(names, None)

    def thing(self, token: Token) -> Mention | None:
        """The mention of a person, place, organisation or group that a token stands for: no time, no quantity."""
        if token.i not in self._thing_at:
            self._thing_at[token.i] = self._meant(token)
        return self._thing_at[token.i]

    def _meant(self, token: Token) -> Mention | None:
        same, named = identified(token), self.mention(antecedent(token))
        if same is not None and (named is None or not named.is_name):
            return self.thing(same) or self._own(token)
        return self._own(token)

    def _own(self, token: Token) -> Mention | None:
        """The mention of the noun phrase itself, or of what it counts."""
        mention = self._named_by(token) or self.mention(token)
        if mention is not None and mention.kind not in (Kind.TIME, Kind.QUANTITY):
            return mention
        through = behind(token)
        return self.thing(through) if through is not None else None

    def _named_by(self, token: Token) -> Mention | None:
        """The name in "the port of Oslo", which is Oslo."""
        if token.lemma_.lower() not in KINDS_OF_PLACE or self._has_name_before(token):
            return None
        names = (
            self.mention(name)
            for prep in token.children
            if prep.lower_ == "of"
            for name in prep.children
            if name.dep_ == "pobj"
        )
        return next(
            (
                m
                for m in names
                if m is not None and m.is_name and m.type.partition(":")[2] in NAMED_PLACES
            ),
            None,
        )

    def _has_name_before(self, token: Token) -> bool:
        """True for "the Grünerløkka district of Oslo", which is not Oslo."""
        before = (
            self.mention(child) for child in token.lefts if child.dep_ in ("compound", "nmod")
        )
        return any(
            mention is not None and mention.is_name and mention.type != "schema:Country"
            for mention in before
        )

    def things(self, token: Token) -> tuple[Mention, ...]:
        """The mentions that a noun phrase and those coordinated with it stand for, in text order."""
        found = map(self.thing, (*conjuncts(token), *_behind_apposition(token)))
        return tuple(dict.fromkeys([mention for mention in found if mention is not None]))

    def of_kind(self, tokens: Iterable[Token], kind: Kind) -> Iterator[Mention]:
        """The mentions of one kind among some tokens."""
        for token in tokens:
            mention = self.mention(token)
            if mention is not None and mention.kind is kind:
                yield mention


def document_of(
    doc: Doc, article: Article, mentions: Iterable[Mention], quotes: Sequence[Quote] = ()
) -> Document:
    """The scene of one article; every mention is found by the token where its head starts."""
    token_at = {token.idx: token.i for token in doc}
    at = {token_at[mention.head]: mention for mention in mentions if mention.head in token_at}
    return Document(doc, article, at, quotes, token_at)


def _behind_apposition(token: Token) -> Iterator[Token]:
    """What is coordinated with a name but parsed as if it were with the name's apposition: "Ann, duchess of Kent, and Bo"."""
    for child in token.children if token.pos_ == "PROPN" else ():
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"):
            before = [neighbour(c, -1) for c in child.children if c.dep_ == "cc"]
            parted = any(each is not None and each.lower_ == "," for each in before)
            yield from (
                other
                for other in child.children
                if parted and other.dep_ == "conj" and other.pos_ == "PROPN"
            )


def identified(token: Token) -> Token | None:
    """The subject that a predicate noun is told to be, also behind a relative pronoun: "Acme is a firm that makes boats" is
    about Acme where it speaks of the firm or of "that". Nothing where it is denied or only possible.
    """
    noun = antecedent(token)
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN":
        return noun.head
    if noun.dep_ == "appos" and noun.head.dep_ == "attr":
        noun = noun.head  # "is an airline, the largest of its kind"
    verb = noun.head
    if noun.dep_ != "attr" or noun.pos_ not in ("NOUN", "PROPN") or verb.lemma_ != "be":
        return None
    if any(child.dep_ in NOT_SO and child.lower_ not in PERFECT for child in verb.children):
        return None
    before = [
        subject
        for subject in subjects(verb)
        if subject.i < verb.i and subject.pos_ in ("NOUN", "PROPN", "PRON")
    ]
    plain = before and (
        before[0].lower_ not in EMPTY or any(child.lower_ in INDEFINITE for child in noun.lefts)
    )
    return before[0] if len(before) == 1 and plain else None


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other word itself."""
    if token.tag_ not in RELATIVE:
        return token
    verb = token.head
    while verb.dep_ in ("conj", "prep", "auxpass") and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def behind(token: Token) -> Token | None:
    """The noun after "of" where the token only counts or groups it, else nothing."""
    if token.lower_ not in TRANSPARENT and token.lemma_.lower() not in TRANSPARENT:
        return None
    for prep in token.children:
        if prep.dep_ == "prep" and prep.lower_ == "of":
            return next((child for child in prep.children if child.dep_ == "pobj"), None)
    return None
