"""Texts that Hypothesis makes of the package's own word lists: times, amounts, whole articles.

The lists are taken from the modules: a word that comes to a list comes into these texts, too.
"""

import pkgutil
import re
from collections.abc import Iterable, Iterator
from datetime import date
from importlib import import_module

from hypothesis import strategies as st

import kg.text.coref
import kg.text.mentions
import kg.text.relations
from kg.lang.en import word_set
from kg.model import Quantity, TimeValue
from kg.text.quantities import words as amount_words
from kg.text.timex import relative
from kg.text.timex import words as time_words

ISO_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
DURATION = re.compile(
    r"P(?=.)(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:T(?=.)(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+S)?)?"
)
DECIMAL = re.compile(r"(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")
WORD = re.compile(r"[A-Za-z][A-Za-z'’. -]*")

# ------------------------------------------------------------------------------- word lists


def strings(value: object) -> Iterator[str]:
    """Yield the texts in a list, set, tuple or table, also in those inside it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from strings([*value.keys(), *value.values()])
    elif isinstance(value, (list, tuple, set, frozenset)):
        for each in value:
            yield from strings(each)


def word_lists(package: object) -> Iterator[tuple[str, ...]]:
    """Yield each word list that stands as a constant in the modules of a package, sorted."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = import_module(found.name)
        for name in sorted(vars(module)):
            value = vars(module)[name]
            if name.isupper() and not isinstance(value, str):
                words = tuple(sorted({word for word in strings(value) if WORD.fullmatch(word)}))
                if words:
                    yield words


LISTS = sorted(
    {
        each
        for package in (kg.text.mentions, kg.text.relations, kg.text.coref)
        for each in word_lists(package)
    }
)


def any_of(*words: Iterable[str]) -> st.SearchStrategy[str]:
    """Draw a word of some lists, each list as often as another."""
    return st.sampled_from([sorted(each) for each in words]).flatmap(st.sampled_from)


# ------------------------------------------------------------------------ times and amounts

FIGURES = st.integers(0, 12_000).flatmap(
    lambda n: st.sampled_from([str(n), f"{n:,}", f"{n}.5", f"0{n}", f"{n}th"])
)
COUNTS = FIGURES | any_of(
    time_words.CARDINALS,
    time_words.ORDINALS,
    ("a", "an", "half a", "several", "a few", "a couple of"),
)
UNITS = any_of(time_words.UNITS, [f"{unit}s" for unit in time_words.UNITS], ("centuries",))
YEARS = st.integers(1000, 2099).map(str)
MONTHS = any_of(
    [name.title() for name in time_words.MONTHS], [f"{name.title()}." for name in time_words.MONTHS]
)
WHICH = any_of(
    time_words.WHICH,
    relative.FROM_LAST,
    ("the", "that", "this", "every", "each", "the last", "the same"),
)
WORDS_OF_TIME = any_of(
    *(
        time_words.MONTHS,
        time_words.WEEKDAYS,
        time_words.WEEKDAY_SHORT,
        time_words.SEASONS,
        time_words.UNITS,
    ),
    *(
        time_words.DECADES,
        time_words.HOLIDAYS,
        time_words.FEASTS,
        time_words.WHICH,
        relative.DAY_WORDS,
    ),
    *(time_words.CARDINALS, time_words.ORDINALS, relative.FROM_LAST),
    "of in on at the and to from between since until before after ago later earlier end beginning early mid late".split(),
    "morning afternoon evening night quarter half century year-end fiscal Q1 H2 FY 9/11 1990s 2010-15 2021-02-26".split(),
)
TIMES = st.one_of(
    st.tuples(
        COUNTS, UNITS, any_of(("ago", "later", "earlier", "and a half", "before", "after", ""))
    ).map(" ".join),
    st.tuples(WHICH, COUNTS, UNITS).map(" ".join),
    st.tuples(WHICH, UNITS | WORDS_OF_TIME).map(" ".join),
    st.tuples(COUNTS, any_of(("whole", "full", "to", "or", "and")), COUNTS, UNITS).map(" ".join),
    st.tuples(COUNTS, UNITS).map("-".join),
    st.tuples(any_of(("the end of", "early in", "mid-", "the")), WORDS_OF_TIME, YEARS).map(
        " ".join
    ),
    st.tuples(MONTHS, COUNTS, YEARS | any_of(("last year", "that year", "next year"))).map(
        " ".join
    ),
    st.tuples(
        any_of(time_words.FEASTS, time_words.HOLIDAYS), YEARS | any_of(("last year", "next year"))
    ).map(" ".join),
    st.tuples(COUNTS, any_of(("quarter", "half", "century")), any_of(("of", "in")), YEARS).map(
        " ".join
    ),
    st.lists(WORDS_OF_TIME | FIGURES | YEARS, min_size=1, max_size=6).map(" ".join),
)
WORDS_OF_AMOUNT = any_of(
    *(
        amount_words.NUMBERS,
        amount_words.SCALES,
        amount_words.VAGUE_NUMBERS,
        amount_words.AT_LEAST,
        amount_words.AT_MOST,
    ),
    *(
        amount_words.ABOUT,
        amount_words.CASUALTIES,
        amount_words.WITHOUT_PLURAL,
        amount_words.CURRENCY_OF_SIGN,
    ),
    *(
        amount_words.CURRENCY_OF_WORD,
        amount_words.UNIT_OF_FORM,
        [name.rpartition(" ")[0] for name in amount_words.CURRENCY_OF_COUNTRY],
    ),
    "a an half of and to or between more less % per cent percentage points miners ships won pounds pesos".split(),
)
SIGNS = any_of(amount_words.CURRENCY_OF_SIGN, [""])
SCALED = st.tuples(SIGNS, FIGURES, any_of(["", " "]), any_of(amount_words.SCALES, [""])).map(
    "".join
)
AMOUNTS = st.one_of(
    SCALED,
    st.tuples(SCALED, any_of(amount_words.UNIT_OF_FORM, amount_words.CURRENCY_OF_WORD)).map(
        " ".join
    ),
    st.tuples(
        any_of(amount_words.VAGUE_NUMBERS, amount_words.NUMBERS),
        any_of(("of miners", "ships", "dead")),
    ).map(" ".join),
    st.tuples(any_of(("between", "from")), SCALED, any_of(("and", "to")), SCALED).map(" ".join),
    st.lists(WORDS_OF_AMOUNT | FIGURES, min_size=1, max_size=6).map(" ".join),
)

# What a keyboard, a printer or another script makes of the same words.
CHANGES = (
    str.upper,
    str.title,
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace(" ", "\u00a0"),
    lambda text: text.replace(" ", "  "),
    lambda text: text.replace("'", "’"),
    lambda text: text.replace("s", "\u017f"),  # the long s, which is an "s" without regard to case
    lambda text: text.replace(
        "i", "\u0130"
    ),  # the Turkish "İ", which is an "i" without regard to case
    lambda text: text.replace("I", "\u0131"),
    lambda text: text.replace("K", "\u212a").replace("k", "\u212a"),  # the sign of kelvins
    lambda text: text.translate({ord("0") + n: 0x0660 + n for n in range(10)}),  # Arabic figures
)


@st.composite
def changed(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Draw a text, one of two written in an unusual way."""
    text = draw(texts)
    return draw(st.sampled_from(CHANGES))(text) if draw(st.booleans()) else text


PHRASES = changed(TIMES | AMOUNTS)

# --------------------------------------------------------------------------------- articles

FRAMES = (
    "After {} of talks, the mayor left Oslo.",
    "Ada Lund spent {} in Lima.",
    "Globex bought Initech {}",
    "On {}, Ada Lund met Jens Berg.",
    "The ship will arrive {}.",
    "Globex, which paid {}, was founded in {}.",
    "The mayor said {} before the vote on May 5, 2019 that {} had left.",
    "Ada Lund ({} – {}) was born in Oslo.",
    "{} later, she resigned",
)
NAMES = any_of(
    ("Ada Lund", "Lund", "Jens Berg", "Mr Berg", "Kim Jo-un"),
    ("Globex", "Initech Ltd.", "Umbrella Inc", "GLX", "University of Lima", "Ministry of Trade"),
    ("Oslo", "Lima", "Norway", "Norwegian", "Peru", "the Glomma", "US"),
)
NAMED_LISTS = [
    sorted(word_set("names", "legal-form")),
    sorted(word_set("times", "name-month")),
    sorted(word_set("times", "name-weekday")),
    sorted(word_set("nouns", "capitalised-thing")),
    "he she it they who which his her their we I you him them himself there".split(),
    "is was were has had will may did not been be by of in on at to for from with and or but that as than if".split(),
    "the a an this these both all no every some two other former new late first last more including between".split(),
]
LISTED = st.sampled_from([*LISTS, *NAMED_LISTS]).flatmap(st.sampled_from)
MARKS = any_of(
    (
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "-",
        "–",
        "—",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        "’s",
        "/",
        "%",
        "$",
        "\n\n",
        "\n",
    )
)
CHUNKS = st.one_of(
    LISTED, LISTED.map("the {}".format), LISTED.map(str.title), NAMES, NAMES, TIMES, AMOUNTS, MARKS
)
SENTENCES = st.one_of(
    st.lists(CHUNKS, min_size=1, max_size=14).map(" ".join),
    st.tuples(NAMES, LISTED, NAMES, LISTED, NAMES).map(" ".join),
    st.tuples(st.sampled_from(FRAMES), PHRASES, PHRASES).map(
        lambda drawn: drawn[0].format(*drawn[1:])
    ),
)
HEADS = st.sampled_from(
    ["", "", "Town news\n\nMarch 1, 2019\n\n", "March 2019\n\nBy Ada Lund\n\n", "OSLO (Globex) – "]
)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Draw the text of an article: a head, and sentences, the last one with or without a stop."""
    between = draw(st.sampled_from([". ", ".\n\n", " ", "\n"]))
    return (
        draw(HEADS)
        + between.join(draw(st.lists(SENTENCES, min_size=1, max_size=3)))
        + draw(st.sampled_from(["", "."]))
    )


# ------------------------------------------------------------------------------------- laws


def check_time(value: TimeValue) -> None:
    """Fail if a value is no date, span, or duration in its canonical form."""
    for iso in filter(None, (value.start, value.end)):
        assert ISO_DATE.fullmatch(iso), value
        date.fromisoformat((iso + "-01-01")[:10])
    assert not value.duration or DURATION.fullmatch(value.duration), value
    assert not (value.duration and (value.start or value.end)), value


def check_quantity(quantity: Quantity) -> None:
    """Fail if an amount says nothing, or not in canonical decimals."""
    numbers = [number for number in (quantity.value, quantity.minimum, quantity.maximum) if number]
    assert numbers, quantity
    assert all(DECIMAL.fullmatch(number) for number in numbers), quantity
