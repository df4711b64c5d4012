"""The words of amounts: numbers, scales, currencies, units of measure, and the words that make an amount a bound."""

import re
from collections.abc import Iterable
from decimal import Decimal


def longest_first(words: Iterable[str]) -> str:
    """Return a pattern for any of some words, the longest first.

    A blank or hyphen in a word stands for either. Letters are plain ones (`(?a:`), so that what
    is found is in the list: without regard to case, a pattern takes a long "ſ" for an "s", too.

    >>> longest_first(["m", "mn"]), longest_first(["sq km"])
    ('(?a:mn|m)', '(?a:sq(?u:[\\\\s-])km)')
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?a:" + "|".join(re.sub(r"\\[ -]", r"(?u:[\\s-])", re.escape(word)) for word in ordered) + ")"


def plain(words: str) -> str:
    """Return words that such a pattern found as the list has them: small, with blanks between.

    >>> plain("Tens-of  thousands")
    'tens of thousands'
    """
    return re.sub(r"[\s-]+", " ", words.lower())


ONES = "one two three four five six seven eight nine".split()
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS = {word: Decimal(value) for value, word in enumerate([*ONES, *TEENS], 1)} | {
    word: Decimal(10 * value) for value, word in enumerate(TENS, 2)
}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 12,
    "lakh": 10**5,
    "crore": 10**7,
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}
# Plurals without a number say at least two of them.
VAGUE_NUMBERS = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "tens of millions": 2 * 10**7,
    "hundreds of millions": 2 * 10**8,
}
# Words right before a number that make it a least, a greatest, or a rough one.
AT_LEAST = (
    *("at least", "more than", "over", "no fewer than", "no less than", "not less than", "upwards of", "exceeding"),
    *("in excess of", "a minimum of", "above"),
)
AT_MOST = (
    *("at most", "up to", "less than", "fewer than", "under", "nearly", "almost", "no more than", "not more than"),
    *("as many as", "as much as", "a maximum of", "below"),
)
ABOUT = ("about", "around", "some", "roughly", "approximately", "estimated", "an estimated", "circa", "close to")
CASUALTIES = frozenset("dead wounded injured missing killed homeless unemployed".split())
WITHOUT_PLURAL = frozenset("aircraft spacecraft people staff personnel police cattle sheep fish head series species crew".split())

CURRENCY_OF_SIGN = {
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "£": "GBP",
    "GB£": "GBP",
    "GBP": "GBP",
    "€": "EUR",
    "EUR": "EUR",
    "¥": "JPY",
    "JPY": "JPY",
    "CNY": "CNY",
    "RMB": "CNY",
    "₹": "INR",
    "INR": "INR",
    "RS": "INR",
    "RS.": "INR",
    "₩": "KRW",
    "KRW": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₴": "UAH",
    "₫": "VND",
    "฿": "THB",
    "CHF": "CHF",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "ZAR": "ZAR",
}
CURRENCY_OF_WORD = {
    "dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "british pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "won": "KRW",
    "rupee": "INR",
    "ruble": "RUB",
    "rouble": "RUB",
    "franc": "CHF",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "lira": "TRY",
    "reais": "BRL",
    "rand": "ZAR",
    "shekel": "ILS",
    "dirham": "AED",
    "riyal": "SAR",
    "baht": "THB",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "zloty": "PLN",
    "forint": "HUF",
    "hryvnia": "UAH",
    "tenge": "KZT",
    "naira": "NGN",
}
# Money that is named after its country; without it, the word above holds.
CURRENCY_OF_COUNTRY = {
    ("u.s.", "dollar"): "USD",
    ("us", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD",
    ("hong kong", "dollar"): "HKD",
    ("new zealand", "dollar"): "NZD",
    ("singapore", "dollar"): "SGD",
    ("taiwan", "dollar"): "TWD",
    ("swiss", "franc"): "CHF",
    ("swedish", "krona"): "SEK",
    ("swedish", "kronor"): "SEK",
    ("norwegian", "krone"): "NOK",
    ("norwegian", "kroner"): "NOK",
    ("danish", "krone"): "DKK",
    ("danish", "kroner"): "DKK",
    ("turkish", "lira"): "TRY",
    ("syrian", "pound"): "SYP",
    ("egyptian", "pound"): "EGP",
    ("british", "pound"): "GBP",
    ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR",
    ("sri lankan", "rupee"): "LKR",
    ("mexican", "peso"): "MXN",
    ("argentine", "peso"): "ARS",
    ("philippine", "peso"): "PHP",
    ("chinese", "yuan"): "CNY",
    ("japanese", "yen"): "JPY",
    ("korean", "won"): "KRW",
    ("south korean", "won"): "KRW",
    ("russian", "ruble"): "RUB",
    ("russian", "rouble"): "RUB",
}
SIGN = longest_first(CURRENCY_OF_SIGN)
CURRENCY_WORD = (
    rf"(?:{longest_first(country for country, _ in CURRENCY_OF_COUNTRY)}\s)?"
    rf"{longest_first([*CURRENCY_OF_WORD, 'pound', 'pounds sterling', 'peso'])}s?"
)
PERCENT = r"%|per\s?cent(?:age\spoints?)?\b|percentage\spoints?\b|pct\b"

# The singular English name of a unit, and the other ways to write it (plurals in -s need no entry).
UNIT_FORMS = {
    "kilometre per hour": "km/h kph kmh kilometres-per-hour kilometers-per-hour kilometers-an-hour kilometres-an-hour",
    "mile per hour": "mph miles-per-hour miles-an-hour",
    "metre per second": "m/s metres-per-second meters-per-second",
    "square kilometre": "square-kilometer sq-km km² km2",
    "square metre": "square-meter sq-m m² m2",
    "square mile": "sq-mile",
    "square foot": "square-feet sq-ft",
    "cubic metre": "cubic-meter m³ m3",
    "cubic foot": "cubic-feet",
    "nautical mile": "",
    "kilometre": "kilometer km kms",
    "metre": "meter",
    "centimetre": "centimeter cm",
    "millimetre": "millimeter mm",
    "mile": "",
    "foot": "feet ft",
    "inch": "inches",
    "yard": "",
    "hectare": "ha",
    "acre": "",
    "kilogram": "kg kgs kilo kilogramme",
    "gram": "gramme",
    "milligram": "mg",
    "tonne": "metric-ton",
    "ton": "",
    "ounce": "oz",
    "litre": "liter",
    "gallon": "",
    "barrel per day": "barrels-per-day barrels-a-day bpd",
    "barrel": "",
    "knot": "",
    "degree Celsius": "degrees-celsius °c ºc degrees-centigrade degree-celsius",
    "degree Fahrenheit": "degrees-fahrenheit °f degree-fahrenheit",
    "kilowatt hour": "kwh kilowatt-hour",
    "megawatt": "mw",
    "gigawatt": "gw",
    "kilowatt": "kw",
    "gigabyte": "gb",
    "megabyte": "mb",
    "terabyte": "tb",
    "gigahertz": "ghz",
    "megahertz": "mhz",
    "horsepower": "hp",
    "decibel": "",
}
SHORT_FORM = 3  # letters; "ha" and "km" take no -s
UNIT_OF_FORM = {
    form.replace("-", " ").lower(): unit
    for unit, forms in UNIT_FORMS.items()
    for base in (unit, *forms.split())
    for form in ((base, f"{base}s") if len(base) > SHORT_FORM else (base,))
}
MEASURE = longest_first(UNIT_OF_FORM)
# Measures that stand with an article for a number; not those that mean something else so ("a foot", "a yard", "a pound").
SINGLE_MEASURES = "kilometer kilometre mile meter metre hectare acre ton tonne litre liter square-mile square-kilometre".split()


def currency_of_sign(sign: str) -> str:
    """The ISO 4217 code of a currency sign or code before a number; a plain "$" is the US dollar."""
    return CURRENCY_OF_SIGN[sign.upper()]


def measure_of(words: str) -> str:
    """The singular name of a unit of measure.

    >>> measure_of("kilometers"), measure_of("sq km"), measure_of("mph")
    ('kilometre', 'square kilometre', 'mile per hour')
    """
    return UNIT_OF_FORM[plain(words)]


def currency_of(words: str) -> str:
    """The ISO 4217 code of a currency in words, empty where the words alone do not tell.

    >>> currency_of("Canadian dollars"), currency_of("pounds"), currency_of("pesos")
    ('CAD', 'GBP', '')
    """
    text = plain(words)
    if text.startswith("pound"):
        return "GBP"
    for form in (text, text.removesuffix("s")):
        country, _, word = form.rpartition(" ")
        if (country, word) in CURRENCY_OF_COUNTRY:
            return CURRENCY_OF_COUNTRY[country, word]
        if form in CURRENCY_OF_WORD:
            return CURRENCY_OF_WORD[form]
    return ""
