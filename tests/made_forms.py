"""One invented article in every form in which people keep articles. All names are invented."""

import json

HEADLINE = "Ferry runs aground off Marstal"
PARAGRAPHS = (
    "A ferry with 120 passengers ran aground off Marstal on Thursday, the coast guard said.",
    "Captain Ingrid Holm, 52, works for Island Lines, which owns the ferry.",
    "“We heard a loud noise,” said Peter Juul, a passenger who lives in Aarhus.",
    "Holm is married to Erik Krog, the mayor of Marstal. Hans Krog founded Island Lines in 1971.",
)
PUBLISHED = "2024-03-14"
PUBLISHED_AT = "2024-03-14T23:30:00-05:00"
AUTHORS = ("Kari Nilsen", "Bo Dahl")
PUBLISHER = "The Island Courier"
URL = "https://courier.example/2024/03/ferry"
SECTION = "Local"

TEXT = "\n\n".join((HEADLINE, *PARAGRAPHS)) + "\n"
# What stands around an article and must never be read
ELSEWHERE = (
    "Anna Berg leads Globex",
    "Lise Friis is married to Olaf Dahl",
    "Jens Berg owns Initech",
    "Minister Olaf Dahl resigns",
)


def plain():
    """The article as plain text, with a byline and a date line."""
    front = (HEADLINE, "By Kari Nilsen and Bo Dahl", "March 14, 2024")
    return "\n\n".join((*front, *PARAGRAPHS)) + "\n"


JSON_LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Courier"},
        {
            "@type": "NewsArticle",
            "headline": HEADLINE,
            "datePublished": PUBLISHED_AT,
            "author": [{"@type": "Person", "name": name} for name in AUTHORS],
            "publisher": {"@type": "Organization", "name": PUBLISHER},
            "articleSection": SECTION,
            "mainEntityOfPage": {"@type": "WebPage", "@id": URL},
        },
    ],
}
OPEN_GRAPH = f"""<meta property="og:title" content="{HEADLINE}">
<meta property="og:site_name" content="{PUBLISHER}"><meta property="og:url" content="{URL}">
<meta property="article:published_time" content="{PUBLISHED_AT}">
<meta property="article:section" content="{SECTION}">
<meta name="author" content="Kari Nilsen and Bo Dahl">"""


def body():
    """The paragraphs in HTML, with marks of type and links in them."""
    marked = [
        words.replace("Ingrid Holm", "<a href='/holm'>Ingrid <b>Holm</b></a>")
        for words in PARAGRAPHS
    ]
    return "\n".join(f"<p>{words}</p>" for words in marked)


def page(*, json_ld=True, open_graph=True):
    """The article as a saved page, with all that stands around one."""
    about = f"<script type='application/ld+json'>{json.dumps(JSON_LD)}</script>" if json_ld else ""
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{HEADLINE} | {PUBLISHER}</title>{OPEN_GRAPH if open_graph else ""}{about}
<script>var owner = "{ELSEWHERE[2]}";</script><style>p {{ color: red }}</style></head><body>
<div id="cookie-banner" class="cookie-consent">We use cookies. {ELSEWHERE[0]}. <button>Accept</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">{ELSEWHERE[0]}</a></li></ul></nav>
<main><article><h1>{HEADLINE}</h1><p class="byline">By Kari Nilsen and Bo Dahl</p>
<time datetime="{PUBLISHED_AT}">March 14, 2024</time>
{body()}
<aside class="related"><h3>Related</h3><ul><li><a href="/r">{ELSEWHERE[3]}</a></li></ul></aside>
</article>
<section id="comments" class="comments"><h2>Comments</h2><div class="comment"><p>{ELSEWHERE[1]}!</p></div></section>
</main><footer><p>© 2024 {PUBLISHER}. {ELSEWHERE[2]}. All rights reserved.</p></footer></body></html>
"""
