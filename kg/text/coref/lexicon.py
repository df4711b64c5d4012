"""The word lists of the room: endings of names, short forms of given names, kin of head nouns, what only actors have and do."""

from collections.abc import Mapping
from types import MappingProxyType

# Legal forms and words like them: "Acme Corp." and "Acme" are one firm.
LEGAL_FORMS = frozenset(
    "inc incorporated corp corporation co company companies ltd limited llc llp lp plc pty ag se sa sas spa srl gmbh nv "
    "bv oy oyj ab asa as kg kk sarl group holding holdings".split()
)
# Words that make an organisation a part or kin of the one named before them: "Acme Research" is not "Acme".
DIVISIONS = frozenset(
    "academy africa america americas arena asia australia award awards bank bureau cancer capital center centre centers "
    "china church club college commercial consulting council defence defense department division energy engineering "
    "entertainment europe film films finance financial foundation france fund germany global health healthcare "
    "helicopters hospital india institute insurance international investments israel japan journal lab laboratories "
    "labs law library magazine media medical memorial military motorsport museum music networks news north orchestra "
    "park partners party pictures police post press prize productions properties publishing radio records research "
    "school schools science security services software south space sports stadium studio studios systems team "
    "technologies technology theatre theater times tower trust tv uk university us usa venture ventures west women "
    "youth aircraft airplanes airport campus district records square street express subway station power plant "
    "cup house area".split()
)
# Words that only say what a place is: "Orinoco" and "Orinoco River" are one river.
PLACE_WORDS = frozenset("river lake mount mt mountain mountains sea ocean city desert strait".split())
# Words that a short form of an organisation's name may leave out, and that give no letter to an acronym.
SMALL_WORDS = frozenset("of the and for in on at to de la le des du del y et und für & a an".split())
# "Ministry of Foreign Affairs" and "Foreign Ministry" are one; so "affairs" names nothing.
EMPTY_WORDS = SMALL_WORDS | {"affairs", "republic"}
HONORIFICS = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor sen senator rep president gen general st saint".split()
)

# Short forms of given names, each with the names that it may stand for.
GIVEN_NAMES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        short: frozenset(full.split("/"))
        for short, full in (
            pair.split(":")
            for pair in (
                "abe:abraham al:albert/alan/alfred alex:alexander/alexandra andy:andrew art:arthur barney:bernard "
                "becky:rebecca ben:benjamin bernie:bernard beth:elizabeth betty:elizabeth bill:william billy:william "
                "bob:robert bobby:robert cathy:catherine charlie:charles chris:christopher/christine/christina "
                "chuck:charles cindy:cynthia dan:daniel danny:daniel dave:david debbie:deborah dick:richard don:donald "
                "doug:douglas ed:edward/edwin/edgar eddie:edward fred:frederick/alfred gene:eugene geoff:geoffrey "
                "gerry:gerald greg:gregory hank:henry harry:henry/harold jack:john jeff:jeffrey jen:jennifer "
                "jenny:jennifer jerry:gerald/jerome jim:james jimmy:james joe:joseph johnny:john jon:jonathan "
                "kate:katherine/catherine kathy:katherine/kathleen ken:kenneth larry:lawrence/laurence "
                "leo:leonard/leopold les:leslie/lester liz:elizabeth lou:louis/louise maggie:margaret matt:matthew "
                "meg:margaret mel:melvin mike:michael mick:michael nancy:anne nate:nathan/nathaniel ned:edward "
                "nick:nicholas pat:patrick/patricia peggy:margaret pete:peter phil:philip/phillip ralph:raphael "
                "randy:randall ray:raymond rick:richard rob:robert ron:ronald russ:russell sam:samuel/samantha "
                "sandy:sandra/alexander sid:sidney stan:stanley steve:steven/stephen sue:susan ted:theodore/edward "
                "terry:terence/theresa tim:timothy toby:tobias tom:thomas tony:anthony/antonio vic:victor "
                "vicky:victoria walt:walter wes:wesley will:william"
            ).split()
        )
    }
)

# For a head noun, the words in a name that answer to it. "the ministry" finds "Foreign Ministry", "the paper" "Daily Post".
NAME_WORDS_OF_NOUN: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        noun: frozenset(words.split())
        for noun, words in {
            "ministry": "ministry department",
            "department": "department ministry",
            "embassy": "embassy mission",
            "mission": "mission embassy",
            "consulate": "consulate",
            "court": "court tribunal",
            "tribunal": "tribunal court",
            "university": "university college institute",
            "college": "college university",
            "school": "school academy college",
            "academy": "academy",
            "institute": "institute",
            "bank": "bank bancorp",
            "party": "party",
            "agency": "agency administration bureau service",
            "bureau": "bureau",
            "administration": "administration",
            "commission": "commission",
            "committee": "committee",
            "council": "council",
            "board": "board",
            "parliament": "parliament duma knesset bundestag assembly",
            "senate": "senate",
            "assembly": "assembly",
            "congress": "congress",
            "house": "house",
            "police": "police",
            "army": "army",
            "navy": "navy",
            "air force": "force",
            "union": "union",
            "alliance": "alliance treaty",
            "association": "association federation",
            "federation": "federation association",
            "foundation": "foundation trust",
            "museum": "museum gallery",
            "hospital": "hospital clinic",
            "church": "church cathedral",
            "club": "club fc united city",
            "team": "team",
            "league": "league",
            "airline": "airlines airline airways air",
            "carrier": "airlines airline airways air",
            "airport": "airport",
            "newspaper": "times post guardian journal herald tribune gazette newspaper telegraph chronicle observer daily",
            "paper": "times post guardian journal herald tribune gazette newspaper telegraph chronicle observer daily",
            "magazine": "magazine weekly review",
            "network": "network television tv",
            "channel": "channel television tv",
            "broadcaster": "broadcasting television tv radio",
            "group": "group",
            "movement": "movement",
            "fund": "fund",
            "organization": "organization organisation",
            "organisation": "organization organisation",
            "river": "river",
            "lake": "lake",
            "island": "island isle",
            "bridge": "bridge",
            "mountain": "mount mountain",
            "peninsula": "peninsula",
            "province": "province",
            "state": "state",
            "region": "region",
            "county": "county",
        }.items()
    }
)

# Nouns that may take up any firm, without a word of its name.
FIRM_NOUNS = frozenset(
    "company firm corporation business manufacturer maker giant conglomerate carrier operator automaker".split()
)
# Nouns that may take up any country or any city.
COUNTRY_NOUNS = frozenset("country nation republic kingdom".split())
CITY_NOUNS = frozenset("city town".split())
# Kinship and the like: with one owner there may be several, but "his wife" twice is one.
DEMONSTRATIVES = frozenset("the this that these those".split())

# Adjectives that tell how somebody feels or fares, and never which one is meant: "the weary miners" are the miners.
EPITHETS = frozenset(
    "angry anxious ailing beleaguered bewildered brave cash-strapped cheerful cheering courageous delighted desperate "
    "determined disappointed ecstatic elated embattled emotional exhausted excited famous fearless frightened frustrated "
    "furious grateful happy hapless hungry ill-fated intrepid joyful joyous jubilant loss-making lucky miserable nervous "
    "overjoyed poor proud relieved sad scared shaken shocked smiling stricken struggling stunned tearful terrified "
    "thirsty tired triumphant troubled unfortunate unhappy unlucky upset wealthy weary worried".split()
)
# What only somebody who acts has or does, so that "its headquarters" is no machine's and "it announced" no report's.
OWNED_BY_ACTORS = frozenset(
    "army board boss branch budget ceo chairman chairwoman chief citizen client commander competitor counterpart "
    "customer decision diplomat director economy embassy employee executive fighter founder government headquarter "
    "headquarters intention investor leader lawyer manager member military ministry minister neighbor neighbour office "
    "official owner parent parliament partner people plan policy population president profit promise revenue rival sale "
    "share shareholder soldier spokesman spokesperson spokeswoman staff statement stock strategy subsidiary supplier "
    "supporter territory troop voter worker workforce website".split()
)
ACTIONS = frozenset(
    "accept accuse acquire admit agree aim announce apologise apologize appeal apply argue ask believe buy call claim "
    "complain concede confirm consider decide declare decline demand deny employ expect file fire hire hope insist "
    "intend invest lay launch negotiate offer oppose order own pay plan promise propose purchase refuse reject release "
    "report request say seek sell sign state sue suspect tell threaten urge vow want warn wish withdraw".split()
)
# What tells an "it" or "we" of which nothing else is known to be an organisation: what it has, does, and what is done to it.
OWNED_BY_FIRMS = frozenset(
    "affiliate brand campus ceo cfo clientele clinic company customer department division equipment facility factory firm "
    "flagship fleet formation founder founding franchise hq inception location network personnel plant portfolio "
    "predecessor president product roster service shareholder showroom store studio successor team vendor warehouse".split()
)
FIRM_ACTIONS = frozenset(
    "affiliate compete cooperate distribute employ expand export headquarter manufacture market merge operate partner "
    "relocate sell specialise specialize".split()
)
DONE_TO_FIRMS = frozenset(
    "acquire affiliate demerge dissolve establish form found headquarter incorporate list merge nationalise nationalize own "
    "privatise privatize rebrand register relaunch rename reorganise reorganize staff".split()
)
