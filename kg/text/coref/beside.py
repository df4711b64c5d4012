"""A name set behind a description between commas, whatever the parser makes of it.

"Through his agent, Ann Lee, he declined", "a clerk at the consulate, Ann Lee, was hurt".
"""

import re

from kg.lang.en import word_list
from kg.model import Kind
from kg.text.coref.document import MentionDocument, MentionNode
from kg.text.coref.entity_types import EntityType, entity_type_of

COMPLETING = "|".join(word_list("function_words", "completes-a-description"))
COMPLETED = re.compile(rf"( ({COMPLETING}) [^,.;:“”\"()]*)?, ")
CLOSING = re.compile(r"[,.;)–—\n]|$")


def is_named_behind(description: MentionNode, name: MentionNode, document: MentionDocument) -> bool:
    """Return whether a name between commas says who the person right before it is."""
    if not _is_one_person(description, Kind.NOMINAL) or not _is_one_person(name, Kind.NAME):
        return False
    if description.sentence != name.sentence or not description < name:
        return False
    gap = document.between(description, name)
    title = name.mention.title
    if title:
        gap = gap.removesuffix(f"{title} ")
    if COMPLETED.fullmatch(gap) is None:
        return False
    if CLOSING.match(document.article.text, name.passage.end) is None:
        return False
    return _holds_all_between(description, name, description.passage.end + len(gap))


def _is_one_person(node: MentionNode, kind: Kind) -> bool:
    """Return whether a mention of a kind speaks of one human."""
    if node.mention.kind is not kind or node.mention.plural:
        return False
    return entity_type_of(node.mention.type) is EntityType.PERSON


def _holds_all_between(description: MentionNode, name: MentionNode, end: int) -> bool:
    """Return whether what completes a description has no other noun that the name hangs on.

    `end` is the offset at which the words between the two end.
    """
    head = description.token
    between = [token for token in head.doc[head.i + 1 : name.token.i] if token.idx < end]
    completing = [token for token in between if not token.is_punct]
    if name.governor in completing:
        return False
    return all(map(head.is_ancestor, completing))
