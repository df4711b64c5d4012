"""What the accuracy card says whatever the figures are: its sets, its head, its commands."""

PUBLISHED = (  # text F1 (span_overlap) on the held-out fold 5
    ("human annotator", 0.878),
    ("Diffbot joint model", 0.810),
    ("DYGIE++", 0.754),
    ("Diffbot with Matching the Blanks", 0.737),
    ("baseline 5 (BERT), the best open baseline", 0.688),
    ("Diffbot open relation extraction, without training data", 0.560),
    ("baseline 1 (spaCy's names and a BiLSTM)", 0.518),
)

SETS = (
    (
        "News (newsgold, dev)",
        "36 articles in full: half of Wikinews 2004–2018, half written for the set",
        "CC BY 4.0, CC BY 2.5",
        "annotated by a language model under written guidelines",
    ),
    (
        "KnowledgeNet, fold 4",
        "1,022 short texts about people and organisations",
        "CC BY-SA 4.0",
        "Mesquita et al., EMNLP 2019, <https://github.com/diffbot/knowledge-net>",
    ),
    (
        "MEANTIME, the parts on Airbus and Apple",
        "60 Wikinews articles",
        "CC BY 4.0",
        "Minard et al., LREC 2016",
    ),
    (
        "re3d, the freely licensed part",
        "75 government press releases on a war",
        "public domain, OGL v3, CC BY 3.0 AU",
        "Dstl, <https://github.com/dstl/re3d>",
    ),
)

HEAD = """# How accurate it is

<!-- Made by benchmarks/accuracy.py: change the code, then run it. -->

Measured by one and the same `kg build`, with no switch or setting. **The news comes first, since it
is what newskg is for.** Each of its articles is annotated in full, so what the graph says and the
annotation does not counts as wrong, also where it is merely worthless; *signed* takes facts, events
and quotations together: what share of them a journalist would sign, and what share of what they
want is there. What each figure means stands in the README of the benchmark folder; its scorers know
the vocabulary of the graph and nothing of this code.

**How the news was annotated**: by a language model that read written guidelines and no program's
output; a program checked the form. Seven articles were annotated twice, independently; the second
annotation scored against the first gives the ceiling by which to read a figure: signed .91, facts
.93, events found .90, events right .84, participants .82, entities .98, unnamed things .86,
coreference .96, dates .92, kinds .84, where .81, who says so .78, quotations 1.00. Both are the
work of one language model, so people would agree less.

**Who has read what.** *News*: errors were read on other articles of the same making (newsgold,
train), and the votes and the network learnt from those and from `training/news`. Of `dev` the
figures were looked at after each step, and samples of what the graph says of it were judged. **Its
figures also chose settings**: how much less a role needs that words propose was looked at there,
how alike articles of a story are was chosen with a look at the development topics of ECB+, and a
floor of facts was given up when all sets were seen. Floors of events come from cross-validation.
*KnowledgeNet, MEANTIME, re3d*: rules and words were written while reading what goes wrong on them,
and some choices were kept because a figure rose there, so their figures are optimistic for new
texts. The network learnt from folds 1 to 3 of KnowledgeNet and from Re-DocRED, and has seen none of
the texts that are measured here.

| set | texts | licence | source |
|---|---|---|---|
"""

COMMANDS = """## Measure it again

```sh
# builds, scores, writes this page and benchmarks/accuracy.json
python benchmarks/accuracy.py --data BENCHMARKS
# the same, and the table of confidence by rule, kg/graph/ontology/data/confidence.tsv
python benchmarks/accuracy.py --data BENCHMARKS --calibrate
# fails where a figure fell by more than its noise
NEWSKG_BENCHMARKS=BENCHMARKS pytest tests/test_accuracy.py
# the time of a build beside that of the bare spaCy pipeline
python benchmarks/speed.py BENCHMARKS/meantime/docs
# the judged facts of the learned reader; with "draw BUILD" a new list to judge
python benchmarks/judged.py score
```

`BENCHMARKS` is the benchmark folder: the one with `score.py` and the four sets. One set by hand:

```sh
kg build BENCHMARKS/re3d/docs -o out/re3d --mentions
python BENCHMARKS/score.py re3d out/re3d --errors 20
```
"""
