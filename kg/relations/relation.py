"""Claims whose construction itself says the relation, and the classes that such constructions ask for."""

from kg.model import Claim, Frame, Mention, Role
from kg.relations.scene import Scene
from kg.relations.stance import Stance, presupposed

PLACES = frozenset(
    {
        "schema:Place", "schema:Country", "schema:City", "schema:State", "kg:Region", "schema:RiverBodyOfWater",
        "schema:Mountain",
        "schema:SeaBodyOfWater", "schema:LakeBodyOfWater", "schema:Airport", "schema:LandmarksOrHistoricalBuildings",
    }
)  # fmt: skip
ORGANIZATIONS = frozenset(
    {
        "schema:Organization", "schema:GovernmentOrganization", "schema:NewsMediaOrganization", "schema:Corporation",
        "schema:EducationalOrganization", "schema:SportsTeam", "kg:PoliticalParty", "kg:ArmedGroup",
    }
)  # fmt: skip
PEOPLE = frozenset({"schema:Person", "kg:Group"})


def relation_claim(
    predicate: str, subject: Mention, value: Mention | str, rule: str, scene: Scene, how: Stance | None = None
) -> Claim:
    """A claim of a property (a curie) between a mention and another, or a literal. Without `how` it is presupposed."""
    token = scene.head(subject)
    how = how or presupposed(token, scene)
    roles = (Role("subject", subject), *(() if isinstance(value, str) else (Role("object", value),)))
    return Claim(
        Frame.RELATION,
        predicate,
        roles,
        subject.passage,
        scene.sentence(token),
        rule=rule,
        value=value if isinstance(value, str) else "",
        factuality=how.factuality,
        speaker=how.speaker,
    )
