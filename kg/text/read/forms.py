"""Forms of data that are text and no prose, one a row: how each is known, by its content or by the
ending of its files.

What is of one of these forms is never read as if somebody had written it for people to read, but
refused by name.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.text.read import signs
from kg.text.read.markup import front_matter
from kg.text.read.signs import BLANKS, Sample, Sign, begins, lines, times

ADVICE = "save the article as plain text (.txt)"


@dataclass(frozen=True, slots=True)
class Form:
    """A form of data: what people call it, the signs of which each is enough, and the endings of
    its files.
    """

    name: str
    signs: tuple[Sign, ...]
    endings: str = ""


AFTER_PROLOG = r"(?:<\?xml[^>]{0,200}>\s*|<!--.{0,500}?-->\s*|<!DOCTYPE[^>]{0,300}>\s*){0,5}"
AFTER_REMARKS = r"(?:[#%].{0,500}\n\s*){0,50}"
CLOCK = r"(?:\d+:)?\d\d:\d\d[,.]\d{3}"
LEVELS = "TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL"

# The first that fits is told, so what is narrower comes first.
FORMS = (
    Form("PDF", (begins("%PDF-"),), ".pdf"),
    Form("PostScript", (begins("%!PS"),), ".ps .eps"),
    Form("RTF", (begins(r"\{\\rtf"),), ".rtf"),
    Form(
        "a feed (RSS or Atom)",
        (begins(rf"{AFTER_PROLOG}<(?:rss|feed|rdf:RDF|channel)\b"),),
        ".rss .atom",
    ),
    Form("a picture (SVG)", (begins(rf"{AFTER_PROLOG}<svg\b"),), ".svg"),
    Form(
        "HTML",
        (begins(rf"{AFTER_PROLOG}<(?:html|head|body)\b"), begins(r"<!DOCTYPE\s+html"), signs.html),
        ".html .htm .xhtml .shtml .mhtml .mht .vue .svelte",
    ),
    Form("a program (PHP)", (begins(r"<\?(?:php|=)"),), ".php"),
    Form("a template", (begins(r"<%|\{%"),), ".jsp .asp .aspx .erb .j2 .jinja .mustache .hbs"),
    Form(
        "RDF",
        (
            begins(rf"{AFTER_REMARKS}@(?:prefix|base)\s"),
            begins(r"(?:PREFIX|BASE)\s[\w-]*:?\s?<"),
            lines(r"(?:<[^<>\s]+>|_:\w+)\s<[^<>\s]+>\s.*\.", least=1),
        ),
        ".ttl .nt .nq .trig .n3 .rdf .owl",
    ),
    Form(
        "XML",
        (begins(r"<\?xml\b|<!DOCTYPE\b|<!\[CDATA\["), signs.markup),
        ".xml .xsl .xslt .xsd .opml .kml .nitf .tei .tmx .xliff",
    ),
    Form(
        "a Jupyter notebook",
        (begins(r'\{\s*"(?:cells|nbformat|nbformat_minor|metadata)"\s*:'),),
        ".ipynb",
    ),
    Form(
        "JSON",
        (signs.json_data,),
        ".json .jsonl .ndjson .geojson .json5 .webmanifest .har .jsonld",
    ),
    Form(
        "a mailbox (mbox)",
        (begins(r"From \S{1,200} +\w{3} \w{3} +\d{1,2} +\d{1,2}:\d\d"),),
        ".mbox",
    ),
    Form("a web archive (WARC)", (begins(r"WARC/\d"),), ".warc"),
    Form("a reply of a web server", (begins(r"HTTP/\d(?:\.\d)? \d{3}"),)),
    Form("a mail", (signs.mail,), ".eml .emlx .msg"),
    Form("a contact (vCard)", (begins("BEGIN:VCARD"),), ".vcf"),
    Form("a calendar (iCalendar)", (begins("BEGIN:V(?:CALENDAR|EVENT)"),), ".ics .ical"),
    Form(
        "subtitles",
        (begins(r"WEBVTT\b"), times(rf"^(?:\d+[ \t]*\r?\n)?{CLOCK} --> {CLOCK}", 1)),
        ".srt .vtt .sub .ass .ssa",
    ),
    Form(
        "rules for robots (robots.txt)",
        (
            begins(
                rf"{AFTER_REMARKS}(?:User-agent|Sitemap)\s?:\s?\S+\s*\n\s*[A-Z][a-z-]{{2,20}}\s?:"
            ),
        ),
    ),
    Form(
        "LaTeX",
        (
            begins(
                rf"{AFTER_REMARKS}\\(?:document(?:class|style)|begin|section|input|usepackage)\b"
            ),
            times(r"\\[A-Za-z]{2,30}\*?(?:\[[^\]\n]{0,200}\])?\{", 4),
        ),
        ".tex .ltx .sty .cls",
    ),
    Form(
        "a list of references",
        (begins(r"@\w{2,30}\{[^,\s]{1,100},"), begins(r"TY  - |%0 \w")),
        ".bib .ris .enw",
    ),
    Form(
        "wikitext",
        (
            times(r"\{\{\w[^{}\n|]{0,100}\|", 2),
            times(
                r"\[\[[^\[\]\n]{1,200}\]\]|\{\{\w[^{}\n]{1,200}|^={2,5}[^=\n]{1,200}={2,5}\s*$|\'{3}[^'\n]{1,200}\'{3}",
                3,
            ),
        ),
        ".wiki .mediawiki",
    ),
    Form(
        "a difference between files (patch)",
        (begins(r"diff --git |Index: \S+\n=|--- \S.{0,300}\n\+\+\+ "),),
        ".diff .patch",
    ),
    Form(
        "encoded data",
        (begins("-----BEGIN [A-Z]"), lines(r"[A-Za-z0-9+/]{60,}={0,2}", least=3)),
        ".pem .asc .b64 .uue",
    ),
    Form(
        "a list of addresses", (lines(r"(?:https?|ftp)://\S+", least=1, share=1),), ".url .webloc"
    ),
    Form("a playlist", (begins(r"#EXTM3U|\[playlist\]"),), ".m3u .m3u8 .pls"),
    Form(
        "a table of translations",
        (lines(r"(?:msgid|msgstr|msgctxt|\"|#).*", least=4, share=0.9),),
        ".po .pot",
    ),
    Form(
        "a log",
        (
            lines(rf"\S.{{0,80}}\b(?:{LEVELS})\b.*", share=0.7),
            lines(r"\S+ \S+ \S+ \[[^\]]{5,60}\] \".*", least=1),
            lines(r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S+ [^:]{1,80}:.*", least=1),
        ),
        ".log",
    ),
    Form(
        "a file of settings",
        (
            lines(r"\[[\w .:\"/@-]{1,100}\]|[#;].*|[\w.\"-]{1,100}\s?=\s?.*", least=3, share=0.9),
            lines(r"[A-Z][A-Z0-9_]{1,60}=.*", least=1),
        ),
        ".ini .cfg .conf .toml .properties .env .editorconfig .reg .desktop",
    ),
    Form(
        "YAML",
        (begins("%YAML"), signs.yaml),
        ".yaml .yml",
    ),
    Form(
        "a table (CSV, TSV or the like)",
        (begins(r"sep=[,;\t|]"), signs.table),
        ".csv .tsv .tab .psv",
    ),
    Form(
        "a program (script)",
        (begins(r"#![ /]"),),
        ".sh .bash .zsh .fish .ps1 .bat .cmd .pl .rb .lua .r .jl .tcl",
    ),
    Form(
        "program code",
        (signs.code,),
        ".js .mjs .cjs .jsx .ts .tsx .py .pyw .css .scss .sass .less .sql .c .h .cc .cpp .hpp .cs .java .kt .scala .go .rs "
        ".swift .m .mm .dart .hs .ml .clj .ex .erl .vb .pas .asm .coffee .graphql .proto .sparql .rq",
    ),
)
ENDINGS = MappingProxyType({ending: form.name for form in FORMS for ending in form.endings.split()})

# Forms that are no text: how their files begin. `decoded` would find most of them binary, but
# cannot say what they are.
BINARY = MappingProxyType(
    {
        b"%PDF-": "PDF",
        b"PK\x03\x04": "a ZIP archive, or an office document or book that is one",
        b"\xd0\xcf\x11\xe0": "an old office document",
        b"\x1f\x8b": "compressed (gzip)",
        b"BZh": "compressed (bzip2)",
        b"\xfd7zXZ": "compressed (xz)",
        b"(\xb5/\xfd": "compressed (zstd)",
        b"7z\xbc\xaf": "a 7z archive",
        b"Rar!": "a RAR archive",
        b"PAR1": "a table (Parquet)",
        b"SQLite format 3": "a database (SQLite)",
        b"\x89PNG": "a picture (PNG)",
        b"GIF8": "a picture (GIF)",
        b"\xff\xd8\xff": "a picture (JPEG)",
    }
)
BINARY_ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": "a Word document",
        ".doc": "a Word document",
        ".odt": "an OpenDocument text",
        ".xlsx": "an Excel table",
        ".xls": "an Excel table",
        ".ods": "an OpenDocument table",
        ".pptx": "a PowerPoint presentation",
        ".epub": "a book (EPUB)",
        ".zip": "a ZIP archive",
        ".parquet": "a table (Parquet)",
    }
)


def refusal(text: str, ending: str = "") -> str:
    """Return why a text is not read as prose, and what to do; empty if it may be prose.

    `ending` is that of a file that was named, with its dot; a file is what its content shows, and
    only then what it is called.

    >>> refusal("<html><p>Ada Lund met Jens Berg.</p></html>")
    'is HTML, not plain text: save the article as plain text (.txt)'
    >>> refusal("Ada Lund met Jens Berg in Oslo."), refusal("Ada Lund met Jens Berg in Oslo.", ".md")
    ('', '')
    """
    sample = Sample(text, front_matter(text))
    for form in FORMS:
        at = _first(sign(sample) for sign in form.signs)
        if at is not None:
            name = signs.language_of_code(sample) if signs.code in form.signs else form.name
            return f"{_is_or_has(name, text, at)}: {ADVICE}"
    name = (ENDINGS | BINARY_ENDINGS).get(ending.lower(), "")
    return f"is called {ending}, as {name} is, and not read as plain text: {ADVICE}" if name else ""


def binary_form(data: bytes, ending: str = "") -> str:
    """Return what data that is no text seems to be, by its first bytes and the ending of its file;
    empty if neither tells.
    """
    known = next((name for start, name in BINARY.items() if data.startswith(start)), "")
    return BINARY_ENDINGS.get(ending.lower(), known) if known else ""


def _first(places: Iterable[int | None]) -> int | None:
    return next((place for place in places if place is not None), None)


def _is_or_has(name: str, text: str, at: int) -> str:
    """Return the form as the whole of a text, or as a part of it from a line on."""
    line = text.count("\n", 0, at) + 1
    return (
        f"has {name} in it, from line {line} on"
        if text[:at].strip(BLANKS)
        else f"is {name}, not plain text"
    )
