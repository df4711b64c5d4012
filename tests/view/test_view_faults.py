"""The table of faults names tests that there are."""

import re
from pathlib import Path

HERE = Path(__file__).parent
TABLE = (HERE / "FAULTS.md").read_text("utf-8")
NAMED = re.compile(r"`(test_\w+\.py|scripts/[\w.]+)?(?:::(\w+))?`")


def test_every_fault_names_tests_that_are_there():
    rows = [line.split("|")[1:4] for line in TABLE.splitlines() if re.match(r"\| \d", line)]
    assert [int(number) for number, *_ in rows] == list(range(1, 29))
    for _, _, tests in rows:
        found = NAMED.findall(tests)
        assert found and found[0][0], "a row begins with a file"
        file = ""
        for named, test in found:
            file = named or file
            text = (HERE / file).read_text("utf-8")
            assert not test or f"def {test}(" in text, f"{file} has no {test}"
