import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from initiatives.models import Initiative
from organisation.sorting import SORT_KEY_LENGTH, search_key, sort_key

WORDS = st.text(alphabet=string.ascii_letters + "æøåÆØÅéüäö -.0123456789", max_size=40)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("aarhus", "Århus Kommune"),
        ("ÅRHUS", "Aarhus Kommune"),
        ("roedovre", "Rødovre"),
        ("rødovre", "ROEDOVRE"),
        ("cafe", "Café Mødestedet"),
        ("ny-indflytter", "Ny‑indflyttergrupper"),
        ("2.500 kr", "2.500\N{NO-BREAK SPACE}kr."),
        ("1 600", "1\N{NARROW NO-BREAK SPACE}600"),
        ("æld", "Ældresagen"),
        ("å", "A\N{COMBINING RING ABOVE}rhus"),
        ("strasse", "Straße"),
    ],
)
def test_a_search_finds_what_is_printed_in_another_way(typed: str, printed: str) -> None:
    assert search_key(typed) in search_key(printed)


@pytest.mark.parametrize(("typed", "printed"), [("rodovre", "Rødovre"), ("kobenhavn", "København"), ("8", "SO9")])
def test_a_search_does_not_find_another_word(typed: str, printed: str) -> None:
    assert search_key(typed) not in search_key(printed)


@given(st.text(max_size=30))
def test_the_search_key_of_a_search_key_is_itself(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(WORDS, WORDS, WORDS)
def test_a_part_of_a_text_is_found_in_it(before: str, part: str, after: str) -> None:
    assert search_key(part) in search_key(before + part + after)


@given(WORDS)
def test_case_and_width_of_spaces_do_not_matter(text: str) -> None:
    assert search_key(text.swapcase()) == search_key(text)
    assert search_key(f"\u00a0{text.replace(' ', chr(0x202F) * 2)}\t") == search_key(text)


def test_the_danish_alphabet_ends_with_ae_oe_aa() -> None:
    ordered = ["Albertslund", "Ballerup", "Odense", "Vejle", "Zebra", "Ærø", "Ørsted", "Aabenraa", "Aarhus"]
    by_bytes = sorted(ordered)
    assert by_bytes != ordered
    assert sorted(by_bytes, key=sort_key) == ordered


def test_codes_and_numbers_are_in_natural_order() -> None:
    ordered = ["SO", "SO 1", "1.2", "1.10", "2", "SO8", "SO9", "SO17", "SO170"]
    by_number = ["1.2", "1.10", "2", "SO", "SO 1", "SO8", "SO9", "SO17", "SO170"]
    assert sorted(ordered, key=sort_key) == by_number


def test_words_come_before_longer_words_and_punctuation_does_not_count() -> None:
    assert sorted(["Boblberg", "Bo-bil", "Bo", "Bo andel"], key=sort_key) == ["Bo", "Bo andel", "Bo-bil", "Boblberg"]


@pytest.mark.parametrize(
    ("one", "same"),
    [
        ("Aarhus", "Århus"),
        ("Händel", "Hændel"),
        ("Malmö", "Malmø"),
        ("Idé", "ide"),
        ("Müller", "Myller"),
        ("»A«", "a"),
        ("SO08", "SO8"),
    ],
)
def test_letters_that_sort_alike_share_a_key(one: str, same: str) -> None:
    assert sort_key(one) == sort_key(same)


@given(st.text(max_size=400))
def test_a_sort_key_is_digits_so_that_every_collation_orders_it_alike(text: str) -> None:
    key = sort_key(text)
    assert not set(key) - set(string.digits)
    assert len(key) <= SORT_KEY_LENGTH


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.sampled_from(["", "SO", "§ ", "Å "]))
def test_numbers_sort_by_value(one: int, other: int, prefix: str) -> None:
    keys = sort_key(f"{prefix}{one}x"), sort_key(f"{prefix}{other}x")
    assert (keys[0] < keys[1]) == (one < other)


@given(st.lists(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=8), max_size=8))
def test_small_letters_follow_the_alphabet_one_by_one(words: list[str]) -> None:
    alphabet = "abcdefghijklmnopqrstuvwxyzæøå"
    by_hand = sorted(words, key=lambda word: [alphabet.index(letter) for letter in word.replace("aa", "å")])
    by_key = sorted(words, key=sort_key)
    assert [word.replace("aa", "å") for word in by_key] == [word.replace("aa", "å") for word in by_hand]


@given(st.text("abå ÅÆ aA-_.0139", min_size=1, max_size=30).filter(sort_key))
def test_ordinary_words_have_the_key_that_they_have_beside_foreign_letters(text: str) -> None:
    foreign = sort_key("a й").removeprefix(sort_key("a"))
    assert sort_key(f"{text} й") == sort_key(text) + foreign


def test_the_keys_of_a_row_follow_its_words() -> None:
    row = Initiative(title="Aktiv ven", code="SO8")
    row.prepare()
    first = (row.search_key, row.sort_key)
    row.title = "Aktiv nabo"
    row.prepare()
    assert row.search_key == "so8 aktiv nabo"
    row.title, row.sort_key = "Aktiv ven", ""
    row.prepare()
    assert (row.search_key, row.sort_key) == first
    row.search_key = "en anden"
    row.prepare()
    assert (row.search_key, row.sort_key) == first
