"""The name of a person taken apart: given name, middle names, family name, generation; which forms may be one person's."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kg.graph.entities.name_keys import words_of

HONORIFICS = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady sheikh sheik imam ayatollah mullah rev reverend father sister"
    " pope saint president chancellor senator sen representative rep governor gov mayor judge justice minister premier king"
    " queen prince princess general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm chairman"
    " secretary".split()
)
GENERATIONS = frozenset({"jr", "sr", "junior", "senior", "ii", "iii", "iv"})
SAME_GENERATION = {"junior": "jr", "senior": "sr"}
PARTICLES = frozenset(
    "van von der den de da di du la le el al bin ibn ben del della dos das ter ten zu zum af abu abd abdul st san santa mac"
    " ap".split()
)
# Common short forms of given names, each with the name that it stands for.
SHORT_FORMS = {
    short: full
    for full, shorts in {
        "alexander": "alex alec sandy", "andrew": "andy drew", "anthony": "tony", "benjamin": "ben benny",
        "charles": "charlie chuck", "christopher": "chris", "daniel": "dan danny", "david": "dave davy",
        "donald": "don donnie", "douglas": "doug", "edward": "ed eddie ted teddy ned", "elizabeth": "liz beth betty lizzie",
        "eugene": "gene", "frederick": "fred freddie", "gerald": "gerry jerry", "gregory": "greg", "henry": "harry hank",
        "jacob": "jake", "james": "jim jimmy jamie", "jeffrey": "jeff", "john": "jack johnny", "jonathan": "jon",
        "joseph": "joe joey", "joshua": "josh", "kenneth": "ken kenny", "lawrence": "larry", "margaret": "maggie peggy",
        "matthew": "matt", "michael": "mike mick mickey", "mikhail": "misha", "nathaniel": "nathan nate",
        "nicholas": "nick nicky", "patricia": "pat patty", "peter": "pete", "philip": "phil", "raymond": "ray",
        "rebecca": "becky", "richard": "rick dick rich ricky", "robert": "bob bobby rob robbie", "ronald": "ron",
        "samuel": "sam sammy", "steven": "steve stephen", "susan": "sue", "theodore": "theo", "thomas": "tom tommy",
        "timothy": "tim timmy", "vincent": "vince", "walter": "walt", "william": "bill billy will willie liam",
    }.items()
    for short in shorts.split()
}  # fmt: skip
EAST_ASIAN_FAMILIES = frozenset(
    "kim lee yi park pak choi choe jung jeong chung kang cho jo yoon yun jang chang lim im han oh seo suh shin kwon hwang"
    " ahn an song ryu yoo hong moon mun roh ri rim wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he"
    " guo ma luo liang xie tang deng feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren"
    " yao hua mao xi wen nguyen tran le pham phan vu vo dang bui do ngo duong tsai tan ng abe".split()
)
LONGEST_EAST_ASIAN = 4  # words; "Kim Jong Un" has three, hyphens count as blanks


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in parts, all as `words_of` gives them. `given` is empty for a single word, which stands in `family`."""

    given: str
    middle: tuple[str, ...]
    family: str
    generation: str = ""

    @property
    def is_full(self) -> bool:
        """True where there is more than one word."""
        return bool(self.given)

    @property
    def base(self) -> str:
        """The given name that a short form stands for."""
        return SHORT_FORMS.get(self.given, self.given)

    @property
    def families(self) -> tuple[str, ...]:
        """The words by which the person may be called for short; in East Asia the family comes first."""
        count = len(self.middle) + 2
        eastern = self.given in EAST_ASIAN_FAMILIES and count <= LONGEST_EAST_ASIAN
        last = (self.family.rpartition(" ")[2],) if " " in self.family else ()
        return tuple(dict.fromkeys((self.family, *last, *((self.given,) if eastern else ()))))


@lru_cache(maxsize=100_000)
def person_name(name: str) -> PersonName:
    """A person's name taken apart. Honorifics in front are left out; particles go with the family name.

    >>> person_name("Dr. Ludwig van der Berg Jr.")
    PersonName(given='ludwig', middle=(), family='van der berg', generation='jr')
    """
    words = list(words_of(name))
    while len(words) > 1 and words[0] in HONORIFICS:
        words.pop(0)
    generation = ""
    while len(words) > 1 and words[-1] in GENERATIONS:
        generation = SAME_GENERATION.get(words[-1], words[-1])
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    family = " ".join(words[start:])
    return (
        PersonName(words[0], tuple(words[1:start]), family, generation) if start > 0 else PersonName("", (), family, generation)
    )


def middles_agree(a: Iterable[str], b: Iterable[str]) -> bool:
    """True where two lists of middle names may be one person's: one is empty or begins as the other, initials counting.

    >>> middles_agree(("w",), ("walker",)), middles_agree(("h", "w"), ("w",)), middles_agree((), ("w",))
    (True, False, True)
    """
    return all(x == y or (1 in (len(x), len(y)) and x[0] == y[0]) for x, y in zip(a, b, strict=False))
