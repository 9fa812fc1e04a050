import re
from pathlib import Path

import polib
import pytest

import messages

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def danish() -> list[str]:
    entries = [one for one in polib.pofile(str(messages.ROOT / messages.CATALOGUES / "django.po")) if not one.obsolete]
    return [text for one in entries for text in (one.msgstr, *one.msgstr_plural.values())]


def problems(tmp_path: Path, body: str) -> list[str]:
    catalogue = tmp_path / "django.po"
    catalogue.write_text(HEAD + body)
    return messages.unfinished(catalogue)


def test_a_finished_translation_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, 'msgid "budget"\nmsgstr "budget"\n') == []


def test_a_missing_translation_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path, 'msgid "initiative"\nmsgstr ""\n') == ["untranslated: 'initiative'"]


def test_a_guessed_translation_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path, '#, fuzzy\nmsgid "initiative"\nmsgstr "initiativ"\n') == ["fuzzy: 'initiative'"]


def test_half_a_plural_is_named(tmp_path: Path) -> None:
    body = 'msgid "%(n)d line"\nmsgid_plural "%(n)d lines"\nmsgstr[0] "%(n)d linje"\nmsgstr[1] ""\n'
    assert problems(tmp_path, body) == ["untranslated: '%(n)d line'"]


@pytest.mark.slow
def test_texts_of_code_and_templates_are_collected(tmp_path: Path) -> None:
    messages.collect(tmp_path)
    collected = (tmp_path / messages.CATALOGUES / "django.po").read_text()
    assert 'msgid "Skip to content"' in collected
    assert 'msgid "Indicators"' in collected


def test_texts_in_the_braces_of_an_f_string_are_collected() -> None:
    calls = messages.called_in_f_strings("f\"{sentence} {_('Nothing was done.')} {len(rows)}\"\n_('Total')")
    assert calls == ["_('Nothing was done.')"]


def test_what_translates_is_called_as_the_collector_knows_it() -> None:
    sources = [path for name in messages.SOURCES for path in (messages.ROOT / name).rglob("*.py")]
    renamed = [name for path in sources for name in re.findall(r"import n?gettext\w* as (\w+)", path.read_text())]
    assert set(renamed) == {"_", "_now"}


def test_quotations_have_one_kind_of_marks_in_danish() -> None:
    assert [text for text in danish() if re.search(r"(^|[\s(])”(?=[%\w])|[»«„]", text)] == []


# How the words begin that had crept in beside the one that the pages use.
SECOND_WORDS = {
    r"organ(?!i)": "organisation",
    "gitter": "tabel",
    "kladde": "udkast",
    "tjeksum": "kontrolsum",
    "driftsoperat": "driften",
    "retur": "tilbage",
    "frosset": "låst",
    r"baseline(?!\))": "udgangspunkt",
}


def test_one_thing_has_one_word_in_danish() -> None:
    second = re.compile(rf"\b({'|'.join(SECOND_WORDS)})", re.IGNORECASE)
    assert [text for text in danish() if second.search(text)] == []
