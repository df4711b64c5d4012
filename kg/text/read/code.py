"""Lines of programs, style sheets and scripts, told from prose by their signs, line by line.

A line of news has next to none of these signs: braces that touch other signs, assignments that end
in a semicolon, commands.
"""

import re

# Where signs of code touch: "={", '{"b":', "};", "){". Prose has none of them; a text about code
# may have one in a line.
JOINT = re.compile(
    r"\w\]?\s?=\s?[{\[(]|\{\s?[\"']?[\w$-]{1,60}[\"']?\s?:|\}\s?[;,)\]]|\)\s?\{|;\s?\}|\w\(\)|\w\)?\s?=>\s?[\w({\[]|"
    r"\w\s?[=!]==?\s?[\w\"']|\w\s?(?:&&|\|\|)\s?[\w(!]"
)
FEWEST_JOINTS = 2
SPACING = 200  # characters for each joint at most; a long paragraph with two odd places is prose
BRACES = re.compile(r"[{}()=&|]")  # of which every joint has one
LONGEST = 100_000  # characters of a line in which joints are counted
# characters; a longer line of code is one that was packed, and has joints
LONGEST_STATEMENT = 1_000
ELEMENT = re.compile(r"<(script|style)\b[^<>]{0,500}>", re.IGNORECASE)

# A whole line that can be nothing but code, by the language that it is most typical of.
LANGUAGES = {
    "JavaScript": (
        r"(?:export\s|default\s|async\s)*(?:var|let|const)\s+[\w$\[{][^=]{0,200}=[^=].*",
        r"(?:export\s|default\s|async\s)*function\b\s*[\w$]*\s*\(.*",
        r"(?:window|document|console|module|exports|\$|jQuery)\b[.(\[].*",
        r"import\s.{1,200}\sfrom\s[\"'].*|import\s[\"'].*[\"'];?|export\s(?:default|const|\{).*",
        r"[\"']use strict[\"'];?",
    ),
    "Python": (
        r"import\s[\w.]+(?:\sas\s\w+)?(?:,\s?[\w.]+)*|from\s[\w.]+\simport\s[\w*(][\w, *()]*",
        r"(?:async\s)?def\s\w+\(.*|class\s\w+(?:\([\w., =]*\))?:|@\w[\w.]*(?:\(.*\))?",
        r"if\s__name__\s?==.*|(?:if|elif|while|with|for|except)\b[^.!?]*:|(?:else|try|finally):",
        r"(?:print|super|len|range|open)\(.*\)|[a-z_][\w.\[\]\"']*\s?=\s?\S[^|]*|(?:return|raise|yield|assert)\s[\w.(\[{\"'].*[\w)\]}\"']",
    ),
    "a style sheet (CSS)": (
        r"[a-z-]{2,30}\s?:\s?[^;{}.]{1,200};",
        r"(?:[.#@*:]?[\w-]+(?:[.#:>+~ ,*]|\[[^\]]{0,60}\]|[\w-]){0,120})\s?\{[^{}]*\}?",
        r"@(?:media|import|font-face|charset|keyframes|supports)\b.*",
    ),
    "a shell script": (
        r"(?:sudo|export|echo|cd|mkdir|rm|cp|mv|curl|wget|grep|sed|awk|chmod|source|apt-get|pip|npm|git|docker|gcc|node)\s[^!?]*",
        r"(?:if|elif|while|until)\s(?:\[|test\s|!).*|(?:for|while)\s.*;\s?do|fi|done|then|do|esac|set\s-\w.*",
        r"[A-Za-z_]\w*=(?:\S*|[\"'$].*)|\$\s\w.*|\S+(?:\s\S+){0,12}\s\\|\S+(?:\s\S+){0,8}\s(?:&&|\|\|)\s\S.{0,200}",
    ),
    "SQL": (
        r"(?i:CREATE|DROP|ALTER|TRUNCATE|LOCK)\s(?i:TABLE|INDEX|VIEW|DATABASE|TABLES|UNIQUE|SCHEMA)\b.*",
        r"(?i:INSERT\sINTO|DELETE\sFROM)\s.*|UPDATE\s\S+\sSET\b.*|(?i:SELECT\s.{1,500}\sFROM)\s.*;|SELECT\s.{1,500}\sFROM\s.*",
        r"--(?:\s.*)?|\(.*\)[,;]|(?:BEGIN|COMMIT|PRAGMA|SET|COPY)\b.*;|[`\"]\w+[`\"]\s(?:INT|VARCHAR|TEXT|DATE|BIGINT).*",
    ),
    "program code": (
        r"#\s?(?:include|define|ifdef|ifndef|endif|pragma)\b.*|(?://|/\*|\*/).*|package\s[\w.]+;?|using\s[\w.]+;|<\?php.*",
        r"(?:public|private|protected|static|final|fn|func|impl|struct|enum|void|int|use)\b.*[{;(]",
        r"[\w$.\[\]\"']{1,100}\s?(?:[-+*/|&]?=)\s?[^=].*;|[\w$.]{1,100}\(.*\);|[\])}]+[;,)]*|(?:return|throw|break|continue)\b.*;",
        r"(?:def|module|class|require|include|attr_\w+)\s[\w:'\".]+|end|puts\s.*|\$\w+\s?=.*|(?:Get|Set|Write|New|Remove|Start|Stop)-[A-Z]\w+\s.*",
        r"(?:FROM|RUN|COPY|CMD|ENV|EXPOSE|WORKDIR|ENTRYPOINT|ARG)\s.*",
    ),
}
LINE_OF = {
    name: re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    for name, patterns in LANGUAGES.items()
}
# Of these, what alone is enough to leave a line of an article unread: a statement that ends as one.
STATEMENT = re.compile(
    r"(?:(?:var|let|const)\s+[\w$]+\s*=|[\w$.\[\]\"']{1,100}\s?[-+*/|&]?=\s?[^=]|(?:window|document|console)[.\[]).*;|"
    r"(?:async\s)?function\b\s*[\w$]*\s*\([\w$, ]*\)\s*\{.*"
)


def language_of_line(line: str) -> str:
    """Return the kind of code that a line is, without the blanks around it; empty if it may be
    prose.

    >>> language_of_line('var owner = "Ada Lund";'), language_of_line("Ada Lund owns it.")
    ('JavaScript', '')
    """
    seen = without_elements(line[:LONGEST])
    if len(seen) <= LONGEST_STATEMENT:
        for name, pattern in LINE_OF.items():
            if pattern.fullmatch(seen):
                return name
    return "program code" if has_joints(seen) else ""


def is_statement(line: str) -> bool:
    """Return whether a line can be nothing but code, even in the midst of an article."""
    seen = without_elements(line[:LONGEST])
    return has_joints(seen) or (len(seen) <= LONGEST_STATEMENT and bool(STATEMENT.fullmatch(seen)))


def without_elements(line: str) -> str:
    """Return a line without the scripts and styles that begin and end in it: they are markup, not a
    line of code.
    """
    kept, start, small = [], 0, line.lower()
    while (opening := ELEMENT.search(line, start)) is not None:
        close = small.find(f"</{opening[1].lower()}", opening.end())
        if close < 0:
            break
        kept.append(line[start : opening.start()])
        start = small.find(">", close) + 1 or len(line)
    return "".join([*kept, line[start:]])


def has_joints(line: str) -> bool:
    """Return whether signs of code touch in several places."""
    if not BRACES.search(line):
        return False
    found = sum(1 for _ in JOINT.finditer(line))
    return found >= max(FEWEST_JOINTS, len(line) / SPACING)
