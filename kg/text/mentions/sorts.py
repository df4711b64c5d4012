"""The sorts of things that a name may be of, and the labels and nouns that tell them."""

from kg.text.mentions.vocabulary import words

PERSON, ORGANIZATION, PLACE, GROUP = "person", "organization", "place", "group"
EVENT, WORK, PRODUCT, LAW = "event", "work", "product", "law"

KIND_OF_LABEL = {
    "PERSON": PERSON, "ORG": ORGANIZATION, "GPE": PLACE, "LOC": PLACE, "FAC": PLACE, "NORP": GROUP,
    "EVENT": EVENT, "WORK_OF_ART": WORK, "PRODUCT": PRODUCT, "LAW": LAW,
}  # fmt: skip
KIND_OF_NOUN = {
    "kinship": PERSON, "person": PERSON, "office": PERSON, "occupation": PERSON, "military": PERSON,
    "group": ORGANIZATION, "organization": ORGANIZATION, "place": PLACE,
}  # fmt: skip
KIND_OF_THING = {
    **dict.fromkeys(words("products"), PRODUCT), **dict.fromkeys(words("works"), WORK), **dict.fromkeys(words("events"), EVENT),
}  # fmt: skip
