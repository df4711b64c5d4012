"""Classes of the vocabulary in groups, as the rules ask for them."""

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
