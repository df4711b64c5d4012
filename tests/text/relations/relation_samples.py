"""Reads a text as the rules do, and shows what they found in a line, for the tables of this folder."""

from kg.model import Article, Claim, Factuality, Frame, Mention, Quote
from kg.text.attribution import quotes
from kg.text.mentions import mentions
from kg.text.parse import load, parse, trimmed
from kg.text.relations import claims


def read(text: str) -> tuple[tuple[Claim, ...], tuple[Quote, ...]]:
    """The claims and quotations of an article of this text; each claim stands in the sentence that is its evidence."""
    article = Article("a", text, "a.txt", "", published="2021-02-26")
    doc = parse(load(), article)
    found = mentions(doc, article)
    said = quotes(doc, article, found)
    told = claims(doc, article, found, said)
    sentences = {trimmed(sentence, "a") for sentence in doc.sents}
    assert all(claim.evidence in sentences for claim in told)
    assert all(
        claim.evidence.start <= claim.trigger.start < claim.trigger.end <= claim.evidence.end
        for claim in told
    )
    return told, said


def rows(table: str) -> list[tuple[str, ...]]:
    r"""The cells of a table of which each line is a case; "\n" stands for a new line, an empty cell for nothing.

    >>> rows('''
    ... Ann left. | leave | subject=Ann
    ... ''')
    [('Ann left.', 'leave', 'subject=Ann')]
    """
    lines = [line for line in table.strip().splitlines() if line and not line.startswith("#")]
    return [
        tuple(cell.strip().replace("\\n", "\n") for cell in f"{line} ".split(" | "))
        for line in lines
    ]


def roles(claim: Claim) -> str:
    """The roles of a claim in their order."""
    return ", ".join(f"{role.name}={role.mention.text}" for role in claim.roles)


def label(claim: Claim) -> str:
    """The phrase of a claim with its mentions as the text has them; that of a title or tie has none."""
    names = [role.mention.text for role in claim.roles]
    return claim.phrase if claim.frame is Frame.NOUN else claim.phrase.format(*names)


def relation(claim: Claim) -> str:
    """A claim of a relation, its rule, and how it is put where it is not simply told."""
    value = claim.fillers("object")[0].text if claim.fillers("object") else claim.value
    how = "" if put(claim) == "Asserted" else f", {put(claim)}"
    return f"{claim.fillers('subject')[0].text} {claim.predicate} {value} ({claim.rule}{how})"


def relations(text: str) -> list[str]:
    """All relations that an article of this text claims, in their order."""
    return [relation(claim) for claim in read(text)[0] if claim.frame is Frame.RELATION]


def put(claim: Claim) -> str:
    """How far a claim stands, by whom, and whether what it tells is over."""
    return (
        f"{claim.factuality.value}{_named(' by ', claim.speaker)}{', ended' if claim.ended else ''}"
    )


def quotation(quote: Quote) -> str:
    """A quotation as "speaker to addressee when: words", with its rule where it is not direct and its value where in doubt."""
    who = f"{_named('', quote.speaker)}{_named(' to ', quote.addressee)}{_named(' when ', quote.when)}"
    how = "" if quote.factuality is Factuality.ASSERTED else f", {quote.factuality.value}"
    return f"{who}: {quote.text} ({quote.rule.removeprefix('quotation-')}{how})"


def _named(before: str, mention: Mention | None) -> str:
    return f"{before}{mention.text}" if mention is not None else ""


def told(text: str, predicate: str) -> str:
    """The roles of each claim with a predicate, but for relations."""
    found = [
        claim
        for claim in read(text)[0]
        if claim.frame is not Frame.RELATION and claim.predicate == predicate
    ]
    return "; ".join(roles(claim) or "nobody" for claim in found)
