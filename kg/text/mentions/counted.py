"""Groups for which only a number stands, and the numbers of people in other groups.

"13 from the mine", "the two", "thousands marched", "two of the sailors"; "2.5 million voters".
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.lang.en import word_numbers, word_set
from kg.model import Article, Kind, Mention
from kg.text.mentions.lexicon import entry_of, longest_noun, object_entry_of
from kg.text.mentions.tokens import lemma_of, word_beside
from kg.text.parse import (
    children_with,
    governor_of,
    has_child,
    neighbour,
    noun_phrase,
    objects_after,
    passage_of,
)
from kg.text.parse.labels import NOUN_SUBJECTS, UNDERGOERS

BEFORE_COUNTED = word_set("function_words", "before-a-counted-member")
BEHIND_COUNTED = word_set("function_words", "behind-a-counted-member")
MANY = word_set("numbers", "many-people")
THE = word_set("function_words", "definite-determiner")
OF_WHOM = word_set("pronouns", "of-whom")
OF_SEVERAL = OF_WHOM | word_set("pronouns", "group-of-members")
TAKING_PART = NOUN_SUBJECTS | UNDERGOERS
OF_COUNTS = frozenset({"", "CARDINAL"})  # kinds of entities that a count may be
WITH_A_BOUND = word_set("labels", "number-bound")
SCALES = word_numbers("numbers", "group-scale")
NUMBERS = word_numbers("numbers", "group-number")
LONGEST_NUMBER = 15  # figures; more than a float holds exactly, and far more than there are people
LARGEST_GROUP = 10**12  # people; more is said of none ("a million million miners")


def counted_groups(doc: Doc, article: Article, taken: frozenset[int]) -> Iterator[Mention]:
    """Yield groups that only a number stands for: "employees, including 13 from the mine".

    `taken` are the indices of tokens in names.
    """
    for token in doc:
        if token.i in taken:
            continue
        if _counts_members(token):
            group = _group_before(token)
            size = _number_at(token)
            if group is not None and size:
                yield _members(token, group, size, article)
        elif _stands_for_people(token):
            yield _people(token, article)
        else:
            yield from _part_of_group(token, article, taken)


def _part_of_group(token: Token, article: Article, taken: frozenset[int]) -> Iterator[Mention]:
    """Yield the mention of some of a group: "two of the five sailors", "men, two of whom".

    Some ships and other goods are no group of people, and the number stays an amount.
    """
    whole = picked_from(token)
    if whole is None or token.dep_ not in TAKING_PART:
        return
    group = whole_group(token) or whole
    entry = entry_of(group, taken) or object_entry_of(group, taken)
    size = _number_at(token)
    if entry is None or (size == 1 and group == whole):
        return
    passage = passage_of(token.doc[token.i : whole.i + 1], article.id)
    part = Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NOMINAL,
        head=token.idx,
        type=entry.type,
        noun=entry.lemma,
        plural=size > 1,
    )
    if group != whole:
        number = passage_of(token, article.id).of(article.text)
        named = passage_of(noun_phrase(group), article.id).of(article.text)
        part = replace(part, text=f"{number} of {named}")
    if entry.is_person and size > 1:
        part = replace(part, type="kg:Group", size=size)
    yield part


def whole_group(token: Token) -> Token | None:
    """Return the group that "whom" stands for in "ten men, two of whom"; None for other words.

    `token` is the number.
    """
    for whom in objects_after(token, "of"):
        clause = token.head
        if whom.lower_ in OF_WHOM and clause.dep_ == "relcl" and clause.head.tag_ == "NNS":
            return clause.head
    return None


def picked_from(token: Token) -> Token | None:
    """Return the group of which a number picks some: "sailors" for "two of the five sailors".

    None for a number of all of them ("five of a kind", "seven sailors").
    """
    if token.tag_ != "CD" or token.ent_type_ not in OF_COUNTS or not number_of([token]):
        return None
    for whole in objects_after(token, "of"):
        if whole.lower_ in OF_SEVERAL:
            return whole
        if whole.tag_ == "NNS" and _is_known(whole):
            return whole
    return None


def _is_known(group: Token) -> bool:
    """Return whether a noun has a definite article or an owner."""
    if has_child(group, "poss"):
        return True
    return _is_definite(group)


def _people(token: Token, article: Article) -> Mention:
    """Return the mention of people of whom the text gives only the number."""
    passage = passage_of(noun_phrase(token), article.id)
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NOMINAL,
        head=token.idx,
        type="kg:Group",
        plural=True,
        definite=_is_definite(token),
        size=_number_at(token),
    )


def _stands_for_people(token: Token) -> bool:
    """Return whether a number acts or is acted upon: "thousands marched", "they freed the two"."""
    if not _is_count(token) or any(True for _ in children_with(token, "prep")):
        return False
    if token.head.pos_ != "VERB":
        return False
    if token.dep_ in NOUN_SUBJECTS:
        return True
    return token.dep_ in UNDERGOERS and _is_definite(token)


def _is_count(token: Token) -> bool:
    """Return whether a word is a number of several that counts no noun."""
    if token.lower_ in MANY:
        return token.tag_ == "NNS"
    if token.pos_ != "NUM" or token.ent_type_ not in OF_COUNTS:
        return False
    return number_of([token]) > 1


def _is_definite(token: Token) -> bool:
    return any(determiner.lower_ in THE for determiner in children_with(token, "det"))


def _members(token: Token, group: Token, size: int, article: Article) -> Mention:
    """Return the mention of members of a group by their number."""
    passage = passage_of(token, article.id)
    entry = longest_noun([lemma_of(group)])
    return Mention(
        passage=passage,
        text=passage.of(article.text),
        kind=Kind.NOMINAL,
        head=token.idx,
        type="kg:Group",
        noun=entry.lemma if entry else lemma_of(group),
        plural=True,
        size=size,
    )


def _counts_members(token: Token) -> bool:
    """Return whether a number stands for members of a group: "including 13 from the mine"."""
    if token.pos_ != "NUM":
        return False
    if governor_of(token, *BEFORE_COUNTED) is None:
        return False
    return word_beside(token, 1) in BEHIND_COUNTED


def _group_before(token: Token) -> Token | None:
    """Return the nearest plural for people before a token, in its sentence, or None."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.tag_ == "NNS" and entry_of(before, frozenset()):
            return before
    return None


def size_of(token: Token) -> int:
    """Return the count before a plural noun, "about 40" as 40; 0 if there is none.

    A count with "more" or "another" is none: it says no number of them all. Nor is one of two
    counts: "between 30 and 40", "20 to 30".
    """
    for child in token.lefts:
        if child.dep_ == "nummod" and not _is_bounded(child) and not _is_range(child):
            return number_of([part for part in child.subtree if part.i <= child.i])
    return 0


def _is_range(number: Token) -> bool:
    """Return whether a number is one end of a range: "between 30 and 40", "20 to 30"."""
    if has_child(number, "cc"):
        return True
    others = children_with(number, "quantmod")
    return any(other.like_num for other in others)


def _is_bounded(number: Token) -> bool:
    """Return whether a number is only a bound, or comes to others: "more than ten"."""
    return any(left.dep_ in WITH_A_BOUND for left in number.lefts)


def _number_at(last: Token) -> int:
    """Return the value of the number that ends with a word: 93 for "three" of "ninety-three"."""
    words = [last]
    hyphen = neighbour(last, -1)
    while hyphen is not None and hyphen.text == "-":
        before = neighbour(hyphen, -1)
        if before is None:
            break
        words.insert(0, before)
        hyphen = neighbour(before, -1)
    return number_of(words)


def number_of(tokens: Iterable[Token]) -> int:
    """Return the value of a number in digits or words ("2.5 million"); 0 if it is not clear."""
    value = 0.0
    for token in tokens:
        word = token.lower_
        digits = word.replace(",", "")
        if _is_decimal(digits):
            value = float(digits)
        elif word in SCALES:
            value = (value or 1) * SCALES[word]
        elif word in NUMBERS:
            value += NUMBERS[word]
    return int(value) if value < LARGEST_GROUP else 0


def _is_decimal(digits: str) -> bool:
    """Return whether a text is a number in figures that a float holds exactly."""
    if len(digits) > LONGEST_NUMBER:
        return False
    return digits.replace(".", "", 1).isdecimal()
