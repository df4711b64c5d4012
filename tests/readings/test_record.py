"""A record: whatever was read comes back as it was, and a record that is not whole is none."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_samples import PLAIN, READINGS

from kg.readings.records import DamagedRecordError, key_of, record, recorded

RECORD, KEY = record(PLAIN, "v1"), key_of(PLAIN.article, "v1")


@settings(deadline=None)
@given(READINGS)
def test_a_reading_comes_back_as_it_was(reading):
    back = recorded(record(reading, "v1"), key_of(reading.article, "v1"))
    assert back == reading
    assert repr(back) == repr(reading)  # of the same types, too
    assert record(back, "v1") == record(reading, "v1")


def test_a_mention_in_a_chain_and_in_a_claim_is_one_object_again():
    back = recorded(RECORD, KEY)
    assert back.chains[0].mentions[0] is back.claims[0].roles[0].mention


@settings(deadline=None)
@given(st.integers(300, 9_000), st.integers(1, 99))
def test_two_readings_hold_equal_numbers_once(end, hundredths):
    chance = hundredths / 100
    passage = replace(PLAIN.claims[0].evidence, end=end)
    claim = replace(PLAIN.claims[0], evidence=passage, probability=chance, vector=(-end, end))
    reading = replace(PLAIN, claims=(claim,))
    first, second = (recorded(record(reading, "v1"), KEY).claims[0] for _ in range(2))
    assert first == second == claim
    assert first is not second
    assert first.evidence.end is second.evidence.end is first.vector[1]
    assert first.probability is second.probability
    assert type(first.probability) is float


@settings(deadline=None)
@given(st.integers(0, len(RECORD) - 1), st.integers(1, 255))
def test_a_record_with_another_byte_is_none(place, change):
    other = bytearray(RECORD)
    other[place] ^= change
    with pytest.raises(DamagedRecordError):
        recorded(bytes(other), KEY)


@settings(deadline=None)
@given(st.integers(0, len(RECORD) - 1))
def test_a_record_that_was_cut_short_is_none(end):
    with pytest.raises(DamagedRecordError):
        recorded(RECORD[:end], KEY)


@settings(deadline=None)
@given(st.binary(max_size=20))
def test_a_record_with_something_behind_it_is_none(more):
    if more:
        with pytest.raises(DamagedRecordError):
            recorded(RECORD + more, KEY)


def test_a_record_of_another_version_is_none():
    with pytest.raises(DamagedRecordError, match="another article or version"):
        recorded(RECORD, key_of(PLAIN.article, "v2"))
