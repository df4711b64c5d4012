"""The reading laid out for people.

Under each sentence stand its mentions, claims, quotations and the steps of the rules.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from itertools import chain

from rich.text import Text

from kg.choices import USUAL_PARTS, Part
from kg.graph.outcomes import Outcome, Proposal, Unmatched
from kg.inspection.articles import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.model import Chain, Claim, Factuality, Mention, Quote
from kg.query import printable
from kg.trace import Step

HEADING = "bold"
QUIET = "dim"
BAD = "red"
LONGEST = 56  # characters of the words at which a rule fired or stopped
MOST_PATTERNS = 3  # unmatched patterns of one claim that are shown; JSON has all


def report(inspected: InspectionReport, parts: Collection[Part] = USUAL_PARTS) -> Text:
    """Return the articles as styled text, with the parts that are asked for; `.plain` is the same
    without styles."""
    return Text("\n").join(
        Text("\n").join(_article(each, parts)) + Text("\n") for each in inspected.articles
    )


def _article(inspected: InspectedArticle, parts: Collection[Part]) -> Iterator[Text]:
    article = inspected.article
    heading = filter(None, (article.source, article.headline, article.published))
    yield _line(" · ".join(heading), HEADING)
    for number, sentence in enumerate(inspected.sentences, start=1):
        yield Text()
        yield _line(f"{number}. {sentence.passage.of(article.text)}")
        yield from _sentence(sentence, inspected, parts)
    if Part.CHAINS in parts:
        yield Text()
        yield _line("chains", HEADING)
        yield from _chains(inspected)


def _sentence(
    sentence: Sentence, inspected: InspectedArticle, parts: Collection[Part]
) -> Iterator[Text]:
    claims = map(_claim, sentence.claims)
    lines_of_part = {
        Part.MENTIONS: [_mention(mention, inspected) for mention in sentence.mentions],
        Part.CLAIMS: list(chain.from_iterable(claims)),
        Part.QUOTATIONS: list(map(_quotation, sentence.quotes)),
        Part.TRACE: list(_trace(sentence, inspected.article.text)),
    }
    for part, lines in lines_of_part.items():
        if part in parts and lines:
            yield _line(f"   {part}", HEADING)
            yield from lines


def _mention(mention: Mention, inspected: InspectedArticle) -> Text:
    number = inspected.chain_of.get(mention)
    in_chain = "" if number is None else f"chain {number + 1}"
    about = filter(None, (mention.kind, mention.type, in_chain))
    return _remarked(f"     {_quoted(mention)} ", " · ".join(about))


def _chains(inspected: InspectedArticle) -> Iterator[Text]:
    for number, coreferent in enumerate(inspected.reading.chains, start=1):
        uses = Counter(map(_quoted, coreferent.mentions))
        mentions = ", ".join(map(_times, uses.keys(), uses.values()))
        about = " · ".join(_about_chain(coreferent))
        yield _remarked(f"  {number}. {mentions} ", about)


def _times(words: str, count: int) -> str:
    return f"{words} ×{count}" if count > 1 else words


def _about_chain(coreferent: Chain) -> Iterator[str]:
    yield coreferent.type or "no class"
    if coreferent.reasons:
        yield f"by {', '.join(coreferent.reasons)}"
    if coreferent.members:
        members = [str(member + 1) for member in coreferent.members]
        yield f"made of chains {', '.join(members)}"


def _claim(claimed: Claimed) -> Iterator[Text]:
    claim = claimed.claim
    words = [f"{role.name} {_quoted(role.mention)}" for role in claim.roles]
    if claim.value:
        words.append(f"value “{claim.value}”")
    standing = ", ".join(_standing(claim))
    yield _remarked(f"     {claim.predicate}: {', '.join(words)}", f" ({standing})")
    yield from _outcome(claimed.outcome)


def _standing(claim: Claim) -> Iterator[str]:
    """Yield the rule of a claim, and how it is put if it is not simply asserted."""
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
    """Yield the results of a claim: relations with patterns, refusals with reasons, an event."""
    yield from map(_proposal, outcome.proposals)
    if outcome.event:
        kinds = ", ".join(outcome.event)
        line = _line(f"       → {'refused: ' if outcome.refusal else ''}an event: {kinds}")
        yield line + _line(f": {outcome.refusal}", BAD) if outcome.refusal else line
    if not outcome.proposals and not outcome.event:
        yield _line(f"       → nothing: {_why_nothing(outcome)}", QUIET)


def _why_nothing(outcome: Outcome) -> str:
    if outcome.unmatched:
        return "no pattern of the ontology matches it"
    return "the ontology knows neither a pattern nor an event for its word"


def _proposal(proposal: Proposal) -> Text:
    value = _quoted(proposal.object) if proposal.object is not None else f"“{proposal.value}”"
    pattern = f" (pattern “{proposal.pattern}”)" if proposal.pattern else ""
    relation = f"{_quoted(proposal.subject)} {proposal.property} {value}"
    if not proposal.reason:
        return _remarked(f"       → {relation}", pattern)
    kind = "refused" if proposal.is_refusal else "nothing"
    line = _remarked(f"       → {kind}: {relation}", pattern)
    return line + _line(f": {proposal.reason}", BAD)


def _quotation(quote: Quote) -> Text:
    who = _quoted(quote.speaker) if quote.speaker is not None else "nobody known"
    to = f" to {_quoted(quote.addressee)}" if quote.addressee is not None else ""
    return _remarked(f"     {who}{to}: “{quote.text}”", f" ({quote.rule})")


def _trace(sentence: Sentence, text: str) -> Iterator[Text]:
    """Yield the rules that fired, those that stopped and why, and patterns that were near."""
    for step in sorted(sentence.steps, key=lambda step: not step.fired):
        yield _step(step, text)
    for claimed in sentence.claims:
        claim, outcome = claimed.claim, claimed.outcome
        if outcome.proposals or len(claim.roles) < 2:
            continue
        for near in outcome.unmatched[:MOST_PATTERNS]:
            yield _unmatched(claim, near)


def _step(step: Step, text: str) -> Text:
    place = step.place
    at = shortened(text[step.start : step.end])
    sign = "fired" if step.fired else "stopped"
    words = f": {step.words}" if step.words else ""
    line = _line(f"     {sign} {step.rule} at “{at}”")
    line += _line(words, "" if step.fired else BAD)
    return line + _line(f"  {place.file}:{place.line} {place.function}", QUIET)


def _unmatched(claim: Claim, near: Unmatched) -> Text:
    pattern = f"no match {near.property} for “{claim.predicate}”, pattern “{near.pattern}”"
    return _line(f"     {pattern}") + _line(f": {near.lacks}", BAD)


def shortened(words: str) -> str:
    """Return the words, cut in the middle if they are many.

    >>> shortened("a long quotation that goes on and on, over more than one line, up to its end")
    'a long quotation that goes o … than one line, up to its end'
    """
    plain = " ".join(words.split())
    if len(plain) <= LONGEST:
        return plain
    half = LONGEST // 2
    start = plain[:half].rstrip()
    end = plain[-half:].lstrip()
    return f"{start} … {end}"


def _quoted(mention: Mention) -> str:
    return f"“{' '.join(mention.text.split())}”"


def _remarked(text: str, remark: str) -> Text:
    """Return a line with a remark at its end, which is less important."""
    return _line(text) + _line(remark, QUIET)


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style)
