"""What was read as one JSON document, for scripts: docs/reading.md lists its keys.

Offsets count the characters of the article's text from 0, ends exclusive. Chains are numbered from
1. What is not known is null, or an empty string or list.
"""

from collections.abc import Collection
from typing import Any

from kg.choices import USUAL_PARTS, Part
from kg.graph.outcomes import Proposal
from kg.inspection.articles import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.model import Mention, Passage, Quote
from kg.trace import Step

Json = dict[str, Any]


def document(report: InspectionReport, parts: Collection[Part] = USUAL_PARTS) -> Json:
    """Return the document: the articles with the parts that are asked for, and the faults."""
    return {
        "articles": [_article(each, parts) for each in report.articles],
        "faults": [{"source": each.source, "message": each.message} for each in report.faults],
    }


def _article(inspected: InspectedArticle, parts: Collection[Part]) -> Json:
    article = inspected.article
    found: Json = {
        "id": article.id,
        "source": article.source,
        "headline": article.headline,
        "published": article.published,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "sentences": [_sentence(each, inspected, parts) for each in inspected.sentences],
    }
    if Part.CHAINS in parts:
        found["chains"] = [_chain(number, inspected) for number in range(len(inspected.reading.chains))]
    return found


def _sentence(sentence: Sentence, inspected: InspectedArticle, parts: Collection[Part]) -> Json:
    text = inspected.article.text
    found = _words(sentence.passage, text)
    if Part.MENTIONS in parts:
        found["mentions"] = [_mention(each, inspected) for each in sentence.mentions]
    if Part.CLAIMS in parts:
        found["claims"] = [_claim(each, text) for each in sentence.claims]
    if Part.QUOTATIONS in parts:
        found["quotations"] = [_quotation(each) for each in sentence.quotes]
    if Part.TRACE in parts:
        found["trace"] = [_step(each) for each in sentence.steps]
        found["unmatched"] = [each for claimed in sentence.claims for each in _unmatched(claimed, text)]
    return found


def _words(passage: Passage, text: str) -> Json:
    return {"start": passage.start, "end": passage.end, "text": passage.of(text)}


def _end(mention: Mention | None) -> Json | None:
    if mention is None:
        return None
    return {"start": mention.passage.start, "end": mention.passage.end, "text": mention.text}


def _mention(mention: Mention, inspected: InspectedArticle) -> Json:
    chain = inspected.chain_of.get(mention)
    return {
        "start": mention.passage.start,
        "end": mention.passage.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "class": mention.type,
        "chain": None if chain is None else chain + 1,
    }


def _chain(index: int, inspected: InspectedArticle) -> Json:
    chain = inspected.reading.chains[index]
    return {
        "number": index + 1,
        "name": chain.name,
        "class": chain.type,
        "entity": inspected.entities[index],
        "passes": list(chain.reasons),
        "members": [member + 1 for member in chain.members],
        "mentions": [_end(mention) for mention in chain.mentions],
    }


def _claim(claimed: Claimed, text: str) -> Json:
    claim = claimed.claim
    return {
        "rule": claim.rule,
        "frame": claim.frame.value,
        "predicate": claim.predicate,
        "value": claim.value,
        "trigger": _words(claim.trigger, text),
        "roles": [{"role": role.name, "mention": _end(role.mention)} for role in claim.roles],
        "factuality": claim.factuality.value,
        "speaker": _end(claim.speaker),
        "ended": claim.ended,
        "probability": claim.probability or None,
        "relations": [_relation(each) for each in claimed.outcome.proposals],
        "event": list(claimed.outcome.event),
    }


def _relation(proposal: Proposal) -> Json:
    return {
        "property": proposal.property,
        "pattern": proposal.pattern,
        "subject": _end(proposal.subject),
        "object": _end(proposal.object),
        "value": proposal.value,
        "reason": proposal.reason,
        "refused": proposal.is_refusal,
    }


def _unmatched(claimed: Claimed, text: str) -> list[Json]:
    trigger = _words(claimed.claim.trigger, text)
    patterns = claimed.outcome.unmatched
    return [{"trigger": trigger, "property": p.property, "pattern": p.pattern, "lacks": p.lacks} for p in patterns]


def _quotation(quote: Quote) -> Json:
    return {
        "start": quote.passage.start,
        "end": quote.passage.end,
        "text": quote.text,
        "rule": quote.rule,
        "speaker": _end(quote.speaker),
        "addressee": _end(quote.addressee),
        "when": _end(quote.when),
        "indirect": quote.indirect,
        "factuality": quote.factuality.value,
    }


def _step(step: Step) -> Json:
    return {
        "rule": step.rule,
        "fired": step.fired,
        "start": step.start,
        "end": step.end,
        "words": step.words,
        "file": step.place.file,
        "line": step.place.line,
        "function": step.place.function,
    }
