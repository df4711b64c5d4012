"""One parsed article: which mention a token stands for, and who fills a role.

A noun phrase may stand for something else than its head says: "one of the eight ministers" is about
ministers, "a group of miners" about miners. Coordinated phrases ("Smith and his daughter") each
fill the role.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from spacy.tokens import Doc, Token

from kg.lang.en import word_set
from kg.model import Article, Assertion, Kind, Mention, Passage, Quote
from kg.text.parse import (
    antecedent,
    any_word,
    children_with,
    conjuncts,
    first_child,
    objects_after,
    subjects,
    trimmed,
    with_label,
)
from kg.text.parse.labels import COMPOUNDS, NOUNS, NOUNS_AND_PRONOUNS
from kg.text.syntax.distant_subjects import behind_apposition

TRANSPARENT = word_set("nouns", "transparent")
KINDS_OF_PLACE = word_set("nouns", "kind-of-place-before-of")
NAMED_PLACES = frozenset(
    {"schema:City", "schema:Country", "schema:State", "kg:Region", "schema:Place"}
)
EMPTY = word_set("pronouns", "empty-subject")
PERFECT = word_set("function_words", "auxiliary-of-perfect")
INDEFINITE = word_set("function_words", "syntax-indefinite-article")
MEASURES = frozenset({Kind.TIME, Kind.QUANTITY})
Mentions = list[Mention]
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
    _referent_at: dict[int, Mention | None] = field(
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
        tokens: list[Token] = []
        for form in forms:
            tokens += self._tokens_of.get(form, ())
        return sorted(tokens, key=lambda token: token.i)

    def measures(self, phrase: Token) -> Iterator[tuple[Token, Mention]]:
        """Yield the times and quantities in a phrase, each with its head, in text order."""
        first, last = phrase.left_edge.i, phrase.right_edge.i
        for token, mention in self._measures:
            if first <= token.i <= last:
                yield token, mention

    @cached_property
    def _tokens_of(self) -> Mapping[str, list[Token]]:
        """The tokens of each word in small letters."""
        tokens: dict[str, list[Token]] = {}
        for token in self.doc:
            tokens.setdefault(token.lower_, []).append(token)
        return tokens

    @cached_property
    def _measures(self) -> Sequence[tuple[Token, Mention]]:
        """The times and quantities of the article, each with its head, in text order."""
        ordered = sorted(self.mention_at.items())
        return [(self.doc[at], mention) for at, mention in ordered if mention.kind in MEASURES]

    @cached_property
    def _sentence_at(self) -> Sequence[Passage]:
        """The sentence around each token, without blanks at its ends."""
        passages: list[Passage] = []
        for sent in self.doc.sents:
            passages += [trimmed(sent, self.article.id)] * len(sent)
        return passages

    def name_containing(self, token: Token) -> Mention | None:
        """Return the mention whose head is this token, or the proper name that it is a part of.

        "Rahim" is a part of the name in "al-Rahim fighters".
        """
        mention = self.mention(token)
        return mention if mention is not None else self._name_around(token)

    def _name_around(self, token: Token) -> Mention | None:
        """Return the first proper name that covers a token."""
        for mention in self.mention_at.values():
            if not mention.is_name:
                continue
            if mention.passage.start <= token.idx < mention.passage.end:
                return mention
        return None

    def referent(self, token: Token) -> Mention | None:
        """Return the mention of a person, place, organisation or group that a token stands for.

        Times and quantities are none.
        """
        if token.i not in self._referent_at:
            self._referent_at[token.i] = self._meant(token)
        return self._referent_at[token.i]

    def _meant(self, token: Token) -> Mention | None:
        """Return the mention of what a token is said to be, else that of its own noun phrase."""
        subject = identified(token)
        if subject is None or self.is_name(_taken_up(token)):
            return self._own(token)
        referent = self.referent(subject)
        return referent if referent is not None else self._own(token)

    def is_name(self, token: Token) -> bool:
        """Return whether a token is the head of a proper name."""
        mention = self.mention(token)
        return mention is not None and mention.is_name

    def _own(self, token: Token) -> Mention | None:
        """Return the mention of the noun phrase itself, or of what it counts."""
        mention = self._named_by(token) or self.mention(token)
        if mention is not None and mention.kind not in MEASURES:
            return mention
        counted = behind(token)
        if counted is not None:
            return self.referent(counted)
        return self._named_before(token) if mention is None else None

    def _named_by(self, token: Token) -> Mention | None:
        """Return Oslo for "port" in "the port of Oslo"."""
        if token.lemma_.lower() not in KINDS_OF_PLACE or self._has_name_before(token):
            return None
        return self._place_among(objects_after(token, "of"))

    def _named_before(self, token: Token) -> Mention | None:
        """Return Oslo for "harbour" in "Oslo harbour"."""
        if token.lemma_.lower() not in KINDS_OF_PLACE:
            return None
        return self._place_among(with_label(token.lefts, *COMPOUNDS))

    def _place_among(self, tokens: Iterable[Token]) -> Mention | None:
        """Return the first of the mentions at some tokens that is the name of a place."""
        for mention in self.mentions(tokens):
            if mention.is_name and mention.type in NAMED_PLACES:
                return mention
        return None

    def _has_name_before(self, token: Token) -> bool:
        """Return whether a name narrows a kind of place: "the Grünerløkka district of Oslo"."""
        before = self.mentions(with_label(token.lefts, *COMPOUNDS))
        names = [mention for mention in before if mention.is_name]
        return any(name.type != "schema:Country" for name in names)

    def mentions(self, tokens: Iterable[Token]) -> Mentions:
        """Return the mentions whose heads are among some tokens, in the order of the tokens."""
        mentions = map(self.mention, tokens)
        return [mention for mention in mentions if mention is not None]

    def referents(self, token: Token) -> tuple[Mention, ...]:
        """Return the mentions that a noun phrase and those coordinated with it stand for.

        They stand in text order.
        """
        tokens = (*conjuncts(token), *behind_apposition(token))
        referents = dict.fromkeys(map(self.referent, tokens))
        return tuple(mention for mention in referents if mention is not None)

    def referents_of(self, tokens: Iterable[Token]) -> Mentions:
        """Return the mentions that several noun phrases stand for, repetitions included."""
        return list(chain.from_iterable(map(self.referents, tokens)))

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
    mention_at = {}
    for mention in mentions:
        if mention.head in token_at:
            mention_at[token_at[mention.head]] = mention
    return Document(doc, article, mention_at, quotes, token_at)


def identified(token: Token) -> Token | None:
    """Return the subject that a predicate noun is said to be, also behind a relative pronoun.

    "Acme is a firm that makes boats" is about Acme if it speaks of the firm or of "that". None if
    it is denied or only possible.
    """
    noun = _taken_up(token)
    if noun.dep_ == "appos":
        if _describes_name(noun):
            return noun.head
        if noun.head.dep_ == "attr":
            noun = noun.head  # "is an airline, the largest of its kind"
    if noun.dep_ != "attr" or noun.pos_ not in NOUNS:
        return None
    return _subject_of_predicate(noun)


def _describes_name(apposition: Token) -> bool:
    """Return whether an apposition is a common noun behind a name: "Acme, a firm"."""
    return apposition.pos_ == "NOUN" and apposition.head.pos_ == "PROPN"


def _subject_of_predicate(noun: Token) -> Token | None:
    """Return the one subject that a form of "be" surely says to be a noun, else None."""
    verb = noun.head
    if verb.lemma_ != "be" or _is_uncertain(verb):
        return None
    before = [subject for subject in subjects(verb) if subject.i < verb.i]
    nominal = [subject for subject in before if subject.pos_ in NOUNS_AND_PRONOUNS]
    if len(nominal) != 1:
        return None
    (subject,) = nominal
    if subject.lower_ in EMPTY and not any_word(noun.lefts, *INDEFINITE):
        return None
    return subject


def _is_uncertain(verb: Token) -> bool:
    """Return whether a form of "be" does not say that two are one: "is not", "may be"."""
    return any(child.lower_ not in PERFECT for child in children_with(verb, *NOT_SO))


def _taken_up(token: Token) -> Token:
    """Return the noun that a relative pronoun takes up, also the pronoun of "over which they ran".

    Any other word is returned itself.
    """
    return antecedent(token, "conj", "prep", "auxpass")


def behind(token: Token) -> Token | None:
    """Return the noun after "of" if the token only counts or groups it, else None."""
    if TRANSPARENT.isdisjoint((token.lower_, token.lemma_.lower())):
        return None
    of = first_child(token, "prep", words={"of"})
    return first_child(of, "pobj") if of is not None else None
