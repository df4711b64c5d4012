"""One invented article in every form in which people keep articles. All names are invented."""

import csv
import gzip
import html
import io
import json
import textwrap
import zipfile
from email.message import EmailMessage

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


def row(**names):
    """The article as a row, with the names of its columns."""
    known = {
        "title": HEADLINE,
        "text": "\n\n".join(PARAGRAPHS),
        "date": PUBLISHED_AT,
        "author": " and ".join(AUTHORS),
        "publisher": PUBLISHER,
        "url": URL,
        "section": SECTION,
    }
    return {names.get(name, name): value for name, value in known.items()}


# A second article, for forms that hold several
OTHER = {
    "title": "Mayor opens harbour",
    "text": "Ada Lund, the mayor of Lima, opened the harbour on Monday.",
    "date": "2024-03-18",
}


def csv_table(rows=None, delimiter=","):
    """Articles as a table with a head."""
    rows = rows or [row(), OTHER]
    written = io.StringIO()
    table = csv.DictWriter(written, list(rows[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(rows)
    return written.getvalue()


def mail(text=None, *, html="", subject=HEADLINE, charset="utf-8"):
    """The article as a mail."""
    message = EmailMessage()
    message["From"] = "Kari Nilsen <kari@courier.example>"
    message["To"] = "desk@globe.example"
    message["Subject"] = subject
    message["Date"] = "Thu, 14 Mar 2024 23:30:00 -0500"
    message["Message-ID"] = "<1@courier.example>"
    signature = "-- \nKari Nilsen, editor of Globex\n"
    body = "\n\n".join(PARAGRAPHS) if text is None else text
    if not html:
        message.set_content(f"{body}\n\n{signature}", charset=charset)
    else:
        message.set_content(html, subtype="html")
    return message.as_bytes()


def mbox(*mails):
    """Mails as a mailbox."""
    line = b"From kari@courier.example Thu Mar 14 23:30:00 2024\n"
    return b"\n".join(line + each for each in mails)


def markdown(front="yaml"):
    """The article in Markdown, with front matter."""
    yaml = f"""---
title: {HEADLINE}
date: {PUBLISHED_AT}
author: [{", ".join(AUTHORS)}]
publisher: {PUBLISHER}
url: {URL}
section: {SECTION}
---
"""
    toml = f"""+++
title = "{HEADLINE}"
date = {PUBLISHED_AT}
authors = ["{AUTHORS[0]}", "{AUTHORS[1]}"]
publisher = "{PUBLISHER}"
url = "{URL}"
section = "{SECTION}"
+++
"""
    settings = {"yaml": yaml, "toml": toml, "": ""}[front]
    marked = "\n\n".join(PARAGRAPHS).replace(
        "Ingrid Holm", "[Ingrid **Holm**](https://x.example/h)"
    )
    picture = f"![{ELSEWHERE[0]}](ferry.jpg)"
    code = f"```\n{ELSEWHERE[1]}\n```"
    return (
        f"{settings}\n# {HEADLINE}\n\n{picture}\n\n{marked}\n\n{code}\n\n<!-- {ELSEWHERE[2]} -->\n"
    )


def rss(*, items=1):
    """The article as items of an RSS feed, in full."""
    item = f"""<item><title>{HEADLINE}</title><link>{URL}</link><category>{SECTION}</category>
<dc:creator>Kari Nilsen</dc:creator><dc:creator>Bo Dahl</dc:creator>
<pubDate>Thu, 14 Mar 2024 23:30:00 -0500</pubDate><description>{PARAGRAPHS[0]}</description>
<content:encoded><![CDATA[{body()}<script>var a = "{ELSEWHERE[2]}";</script>]]></content:encoded></item>"""
    short = (
        f"<item><title>{OTHER['title']}</title><description>{OTHER['text']}</description></item>"
    )
    empty = "<item><title>Nothing more</title></item>"
    return f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>{PUBLISHER}</title>{"".join([item, short, empty][:items])}</channel></rss>"""


def atom():
    """The article as the entry of an Atom feed."""
    authors = "".join(f"<author><name>{name}</name></author>" for name in AUTHORS)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>{PUBLISHER}</title><entry><title>{HEADLINE}</title>
<link href="{URL}"/><published>{PUBLISHED_AT}</published><category term="{SECTION}"/>{authors}
<content type="html">{html.escape(body())}</content></entry></feed>"""


def archive(**files):
    """A ZIP archive with files; "__" in a name stands for a dot."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in files.items():
            opened.writestr(name.replace("__", "."), content)
    return written.getvalue()


def pdf(pages=None, *, title=HEADLINE, kids=None):
    """The article as a PDF with lines of 60 characters, a blank between paragraphs, and a footer."""
    pages = pages or [(HEADLINE, *PARAGRAPHS)]
    objects = []
    contents = []
    for number, paragraphs in enumerate(pages, start=1):
        lines = [f"BT /F1 11 Tf 72 760 Td 14 TL ({PUBLISHER} {number}) Tj T* T*"]
        for paragraph in paragraphs:
            wrapped = textwrap.wrap(paragraph, 60)
            lines.extend(f"({line}) Tj T*" for line in wrapped)
            lines.append("T*")
        contents.append(" ".join([*lines, "ET"]).encode("cp1252"))
    first = 4
    kids = kids or " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    count = kids.count("R")
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode())
    font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
    objects.append(f"<< {font} >>".encode())
    for number, content in enumerate(contents):
        stream = first + 2 * number + 1
        page_of = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R"
        objects.append(f"<< {page_of} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects.append(
        f"<< /Title ({title}) /Author (Kari Nilsen) /CreationDate (D:20240401) >>".encode()
    )
    written = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>" % (size, len(objects))
    start = len(written)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % size
    return written + head + table + trailer + b"\nstartxref\n%d\n%%%%EOF" % start


def word_document():
    """The article as a Word document."""
    import docx

    document = docx.Document()
    document.core_properties.title = HEADLINE
    document.core_properties.author = " and ".join(AUTHORS)
    document.add_heading(HEADLINE)
    for paragraph in PARAGRAPHS:
        document.add_paragraph(paragraph)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def web_archive(*, zipped=True):
    """The article as a page in a web archive, beside one that was not found and one without text."""
    records = []
    for status, address, content in (
        ("200 OK", URL, page(json_ld=False, open_graph=False)),
        ("404 Not Found", "https://courier.example/no", page()),
        ("200 OK", "https://courier.example/nav", "<html><nav><a href='/'>Home</a></nav></html>"),
    ):
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        answer = (head + content).encode()
        fields = (
            "WARC/1.0",
            "WARC-Type: response",
            f"WARC-Target-URI: {address}",
            "WARC-Date: 2024-04-01T00:00:00Z",
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(answer)}",
        )
        record = "\r\n".join(fields).encode() + b"\r\n\r\n" + answer + b"\r\n\r\n"
        records.append(gzip.compress(record) if zipped else record)
    return b"".join(records)
