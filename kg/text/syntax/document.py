"""One parsed article: which mention a token stands for, and who fills a role.

A noun phrase may stand for something else than its head says: "one of the eight ministers" is about
ministers, "a group of miners" about miners. Coordinated phrases ("Smith and his daughter") each
fill the role.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Doc, Token

from kg.lang.en import word_set
from kg.model import Article, Assertion, Kind, Mention, Passage, Quote
from kg.text.parse import (
    antecedent,
    any_word,
    conjuncts,
    governed_by,
    neighbour,
    objects_after,
    prepositions_of,
    subjects,
    trimmed,
    with_label,
)
from kg.text.parse.labels import NOUNS

TRANSPARENT = word_set("nouns", "transparent")
KINDS_OF_PLACE = word_set("nouns", "kind-of-place-before-of")
NAMED_PLACES = frozenset({"City", "Country", "State", "Region", "Place"})
EMPTY = word_set("pronouns", "empty-subject")
PERFECT = word_set("function_words", "auxiliary-of-perfect")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
NOT_SO = ("neg", "aux")  # what keeps "is" from saying that two are one: "is not", "may be"


@dataclass(frozen=True)
class Document:
    """A document with its mentions by head token and its quotations.

    It remembers the answers to what many rules ask.

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
        """Return the mention whose head is this token, if there is one."""
        return self.mention_at.get(token.i)

    def head(self, mention: Mention) -> Token:
        """Return the token where the head of a mention starts."""
        return self.doc[self.token_at.get(mention.head, 0)]

    def sentence(self, token: Token) -> Passage:
        """Return the passage of the sentence around a token, without blanks at its ends."""
        return self._sentence_at[token.i]

    @cached_property
    def verbs(self) -> Sequence[Token]:
        """The tokens tagged as verbs, in text order."""
        return [token for token in self.doc if token.pos_ == "VERB"]

    @cached_property
    def nouns(self) -> Sequence[Token]:
        """The tokens tagged as nouns, proper ones too, in text order."""
        return [token for token in self.doc if token.pos_ in NOUNS]

    def words(self, *forms: str) -> list[Token]:
        """Return the tokens that are one of these words in small letters, in text order."""
        tokens = [token for form in forms for token in self._tokens_of.get(form, ())]
        return sorted(tokens, key=lambda token: token.i)

    def measures(self, phrase: Token) -> Iterator[tuple[Token, Mention]]:
        """Yield the times and quantities in a phrase, each with its head, in text order."""
        first, last = phrase.left_edge.i, phrase.right_edge.i
        for token, mention in self._measures:
            if first <= token.i <= last:
                yield token, mention

    @cached_property
    def _tokens_of(self) -> Mapping[str, list[Token]]:
        tokens: dict[str, list[Token]] = {}
        for token in self.doc:
            tokens.setdefault(token.lower_, []).append(token)
        return tokens

    @cached_property
    def _measures(self) -> Sequence[tuple[Token, Mention]]:
        ordered = [(self.doc[i], mention) for i, mention in sorted(self.mention_at.items())]
        kinds = (Kind.TIME, Kind.QUANTITY)
        return [(token, mention) for token, mention in ordered if mention.kind in kinds]

    @cached_property
    def _sentence_at(self) -> Sequence[Passage]:
        passages: list[Passage] = []
        for sent in self.doc.sents:
            passages += [trimmed(sent, self.article.id)] * len(sent)
        return passages

    def over(self, token: Token) -> Mention | None:
        """Return the mention whose head is this token, or the proper name that it is a part of.

        "Rahim" is a part of the name in "al-Rahim fighters".
        """
        mention = self.mention(token)
        return mention if mention is not None else self._name_around(token)

    def _name_around(self, token: Token) -> Mention | None:
        """Return the first proper name that covers a token."""
        for mention in self.mention_at.values():
            passage = mention.passage
            if mention.is_name and passage.start <= token.idx < passage.end:
                return mention
        return None

    def thing(self, token: Token) -> Mention | None:
        """Return the mention of a person, place, organisation or group that a token stands for.

        Times and quantities are none.
        """
        if token.i not in self._thing_at:
            self._thing_at[token.i] = self._meant(token)
        return self._thing_at[token.i]

    def _meant(self, token: Token) -> Mention | None:
        subject = identified(token)
        if subject is not None and not self.is_name(_taken_up(token)):
            return self.thing(subject) or self._own(token)
        return self._own(token)

    def is_name(self, token: Token) -> bool:
        """Return whether a token is the head of a proper name."""
        mention = self.mention(token)
        return mention is not None and mention.is_name

    def _own(self, token: Token) -> Mention | None:
        """Return the mention of the noun phrase itself, or of what it counts."""
        mention = self._named_by(token) or self.mention(token)
        if mention is not None and mention.kind not in (Kind.TIME, Kind.QUANTITY):
            return mention
        counted = behind(token)
        return self.thing(counted) if counted is not None else None

    def _named_by(self, token: Token) -> Mention | None:
        """Return Oslo for "port" in "the port of Oslo"."""
        if token.lemma_.lower() not in KINDS_OF_PLACE or self._has_name_before(token):
            return None
        for mention in self.mentions(objects_after(token, "of")):
            if mention.is_name and mention.type.partition(":")[2] in NAMED_PLACES:
                return mention
        return None

    def _has_name_before(self, token: Token) -> bool:
        """Return whether a name narrows a kind of place: "the Grünerløkka district of Oslo"."""
        names = self.mentions(with_label(token.lefts, "compound", "nmod"))
        return any(name.is_name and name.type != "schema:Country" for name in names)

    def mentions(self, tokens: Iterable[Token]) -> list[Mention]:
        """Return the mentions whose heads are among some tokens, in the order of the tokens."""
        mentions = map(self.mention, tokens)
        return [mention for mention in mentions if mention is not None]

    def things(self, token: Token) -> tuple[Mention, ...]:
        """Return the mentions that a noun phrase and those coordinated with it stand for.

        They stand in text order.
        """
        things = map(self.thing, (*conjuncts(token), *_behind_apposition(token)))
        return tuple(dict.fromkeys([mention for mention in things if mention is not None]))

    def things_of(self, tokens: Iterable[Token]) -> list[Mention]:
        """Return the mentions that several noun phrases stand for, repetitions included."""
        return [mention for token in tokens for mention in self.things(token)]

    def of_kind(self, tokens: Iterable[Token], kind: Kind) -> Iterator[Mention]:
        """Yield the mentions of one kind among some tokens."""
        for mention in self.mentions(tokens):
            if mention.kind is kind:
                yield mention


def document_of(
    doc: Doc, article: Article, mentions: Iterable[Mention], quotes: Sequence[Quote] = ()
) -> Document:
    """Return the document of one article; a mention is found by the token its head starts at."""
    token_at = {token.idx: token.i for token in doc}
    at = {token_at[mention.head]: mention for mention in mentions if mention.head in token_at}
    return Document(doc, article, at, quotes, token_at)


def _behind_apposition(token: Token) -> Iterator[Token]:
    """Yield what is coordinated with a name but parsed as if it were with its apposition.

    An example is Bo in "Ann, duchess of Kent, and Bo".
    """
    if token.pos_ != "PROPN":
        return
    for apposition in with_label(token.children, "appos"):
        if apposition.pos_ in NOUNS and _is_closed_by_comma(apposition):
            for conjunct in with_label(apposition.children, "conj"):
                if conjunct.pos_ == "PROPN":
                    yield conjunct


def _is_closed_by_comma(apposition: Token) -> bool:
    """Return whether a comma stands before a conjunction of an apposition."""
    before = [neighbour(child, -1) for child in with_label(apposition.children, "cc")]
    return any(token is not None and token.lower_ == "," for token in before)


def identified(token: Token) -> Token | None:
    """Return the subject that a predicate noun is said to be, also behind a relative pronoun.

    "Acme is a firm that makes boats" is about Acme if it speaks of the firm or of "that". None if
    it is denied or only possible.
    """
    noun = _taken_up(token)
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN":
        return noun.head
    if noun.dep_ == "appos" and noun.head.dep_ == "attr":
        noun = noun.head  # "is an airline, the largest of its kind"
    verb = noun.head
    is_predicate = noun.dep_ == "attr" and noun.pos_ in NOUNS
    if not is_predicate or verb.lemma_ != "be" or _is_uncertain(verb):
        return None
    before = [subject for subject in subjects(verb) if subject.i < verb.i]
    nominal = [subject for subject in before if subject.pos_ in (*NOUNS, "PRON")]
    if len(nominal) != 1:
        return None
    is_certain = nominal[0].lower_ not in EMPTY or any_word(noun.lefts, *INDEFINITE)
    return nominal[0] if is_certain else None


def _is_uncertain(verb: Token) -> bool:
    """Return whether a form of "be" does not say that two are one: "is not", "may be"."""
    auxiliaries = with_label(verb.children, *NOT_SO)
    return any(child.lower_ not in PERFECT for child in auxiliaries)


def _taken_up(token: Token) -> Token:
    """Return the noun that a relative pronoun takes up, also the pronoun of "over which they ran".

    Any other word is returned itself.
    """
    return antecedent(token, "conj", "prep", "auxpass")


def behind(token: Token) -> Token | None:
    """Return the noun after "of" if the token only counts or groups it, else None."""
    if token.lower_ not in TRANSPARENT and token.lemma_.lower() not in TRANSPARENT:
        return None
    for prep in prepositions_of(token, "of"):
        return next(iter(governed_by(prep)), None)
    return None
