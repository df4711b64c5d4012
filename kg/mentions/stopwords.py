"""Capitalised words that are no names, and words with which no name begins."""

MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.""".split()
)
WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday
    mon tue tues wed thu thur thurs fri sat sun mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. mondays tuesdays wednesdays
    thursdays fridays saturdays sundays""".split()
)
# Diseases, measures, technical abbreviations, languages of the trade: written with capitals, but no people or organisations.
THINGS = frozenset(
    """covid covid-19 covid–19 covid19 sars sars-cov-2 mers hiv aids hiv/aids ebola zika coronavirus flu influenza h1n1 h5n1 malaria
    alzheimer alzheimer's parkinson parkinson's dna rna gdp gnp tv pc dvd cd usb gps vip faq url html pdf sms wi-fi wifi ok
    internet web www email e-mail ceo cfo coo cto cio hr pr it ai iq phd md ba bsc ma msc mba bc ad bce ce gmt utc est edt pst
    pdt cet bst am pm a.m. p.m. usd eur gbp us$ no no. vol vol. christmas easter ramadan god earth sun moon
    north south east west northern southern eastern western northeast northwest southeast southwest
    mr mrs ms dr sir madam st jr sr ii iii iv i q&a r&d rip ied ieds uav uavs vbied vbieds wmd icbm suv suvs lgbt lgbtq id gb mb kb tb ghz mhz khz km kg mph kph kw mw ft sq""".split()
)
# Legal forms of companies: part of a name, but none alone.
LEGAL_FORMS = frozenset("inc inc. corp corp. ltd ltd. llc l.l.c. plc co co. llp gmbh ag s.a. n.v. n.a.".split())
NO_NAME = MONTHS | WEEKDAYS | THINGS | LEGAL_FORMS

FUNCTION_WORDS = frozenset(
    """the a an this that these those my your his her its our their whose which what who whom when where why how if as and or but nor
    so yet for of in on at by to from with without within into onto upon over under above below near between among amid after before
    since until till during while although though because unless than then there here however moreover meanwhile furthermore
    nevertheless nonetheless therefore thus hence also too even only just still already again once twice never always often sometimes
    not no yes nor neither either both each every all any some many much more most few several other others another such same
    i you he she it we they me him us them himself herself itself themselves myself yourself ourselves
    is are was were be been being am has have had having do does did doing will would shall should can could may might must
    about across against along around behind beside besides beyond despite down up off out outside inside per plus through
    throughout toward towards via versus vs vs. according due like unlike following including regarding concerning
    today yesterday tomorrow tonight now later earlier recently currently additionally accordingly finally first second third last next
    one two three four five six seven eight nine ten hundred thousand million billion dozen dozens""".split()
)
NO_NAME_START = FUNCTION_WORDS | MONTHS | WEEKDAYS
# Words of the site itself, and orders to the reader: never names where they stand alone.
FURNITURE = frozenset(
    """download subscribe contribute donate read share click follow watch listen sign login advertisement advert sponsored menu search
    home contact newsletter comments comment related photo image video source date updated published author editor copyright
    file support join print save more topics tags question answer note editor's""".split()
)


def is_function_word(text: str) -> bool:
    """True for a word with which no name begins; "US", "IT" and "WHO" in capitals are names all the same.

    >>> is_function_word("Who"), is_function_word("WHO")
    (True, False)
    """
    return text.lower() in NO_NAME_START and not (text.isupper() and 1 < len(text) < 4)
