"""The reading laid out for people.

Under each sentence stand its mentions, claims, quotations and the steps of the rules.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from rich.text import Text

from kg.choices import USUAL_PARTS, Part
from kg.graph.outcomes import Outcome, Proposal
from kg.inspection.results import Claimed, InspectedArticle, InspectionReport, Sentence
from kg.model import Article, Chain, Claim, Factuality, Mention, Passage, Quote
from kg.query import printable
from kg.trace import Step

HEADING = "bold"
QUIET = "dim"
BAD = "red"
LONGEST = 56  # characters of the words at which a rule fired or stopped
MOST_PATTERNS = 3  # unmatched patterns of one claim that are shown; JSON has all
OF_SENTENCE = (Part.MENTIONS, Part.CLAIMS, Part.QUOTATIONS, Part.TRACE)

Parts = Collection[Part]
Lines = Iterator[Text]


def report(inspected: InspectionReport, parts: Parts = USUAL_PARTS) -> Text:
    """Return the articles as styled text, with the parts that are asked for; `.plain` is the same
    without styles."""
    line_end = Text("\n")
    articles: list[Text] = []
    for each in inspected.articles:
        lines = _article(each, parts)
        article = line_end.join(lines)
        articles.append(article + line_end)
    return line_end.join(articles)


def _article(inspected: InspectedArticle, parts: Parts) -> Lines:
    article = inspected.article
    about = (article.source, article.headline, article.published)
    heading = _listed(about)
    yield _line(heading, HEADING)
    for number, sentence in enumerate(inspected.sentences, start=1):
        words = sentence.passage.of(article.text)
        yield Text()
        yield _line(f"{number}. {words}")
        for part in OF_SENTENCE:
            if part in parts:
                lines = _lines_of(part, sentence, inspected)
                yield from _under_heading(part, lines)
    if Part.CHAINS in parts:
        yield Text()
        yield _line("chains", HEADING)
        yield from _chains(inspected)


def _listed(texts: Iterable[str]) -> str:
    """Return the texts that are not empty, with points between them."""
    return " · ".join(filter(None, texts))


def _under_heading(heading: str, lines: Lines) -> Lines:
    """Yield the lines with a heading before the first."""
    for number, line in enumerate(lines):
        if number == 0:
            yield _line(f"   {heading}", HEADING)
        yield line


def _lines_of(part: Part, sentence: Sentence, inspected: InspectedArticle) -> Lines:
    """Yield the lines of one part of a sentence."""
    match part:
        case Part.MENTIONS:
            for mention in sentence.mentions:
                yield _mention(mention, inspected)
        case Part.CLAIMS:
            for claimed in sentence.claims:
                yield _claim(claimed.claim)
                yield from _outcome(claimed.outcome)
        case Part.QUOTATIONS:
            yield from map(_quotation, sentence.quotes)
        case Part.TRACE:
            yield from _steps(sentence, inspected.article)
            for claimed in sentence.claims:
                yield from _near_patterns(claimed)


# ---------------------------------------------------------------------------- mentions, chains


def _mention(mention: Mention, inspected: InspectedArticle) -> Text:
    about = [mention.kind, mention.type]
    index = inspected.chain_of.get(mention)
    if index is not None:
        about.append(f"chain {index + 1}")
    words = _quoted(mention)
    return _remarked(f"     {words} ", _listed(about))


def _chains(inspected: InspectedArticle) -> Lines:
    chains = inspected.reading.chains
    for number, coreferent in enumerate(chains, start=1):
        mentions = ", ".join(_uses(coreferent))
        about = _listed(_about_chain(coreferent))
        line = f"  {number}. {mentions} "
        yield _remarked(line, about)


def _uses(coreferent: Chain) -> Iterator[str]:
    """Yield the words of the mentions of a chain, with how often they stand in it."""
    mentions = map(_quoted, coreferent.mentions)
    for words, count in Counter(mentions).items():
        times = f" ×{count}" if count > 1 else ""
        yield f"{words}{times}"


def _about_chain(coreferent: Chain) -> Iterator[str]:
    yield coreferent.type or "no class"
    if coreferent.reasons:
        reasons = ", ".join(coreferent.reasons)
        yield f"by {reasons}"
    if coreferent.members:
        numbers = [member + 1 for member in coreferent.members]
        members = ", ".join(map(str, numbers))
        yield f"made of chains {members}"


# -------------------------------------------------------------------------- claims, quotations


def _claim(claim: Claim) -> Text:
    said = ", ".join(_said(claim))
    standing = ", ".join(_standing(claim))
    line = _line(f"     {claim.predicate}: {said}")
    return line + _line(f" ({standing})", QUIET)


def _said(claim: Claim) -> Iterator[str]:
    """Yield the roles of a claim with their words, and its own words."""
    for role in claim.roles:
        words = _quoted(role.mention)
        yield f"{role.name} {words}"
    if claim.value:
        yield f"value “{claim.value}”"


def _standing(claim: Claim) -> Iterator[str]:
    """Yield the rule of a claim, and how it is put if it is not simply asserted."""
    factuality = claim.factuality
    yield claim.rule
    if factuality is not Factuality.ASSERTED:
        yield factuality.value.lower()
    if claim.speaker is not None:
        speaker = _quoted(claim.speaker)
        yield f"according to {speaker}"
    if claim.ended:
        yield "over"
    if claim.probability:
        yield f"probability {claim.probability:.2f}"


def _outcome(outcome: Outcome) -> Lines:
    """Yield the results of a claim: relations with patterns, refusals with reasons, an event."""
    yield from map(_proposal, outcome.proposals)
    if outcome.event:
        yield _event(outcome)
    elif not outcome.proposals:
        reason = _why_nothing(outcome)
        yield _line(f"       → nothing: {reason}", QUIET)


def _event(outcome: Outcome) -> Text:
    kinds = ", ".join(outcome.event)
    event = f"an event: {kinds}"
    reason = outcome.refusal
    if not reason:
        return _line(f"       → {event}")
    return _line(f"       → refused: {event}") + _because(reason)


def _why_nothing(outcome: Outcome) -> str:
    if outcome.unmatched:
        return "no pattern of the ontology matches it"
    return "the ontology knows neither a pattern nor an event for its word"


def _proposal(proposal: Proposal) -> Text:
    subject = _quoted(proposal.subject)
    value = f"“{proposal.value}”"
    if proposal.object is not None:
        value = _quoted(proposal.object)
    relation = f"{subject} {proposal.property} {value}"
    reason = proposal.reason
    if reason:
        kind = "refused" if proposal.is_refusal else "nothing"
        relation = f"{kind}: {relation}"
    line = _line(f"       → {relation}")
    if proposal.pattern:
        line += _line(f" (pattern “{proposal.pattern}”)", QUIET)
    if reason:
        line += _because(reason)
    return line


def _quotation(quote: Quote) -> Text:
    who = "nobody known"
    if quote.speaker is not None:
        who = _quoted(quote.speaker)
    if quote.addressee is not None:
        addressee = _quoted(quote.addressee)
        who = f"{who} to {addressee}"
    remark = f" ({quote.rule})"
    return _remarked(f"     {who}: “{quote.text}”", remark)


# --------------------------------------------------------------------------------------- trace


def _steps(sentence: Sentence, article: Article) -> Lines:
    """Yield the rules that fired, then those that stopped and why."""
    for step in sentence.steps:
        if step.fired:
            yield _step(step, article)
    for step in sentence.steps:
        if not step.fired:
            yield _step(step, article)


def _step(step: Step, article: Article) -> Text:
    passage = Passage(article.id, step.start, step.end)
    at = shortened(passage.of(article.text))
    sign = "fired" if step.fired else "stopped"
    line = _line(f"     {sign} {step.rule} at “{at}”")
    if step.words and step.fired:
        line += _line(f": {step.words}")
    elif step.words:
        line += _because(step.words)
    place = step.place
    source = f"{place.file}:{place.line}"
    return line + _line(f"  {source} {place.function}", QUIET)


def _near_patterns(claimed: Claimed) -> Lines:
    """Yield the patterns that a claim nearly matched, if it matched none."""
    outcome = claimed.outcome
    claim = claimed.claim
    if outcome.proposals or len(claim.roles) < 2:
        return
    word = claim.predicate
    for near in outcome.unmatched[:MOST_PATTERNS]:
        wanted = f"{near.property} for “{word}”"
        line = _line(f"     no match {wanted}, pattern “{near.pattern}”")
        yield line + _because(near.lacks)


def shortened(words: str) -> str:
    """Return the words, cut in the middle if they are many.

    >>> shortened("a long quotation that goes on and on, over more than one line, up to its end")
    'a long quotation that goes o … than one line, up to its end'
    """
    plain = _on_one_line(words)
    if len(plain) <= LONGEST:
        return plain
    half = LONGEST // 2
    start = plain[:half].rstrip()
    end = plain[-half:].lstrip()
    return f"{start} … {end}"


def _quoted(mention: Mention) -> str:
    words = _on_one_line(mention.text)
    return f"“{words}”"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _remarked(text: str, remark: str) -> Text:
    """Return a line with a remark at its end, which is less important."""
    return _line(text) + _line(remark, QUIET)


def _because(reason: str) -> Text:
    """Return the end of a line about something that was refused, or came to nothing."""
    return _line(f": {reason}", BAD)


def _line(text: str, style: str = "") -> Text:
    return Text(printable(text), style)
