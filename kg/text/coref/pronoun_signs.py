"""Meanings that a pronoun of the third person may have, with the signs for each.

Signs are of salience and rank, of distance and grammatical role, of what the thing is, of
quotations and their speakers, and of what the rules would take the pronoun for.
"""

from collections.abc import Iterator

from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.pronoun_forms import MANY
from kg.text.coref.pronoun_views import (
    FAR,
    PERSONS,
    WINDOW,
    Setting,
    View,
    alike,
    role,
    says,
    view_of,
)
from kg.text.coref.salience import is_embedded, is_subject_above
from kg.text.coref.votes import Choice, Option, step
from kg.text.parse import CLAUSES, conjunction_root, conjuncts, has_child

LEADS = (1.05, 1.3, 1.7, 2.5, 5)  # by which factor a thing is ahead of another
SHARES = (0.5, 0.8, 1.0, 1.5, 3)  # salience, as a share of that of a noun that is no mention
SIZES = (0, 1, 2, 4, 8)  # mentions
PARAGRAPH = "\n\n"


def pronoun_choice(setting: Setting) -> Choice:
    """Return what a pronoun may mean, with the signs for each thing and for none of them."""
    kind = _kind(setting.node)
    options = []
    for root in sorted(setting.presence):
        view = view_of(root, setting)
        if setting.chosen is None and _is_listed_with_rival(view):
            continue  # nothing tells the two apart
        signs = tuple(dict.fromkeys(_signs(view)))
        options.append(Option(root, tuple(view.before), signs))
    none = tuple(_signs_of_none(setting))
    return Choice(setting.node, kind, options, none, setting.chosen)


def _kind(node: MentionNode) -> str:
    """Return the sort of a pronoun, which names its table."""
    pronoun = node.pronoun
    if pronoun is not None and pronoun.entity_types == PERSONS:
        return "he_or_she"
    return "they" if node.numbers == MANY else "it"


def _signs(view: View) -> Iterator[str]:
    """Yield the signs for one of the things that a pronoun may mean."""
    yield from _of_rank(view)
    yield from _of_place(view)
    yield from _of_thing(view)
    yield from _of_rivals(view)
    yield from _of_clause(view)
    yield from _of_speech(view)


def _of_rank(view: View) -> Iterator[str]:
    """Yield signs of salience, and of what the rules say."""
    presence, rule, rank = view.setting.presence, view.rule, view.rank
    place = list(presence).index(view.root)
    highest, *rest = presence.values()
    yield f"rule:{rule}"
    yield f"rank:{min(place, FAR)}"
    if place:
        yield f"behind:{step(highest / presence[view.root], LEADS)}"
    else:
        yield f"lead:{step(highest / rest[0], LEADS) if rest and rest[0] else 'more'}"
    yield f"{rule}|{rank}"
    yield f"{rule}|{min(view.back, FAR)}"
    yield f"{rank}|{min(view.back, FAR)}"
    yield f"{view.setting.place}|{rule}|{rank}"
    yield f"{view.setting.place}|{rank}"
    if view.setting.beside:
        share = presence[view.root] / view.setting.beside
        yield f"nouns beside:{step(share, SHARES)}"


def _of_place(view: View) -> Iterator[str]:
    """Yield signs of distance and of grammatical role."""
    setting, last, near = view.setting, view.last, view.near
    kind = last.mention.kind.name.lower()
    yield f"back:{min(view.back, WINDOW)}" if view.before else "behind"
    yield f"role:{role(last)}>{setting.use}"
    yield f"role:{role(last)},{near}"
    yield f"role:{view.role},{near}>{setting.place}"
    yield f"last:{kind}"
    yield f"last:{kind},{near},{view.role}"
    yield f"{view.name}|{view.rank}|{near}"
    if last.pronoun is not None and alike(last, setting.node):
        yield f"last is alike:{near}"
    text = setting.document.article.text
    between = text[last.passage.end : setting.node.passage.start]
    yield f"paragraphs:{step(between.count(PARAGRAPH), (0, 1, 2))}"
    start = setting.node.token.sent.start_char
    opens = PARAGRAPH in text[max(0, start - len(PARAGRAPH)) : start + 1] or not start
    yield f"{'opens' if opens else 'goes on'}|{near}|{view.rank}"


def _of_thing(view: View) -> Iterator[str]:
    """Yield signs of what the thing is."""
    setting, attributes = view.setting, view.attributes
    yield f"size:{step(len(view.before), SIZES)}"
    yield view.name
    yield f"sort:{view.sort}"
    yield f"number:{'/'.join(sorted(attributes.numbers))}"
    for class_ in sorted(attributes.types):
        yield f"class:{class_}"
    if setting.acts:
        yield f"acts:{view.sort}"
    if setting.document.is_in_front(view.root):
        yield "in headline"
    if setting.topic is not None and setting.clusters.together(setting.topic, view.root):
        yield "topic"
    gender = view.gender
    if gender:
        known = "known" if attributes.gender == gender else "unknown"
        number = sum(other == gender for other in setting.genders.values())
        yield f"gender:{known}"
        yield f"gender:{known}|{view.rule}|{view.rank}"
        yield f"gender:{known} of {min(number, 2)}"


def _of_rivals(view: View) -> Iterator[str]:
    """Yield signs of the other things that may be meant."""
    setting = view.setting
    sizes = [len(before) for before in setting.before.values()]
    bigger = step(sum(size > len(view.before) for size in sizes), (0, 1, 2))
    yield f"options:{step(len(sizes), (1, 2, 3, 5, 8))}"
    yield f"bigger:{bigger}"
    yield f"bigger:{bigger}|{view.rank}"
    nodes = setting.document.nodes[view.last.index + 1 : setting.node.index]
    between = {setting.clusters.root(other) for other in nodes} & set(setting.presence)
    yield f"between:{step(len(between - {view.root}), (0, 1, 2, 4))}"


def _of_clause(view: View) -> Iterator[str]:
    """Yield signs of where the last mention and the pronoun stand in one sentence."""
    node, last = view.setting.node, view.last
    same = [other for other in view.before if other.sentence == node.sentence]
    if any(is_subject_above(other.token, node.token) for other in same):
        yield f"subject above {view.setting.use}"
    if not view.back and last.governor == node.governor:
        yield "same governor"
    if not view.back and node.token.is_ancestor(last.token):
        yield "below it"
    if is_embedded(last.token):
        yield "embedded"
    if last.dep == "conj" or has_child(last.token, "conj"):
        yield "in a list"
    near = [other for other in view.before if other.sentence >= node.sentence - 1]
    if any(alike(other, node) for other in near):
        yield "alike before"


def _is_listed_with_rival(view: View) -> bool:
    """Return whether the last mention stands in a list with another thing that may be meant."""
    setting = view.setting
    listed = setting.document.nodes_of(conjuncts(conjunction_root(view.last.token)))
    others = set(map(setting.clusters.root, listed)) - {view.root}
    return not others.isdisjoint(setting.presence)


def _of_speech(view: View) -> Iterator[str]:
    """Yield signs of quotations and of who speaks."""
    setting, node, last = view.setting, view.setting.node, view.last
    said = any(says(other) for other in view.before if other.sentence >= node.sentence - 2)
    if says(node):
        yield f"says, {'said' if said else 'silent'}|{view.rank}"
    elif said:
        yield "said"
    around = setting.document.quote_around(node)
    if around is None:
        yield "last quoted" if last.is_quoted else "last plain"
        yield from _of_speakers(view)
        return
    heard = any(other.quote == node.quote for other in view.before)
    inside = last.quote == node.quote
    yield f"quoted, {'heard' if heard else 'unheard'}"
    yield f"quoted|{view.rank}|{'inside' if inside else 'outside'}"
    speaking = setting.document.node_of_mention(around.speaker)
    if speaking is not None and setting.clusters.together(speaking, view.root):
        yield "quoted, speaker"


def _of_speakers(view: View) -> Iterator[str]:
    """Yield signs of a thing that has been quoted, and of a pronoun that is."""
    setting = view.setting
    speakers = setting.document.speakers
    spoke = any(other.mention in speakers for other in view.before)
    if setting.node.mention in speakers:
        yield f"speaks, {'spoke' if spoke else 'silent'}"
        last = _speaker_before(setting.node, setting.document)
        if last is not None and setting.clusters.together(last, view.root):
            yield "speaks, spoke last"
    elif spoke:
        yield "spoke"


def _speaker_before(node: MentionNode, document: MentionDocument) -> MentionNode | None:
    """Return the speaker of the last quotation that ends before a mention and is not its own."""
    for quote in reversed(document.quotes):
        if quote.passage.end > node.passage.start or quote.speaker is None:
            continue
        if quote.speaker is not node.mention:
            return document.node_of_mention(quote.speaker)
    return None


def _signs_of_none(setting: Setting) -> Iterator[str]:
    """Yield the signs that a pronoun means none of the things."""
    node, number = setting.node, len(setting.presence)
    yield "none"
    yield f"none, rule:{'nobody' if setting.chosen is None else 'somebody'}"
    yield f"none, options:{step(number, (0, 1, 2, 3, 5, 8))}"
    yield f"none, use:{setting.use}"
    if node.is_quoted:
        yield "none, quoted"
    if setting.use == "subject" and node.governor.lemma_ == "be":
        yield "none, is"
        if has_child(node.governor, *CLAUSES):
            yield "none, is with clause"
    if setting.beside and number:
        share = max(setting.presence.values()) / setting.beside
        yield f"none, nouns beside:{step(share, SHARES)}"
