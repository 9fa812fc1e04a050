"""How a report is cut, what its parts are found again by, and what is kept of them for how long."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from portfolio.reports.pdf import parts, versions
from portfolio.reports.pdf.cache import SECONDS_UNFINISHED, SECONDS_UNUSED, PartCache, forget, tidy
from portfolio.reports.pdf.packed import Bookmark, Packed
from portfolio.reports.pdf.parts import Part, cut
from portfolio.reports.pdf.pool import PartFailed, Task, pool
from portfolio.reports.pdf.press import Limits, press
from portfolio.reports.printed import Printed, Section, printed
from tests.portfolio.reports import samples

CSS = "p { color: black }"
KEY = "ab" * 32
PACKED = Packed(b"%PDF", ("cover", ""), {"her": (1, 2.0, 3.5)}, (Bookmark("En", 0, 1, 2, (Bookmark("To", 1, 3, 4),)),),
                {"F": ("IBMPlexSans-Regular.ttf", {3: " "})}, ("En klage",))  # fmt: skip


def of(*sections: Section) -> tuple[Part, ...]:
    return cut(Printed('<body data-page="Side" data-of="af">', sections, "</body>", "da", "0" * 64, CSS, ""))


def test_each_sheet_is_a_part_and_the_rest_is_cut_where_pages_begin() -> None:
    begins = '<section class="part fresh">'
    made = of(
        Section("front", '<section class="front">A</section>'),
        Section("summary", f"{begins}B</section>"),
        Section("indstilling", "<section>C</section>"),
        Section("empty", "\n  \n"),
        Section("sheet:1", '<section class="initiative">D</section>', is_sheet=True),
        Section("sheet:2", '<section class="initiative">E</section>', is_sheet=True),
        Section("rest", "<section>F</section>"),
    )
    found = ["".join(letter for letter in part.body if letter in "ABCDEF") for part in made]
    assert found == ["A", "BC", "D", "E", "F"]


def test_a_link_out_of_a_part_leads_to_an_address_that_the_joiner_knows() -> None:
    one, two = of(
        Section(
            "a", '<section class="part fresh" id="her"><a href="#her">x</a><a class="b" href="#der">y</a></section>'
        ),
        Section("b", '<section class="part fresh" id="der"></section>'),
    )
    assert '<a href="#her">' in one.body
    assert '<a class="b" href="part:der">' in one.body
    assert two.body.count("part:") == 0


def test_the_contents_name_the_pages_once_they_are_known() -> None:
    part = Part('<div class="contents"><a href="part:der">y</a><a href="#her">x</a></div>', "da", names_pages=True)
    assert 'href="part:der" data-page="7"' in part.with_pages({"der": 7}).body
    assert 'href="#her" data-page=""' in part.with_pages({"der": 7}).body


def test_one_changed_initiative_changes_one_sheet() -> None:
    before, after = (
        cut(
            printed(
                samples.snapshot(samples.content(samples.sheet("En"), samples.sheet("To", text), samples.sheet("Tre")))
            )
        )
        for text in ("Før.", "Efter.")
    )
    same = {part.key(CSS) for part in before} & {part.key(CSS) for part in after}
    # The sheet itself, and the page that prints the checksum of the whole.
    assert len(same) == len(before) - 2


def test_a_part_is_found_by_all_that_its_pages_hang_on(monkeypatch: pytest.MonkeyPatch) -> None:
    part = Part("<p>A</p>", "da")
    keys = {part.key(CSS), part.key(CSS + " "), replace(part, body="<p>B</p>").key(CSS), replace(part, copy=1).key(CSS)}
    assert len(keys) == 4
    assert part.key(CSS) == Part("<p>A</p>", "da").key(CSS)
    monkeypatch.setattr(versions, "engine_versions", lambda: {"weasyprint": "99"})
    versions.press_digest.cache_clear()
    monkeypatch.setattr(parts, "press_digest", versions.press_digest)
    assert part.key(CSS) not in keys
    versions.press_digest.cache_clear()


def test_every_program_that_decides_is_there() -> None:
    assert set(versions.engine_versions()) == {"weasyprint", "pydyf", "pikepdf", "fonttools", "pango", "harfbuzz"}
    assert "missing" not in versions.engine_versions().values()


def test_parts_of_the_same_content_are_told_apart() -> None:
    one, other = of(*(Section(f"sheet:{number}", "<p>A</p>", is_sheet=True) for number in range(2)))
    assert one.body == other.body
    assert one.mark != other.mark


def test_what_is_kept_is_found_whole_or_not_at_all(tmp_path: Path) -> None:
    cache = PartCache(tmp_path / "0101")
    assert cache.find(KEY) is None
    cache.keep(KEY, PACKED.to_bytes())
    assert cache.find(KEY) == PACKED
    (file,) = cache.folder.iterdir()
    whole = file.read_bytes()
    for damaged in (whole[:-1], whole + b"x", whole[:20], b"", b"{}\n"):
        file.write_bytes(damaged)
        assert cache.find(KEY) is None
    assert file.stat().st_mode & 0o077 == 0


def test_a_key_is_no_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the key"):
        PartCache(tmp_path).keep("../../x", b"")


def keep(folder: Path, number: int, *, age: float, size: int = 1, name: str = "") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / (name or f"{number:064x}.part")
    file.write_bytes(b"x" * size)
    os.utime(file, (1_000_000 - age, 1_000_000 - age))
    return file


def test_what_is_old_or_unfinished_goes(tmp_path: Path) -> None:
    old = keep(tmp_path / "0101", 1, age=SECONDS_UNUSED + 1)
    used = keep(tmp_path / "0101", 2, age=SECONDS_UNUSED - 1)
    broken_off = keep(tmp_path / "0101", 3, age=SECONDS_UNFINISHED + 1, name="unfinished-x")
    in_hand = keep(tmp_path / "0101", 4, age=1, name="unfinished-y")
    assert tidy(tmp_path, 1, now=1_000_000) == 2
    assert [file.exists() for file in (old, used, broken_off, in_hand)] == [False, True, False, True]


def test_the_longest_unused_go_when_there_is_too_much_over_all_municipalities(tmp_path: Path) -> None:
    files = [keep(tmp_path / f"010{number % 2}", number, age=number, size=300_000) for number in range(5)]
    tidy(tmp_path, 1, now=1_000_000)
    assert [file.exists() for file in files] == [True, True, False, False, False]


def test_a_municipalitys_parts_can_be_forgotten(tmp_path: Path) -> None:
    own, other = keep(tmp_path / "0101", 1, age=0), keep(tmp_path / "0751", 2, age=0)
    forget(tmp_path / "0101")
    forget(tmp_path / "9999")
    assert (own.exists(), other.exists()) == (False, True)


def test_only_what_changed_is_laid_out_again_and_the_file_is_the_same(tmp_path: Path) -> None:
    first, changed = (
        samples.snapshot(samples.content(samples.sheet("En"), samples.sheet("To", text))) for text in ("Før.", "Efter.")
    )
    limits = Limits(1, 100, 2048, tmp_path)
    press(first, limits, lambda _progress: None)
    again = press(changed, limits, lambda _progress: None)
    assert again.reused == again.parts - 2
    (tmp_path / "elsewhere").mkdir()
    fresh = press(changed, replace(limits, cache=tmp_path / "elsewhere"), lambda _progress: None)
    assert fresh.reused == 0
    assert again.pdf == fresh.pdf


def test_a_part_that_cannot_be_laid_out_says_why() -> None:
    deep = "<div>" * 3000 + "x" + "</div>" * 3000
    with pool(1, ("", ""), 60, 2048) as renderers, pytest.raises(PartFailed) as caught:
        renderers.run([Task(KEY, KEY, f"<html lang=da><title>t</title>{deep}")], lambda _task, _packed: None)
    assert caught.value.kind == "nesting"
