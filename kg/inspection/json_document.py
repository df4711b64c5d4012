"""The reading as one JSON document, for scripts: docs/reading.md lists its keys.

Offsets count the characters of the article's text from 0, ends exclusive. Chains are numbered from
1. Anything unknown is null, or an empty string or list.
"""

from collections.abc import Collection, Iterator
from typing import Any

from kg.choices import USUAL_PARTS, Part
from kg.graph.outcomes import Proposal
from kg.inspection.results import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.model import Chain, Mention, Passage, Quote, Role
from kg.trace import Step

Json = dict[str, Any]
Parts = Collection[Part]


def document(report: InspectionReport, parts: Parts = USUAL_PARTS) -> Json:
    """Return the document: the articles with the parts that are asked for, and the faults."""
    return {
        "articles": [_article(inspected, parts) for inspected in report.articles],
        "faults": [{"source": fault.source, "message": fault.message} for fault in report.faults],
    }


def _article(inspected: InspectedArticle, parts: Parts) -> Json:
    article = inspected.article
    result: Json = {
        "id": article.id,
        "source": article.source,
        "headline": article.headline,
        "published": article.published,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "sentences": [_sentence(each, inspected, parts) for each in inspected.sentences],
    }
    if Part.CHAINS in parts:
        chains = enumerate(inspected.reading.chains)
        result["chains"] = [_chain(index, each, inspected) for index, each in chains]
    return result


def _sentence(sentence: Sentence, inspected: InspectedArticle, parts: Parts) -> Json:
    text = inspected.article.text
    result = _words(sentence.passage, text)
    if Part.MENTIONS in parts:
        result["mentions"] = [_mention(mention, inspected) for mention in sentence.mentions]
    if Part.CLAIMS in parts:
        result["claims"] = [_claim(claimed, text) for claimed in sentence.claims]
    if Part.QUOTATIONS in parts:
        result["quotations"] = list(map(_quotation, sentence.quotes))
    if Part.TRACE in parts:
        result["trace"] = list(map(_step, sentence.steps))
        result["unmatched"] = list(_unmatched(sentence, text))
    return result


def _words(passage: Passage, text: str) -> Json:
    return _place(passage, passage.of(text))


def _place(passage: Passage, words: str) -> Json:
    return {"start": passage.start, "end": passage.end, "text": words}


def _end(mention: Mention | None) -> Json | None:
    if mention is None:
        return None
    return _place(mention.passage, mention.text)


def _mention(mention: Mention, inspected: InspectedArticle) -> Json:
    index = inspected.chain_of.get(mention)
    return {
        **_place(mention.passage, mention.text),
        "kind": mention.kind.value,
        "class": mention.type,
        "chain": None if index is None else index + 1,
    }


def _chain(index: int, coreferent: Chain, inspected: InspectedArticle) -> Json:
    return {
        "number": index + 1,
        "name": coreferent.name,
        "class": coreferent.type,
        "entity": inspected.entities[index],
        "passes": list(coreferent.reasons),
        "members": [member + 1 for member in coreferent.members],
        "mentions": list(map(_end, coreferent.mentions)),
    }


def _claim(claimed: Claimed, text: str) -> Json:
    claim = claimed.claim
    return {
        "rule": claim.rule,
        "frame": claim.frame.value,
        "predicate": claim.predicate,
        "value": claim.value,
        "trigger": _words(claim.trigger, text),
        "roles": list(map(_role, claim.roles)),
        "factuality": claim.factuality.value,
        "speaker": _end(claim.speaker),
        "ended": claim.ended,
        "probability": claim.probability or None,
        "relations": list(map(_relation, claimed.outcome.proposals)),
        "event": list(claimed.outcome.event),
        "event_refused": claimed.outcome.refusal,
    }


def _role(role: Role) -> Json:
    return {"role": role.name, "mention": _end(role.mention)}


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


def _unmatched(sentence: Sentence, text: str) -> Iterator[Json]:
    for claimed in sentence.claims:
        trigger = claimed.claim.trigger
        for near in claimed.outcome.unmatched:
            yield {
                "trigger": _words(trigger, text),
                "property": near.property,
                "pattern": near.pattern,
                "lacks": near.lacks,
            }


def _quotation(quote: Quote) -> Json:
    return {
        **_place(quote.passage, quote.text),
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
