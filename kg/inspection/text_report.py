"""What was read laid out for people: each sentence, and under it its mentions, claims, quotations
and the steps of the rules."""

from collections import Counter
from collections.abc import Collection, Iterator

from rich.text import Text

from kg.choices import USUAL_PARTS, Part
from kg.graph.outcomes import Outcome, Proposal, Unmatched
from kg.inspection.articles import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.model import Claim, Factuality, Mention, Quote
from kg.query.wording import printable
from kg.trace import Step

HEADING, QUIET, BAD = "bold", "dim", "red"
LONGEST = 56  # characters of the words at which a rule fired or stopped
MOST_PATTERNS = 3  # unmatched patterns of one claim that are shown; JSON has all


def report(inspected: InspectionReport, parts: Collection[Part] = USUAL_PARTS) -> Text:
    """Return the articles as styled text, with the parts that are asked for; `.plain` is the same
    without styles."""
    return Text("\n").join(Text("\n").join(_article(each, parts)) + Text("\n") for each in inspected.articles)


def _article(inspected: InspectedArticle, parts: Collection[Part]) -> Iterator[Text]:
    article = inspected.article
    yield _line(" · ".join(filter(None, (article.source, article.headline, article.published))), HEADING)
    for number, sentence in enumerate(inspected.sentences, start=1):
        yield Text()
        yield _line(f"{number}. {sentence.passage.of(article.text)}")
        yield from _sentence(sentence, inspected, parts)
    if Part.CHAINS in parts:
        yield Text()
        yield _line("chains", HEADING)
        yield from _chains(inspected)


def _sentence(sentence: Sentence, inspected: InspectedArticle, parts: Collection[Part]) -> Iterator[Text]:
    shown = {
        Part.MENTIONS: [_mention(each, inspected) for each in sentence.mentions],
        Part.CLAIMS: [line for each in sentence.claims for line in _claim(each, inspected.article.text)],
        Part.QUOTATIONS: [_quotation(each) for each in sentence.quotes],
        Part.TRACE: list(_trace(sentence, inspected.article.text)),
    }
    for part, lines in shown.items():
        if part in parts and lines:
            yield _line(f"   {part}", HEADING)
            yield from lines


def _mention(mention: Mention, inspected: InspectedArticle) -> Text:
    chain = inspected.chain_of.get(mention)
    about = (mention.kind, mention.type, "" if chain is None else f"chain {chain + 1}")
    return _line(f"     {_quoted(mention)} ") + _line(" · ".join(filter(None, about)), QUIET)


def _chains(inspected: InspectedArticle) -> Iterator[Text]:
    for index, chain in enumerate(inspected.reading.chains):
        uses = Counter(_quoted(mention) for mention in chain.mentions)
        mentions = ", ".join(f"{words} ×{count}" if count > 1 else words for words, count in uses.items())
        about = [chain.type or "no class", *(f"by {', '.join(chain.reasons)}" for _ in chain.reasons[:1])]
        about += [f"made of chains {', '.join(str(member + 1) for member in chain.members)}"] if chain.members else []
        yield _line(f"  {index + 1}. {mentions} ") + _line(" · ".join(about), QUIET)


def _claim(claimed: Claimed, text: str) -> Iterator[Text]:
    claim = claimed.claim
    words = [f"{role.name} {_quoted(role.mention)}" for role in claim.roles]
    words += [f"value “{claim.value}”"] if claim.value else []
    yield _line(f"     {claim.predicate}: {', '.join(words)}") + _line(f" ({', '.join(_standing(claim))})", QUIET)
    yield from _outcome(claimed.outcome)


def _standing(claim: Claim) -> Iterator[str]:
    """Yield the rule of a claim, and how it is put where it is not simply told."""
    yield claim.rule
    if claim.factuality is not Factuality.ASSERTED:
        yield claim.factuality.value.lower()
    if claim.speaker is not None:
        yield f"according to {_quoted(claim.speaker)}"
    if claim.ended:
        yield "over"
    if claim.probability:
        yield f"probability {claim.probability:.2f}"


def _outcome(outcome: Outcome) -> Iterator[Text]:
    """Yield what a claim leads to: relations with their patterns, refusals with their reasons, the
    kind of event."""
    for each in outcome.proposals:
        yield _proposal(each)
    if outcome.event:
        yield _line(f"       → an event: {', '.join(outcome.event)}")
    if not outcome.proposals and not outcome.event:
        words = (
            "no pattern of the ontology matches it"
            if outcome.unmatched
            else "the ontology knows neither a pattern nor an event for its word"
        )
        yield _line(f"       → nothing: {words}", QUIET)


def _proposal(proposal: Proposal) -> Text:
    value = _quoted(proposal.object) if proposal.object is not None else f"“{proposal.value}”"
    pattern = f" (pattern “{proposal.pattern}”)" if proposal.pattern else ""
    told = f"{_quoted(proposal.subject)} {proposal.property} {value}"
    if not proposal.reason:
        return _line(f"       → {told}") + _line(pattern, QUIET)
    kind = "refused" if proposal.is_refusal else "nothing"
    return _line(f"       → {kind}: {told}") + _line(pattern, QUIET) + _line(f": {proposal.reason}", BAD)


def _quotation(quote: Quote) -> Text:
    who = _quoted(quote.speaker) if quote.speaker is not None else "nobody known"
    to = f" to {_quoted(quote.addressee)}" if quote.addressee is not None else ""
    return _line(f"     {who}{to}: “{quote.text}”") + _line(f" ({quote.rule})", QUIET)


def _trace(sentence: Sentence, text: str) -> Iterator[Text]:
    """Yield what fired, what stopped and why, and which patterns of the ontology were near."""
    for step in sorted(sentence.steps, key=lambda each: not each.fired):
        yield _step(step, text)
    for claimed in sentence.claims:
        if not claimed.outcome.proposals and len(claimed.claim.roles) > 1:
            yield from (_unmatched(claimed.claim, each) for each in claimed.outcome.unmatched[:MOST_PATTERNS])


def _step(step: Step, text: str) -> Text:
    sign, style = ("fired", "") if step.fired else ("stopped", BAD)
    words = f": {step.words}" if step.words else ""
    place = f"  {step.place.file}:{step.place.line} {step.place.function}"
    at = shortened(text[step.start : step.end])
    return _line(f"     {sign} {step.rule} at “{at}”") + _line(words, style) + _line(place, QUIET)


def _unmatched(claim: Claim, near: Unmatched) -> Text:
    return _line(f"     no match {near.property} for “{claim.predicate}”, pattern “{near.pattern}”") + _line(
        f": {near.lacks}", BAD
    )


def shortened(words: str) -> str:
    """Return the words, cut in the middle if they are many.

    >>> shortened("a long quotation that goes on and on, over more than one line, up to its end")
    'a long quotation that goes o … than one line, up to its end'
    """
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST // 2].rstrip()} … {plain[-LONGEST // 2 :].lstrip()}"


def _quoted(mention: Mention) -> str:
    return f"“{' '.join(mention.text.split())}”"


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style)
