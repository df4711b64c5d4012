"""The labels of spaCy's English models that the rules compare, in sets named for what they are.

Dependencies are in the CLEAR style, parts of speech are those of Universal Dependencies, tags are
those of the Penn Treebank, and kinds of entities those of OntoNotes 5. Sets of three labels and
more are in `kg/lang/en/labels.tsv`, and so is a set that one module alone needs.
"""

from kg.lang.en import word_set

# Dependencies: the subject and the objects of a verb.
NOUN_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSE_SUBJECTS = frozenset({"csubj", "csubjpass"})
SUBJECTS = NOUN_SUBJECTS | CLAUSE_SUBJECTS
UNDERGOERS = frozenset({"dobj", "nsubjpass"})  # "closed the bridge", "the bridge was closed"
PREDICATES = frozenset({"attr", "oprd"})  # "is chairman", "was elected mayor"
OBJECTS_AND_PREDICATES = PREDICATES | {"dobj"}

# Dependencies: what else hangs on a verb.
AUXILIARIES = frozenset({"aux", "auxpass"})
PASSIVE_DEPENDENTS = word_set("labels", "passive")
PREPOSITIONS = frozenset({"prep", "agent"})
PREPOSITIONS_AND_DATIVES = frozenset({"prep", "dative"})  # "gave it to", "told him"
PREPOSITION_OBJECTS = frozenset({"pobj", "pcomp"})
PREPOSITIONS_AND_MEASURES = frozenset({"prep", "npadvmod"})  # "on Monday", "two days before"
CLAUSE_OPENERS = frozenset({"mark", "advmod"})  # "before he left", "when he left"

# What is left of a clause without its verb ("her brother Bo for Bolt"), and its preposition. It is
# spaCy's label of what it cannot name.
GAPPED = "dep"

# Dependencies: what hangs on a noun.
NOUN_CLAUSES = frozenset({"relcl", "acl"})
# "the firm based in", "the Lima based firm"
NOUN_AND_ADJECTIVE_CLAUSES = frozenset({"acl", "amod"})
DETERMINERS_AND_OWNERS = frozenset({"det", "poss"})
OWNERS_AND_ADJECTIVES = frozenset({"poss", "amod"})
COMPOUNDS = frozenset({"compound", "nmod"})
ADJECTIVE_TAGS = frozenset({"JJ", "JJR", "JJS"})
COMPOUNDS_AND_ADJECTIVES = frozenset({"compound", "amod"})
PREMODIFIERS = COMPOUNDS | {"amod"}
PREMODIFIERS_AND_OWNERS = PREMODIFIERS | {"poss"}
NAMED_BESIDE = frozenset({"appos", "conj"})
LEFT_OF_NOUN = PREMODIFIERS_AND_OWNERS | word_set("labels", "left-of-noun")

# Dependencies: the head of a clause.
CLAUSES = NOUN_CLAUSES | CLAUSE_SUBJECTS | word_set("labels", "clause")

# Parts of speech.
NOUNS = frozenset({"NOUN", "PROPN"})
NOUNS_AND_PRONOUNS = NOUNS | {"PRON"}
VERBS = frozenset({"VERB", "AUX"})
VERBS_AND_ADJECTIVES = VERBS | {"ADJ"}
ADPOSITIONS = frozenset({"ADP", "SCONJ"})  # the tagger takes "before" and "after" for either

# Tags.
PLURALS = frozenset({"NNS", "NNPS"})
SINGULARS = frozenset({"NN", "NNP"})
PRESENTS = frozenset({"VBZ", "VBP"})
PASTS = frozenset({"VBD", "VBN"})
RELATIVE_PRONOUNS = frozenset({"WDT", "WP"})

# Kinds of entities.
TIME_ENTITIES = frozenset({"DATE", "TIME"})
