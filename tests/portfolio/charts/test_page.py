"""Charts on a page in a browser: under the page's policy, in its font, for axe, on a phone."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.live_server_helper import LiveServer

from portfolio.charts import Definition
from tests.browser import Reader, reading
from tests.cast import Cast, make_cast
from tests.portfolio.charts.samples import BARS, HOSTILE, LINE, SAMPLES

pytestmark = pytest.mark.browser

PAGE = """{% load charts %}<div><h1>Figurer</h1>
{% for definition in definitions %}{% chart definition forloop.counter %}
{% endfor %}</div>"""
# Into the open page, so that its policy, style sheets and fonts hold for the charts.
SHOW = """async ([html, sheet]) => {
  document.querySelector("main").innerHTML = html;
  const link = Object.assign(document.createElement("link"), {rel: "stylesheet", href: sheet});
  await new Promise((loaded, failed) => { link.onload = loaded; link.onerror = failed; document.head.append(link); });
  await document.fonts.ready;
}"""
FAULTS = """() => {
  const faults = [];
  for (const svg of document.querySelectorAll("svg.pm-chart-picture")) {
    const view = svg.viewBox.baseVal, texts = [...svg.querySelectorAll("text")].map(text => [text, text.getBBox()]);
    texts.forEach(([text, box], at) => {
      if (box.x < -0.5 || box.x + box.width > view.width + 0.5 || box.y + box.height > view.height + 2)
        faults.push("outside: " + text.textContent);
      for (const [other, there] of texts.slice(at + 1))
        if (box.x < there.x + there.width && there.x < box.x + box.width
            // The browser's box has the line's spacing in it, the eye's has not.
            && box.y + 2 < there.y + there.height - 2 && there.y + 2 < box.y + box.height - 2)
          faults.push(text.textContent + " on " + other.textContent);
    });
  }
  return faults;
}"""


@pytest.fixture
def people(browser: Browser, transactional_db: None) -> Cast:
    return make_cast()


def show(reader: Reader, definitions: list[Definition]) -> None:
    assert reader.open(reverse("password_change")) == 200
    html = Template(PAGE).render(Context({"definitions": definitions}))
    reader.page.evaluate(SHOW, [html, "/static/charts.css"])


def test_every_chart_stands_right_in_the_browser(browser: Browser, live_server: LiveServer, people: Cast) -> None:
    with reading(browser, live_server.url, people.koebenhavn["reader"]) as reader:
        show(reader, list(SAMPLES.values()))
        assert reader.page.evaluate("document.fonts.check('14px \"IBM Plex Sans\"')")
        assert reader.page.evaluate(FAULTS) == []
        assert reader.axe() == []
        assert [line for line in reader.said if "Content Security Policy" in line] == []


def test_the_table_opens_by_keyboard(browser: Browser, live_server: LiveServer, people: Cast) -> None:
    with reading(browser, live_server.url, people.koebenhavn["reader"]) as reader:
        show(reader, [BARS])
        assert not reader.page.get_by_role("cell", name="finansieres andetsteds").is_visible()
        reader.page.locator("summary").focus()
        reader.page.keyboard.press("Enter")
        assert reader.page.get_by_role("cell", name="finansieres andetsteds").is_visible()
        assert reader.page.get_by_role("img").first.get_attribute("viewBox")


def test_a_phone_moves_the_picture_and_not_the_page(browser: Browser, live_server: LiveServer, people: Cast) -> None:
    with reading(browser, live_server.url, people.koebenhavn["reader"], width=320) as reader:
        show(reader, [BARS, LINE, HOSTILE])
        assert reader.sideways() == 0
        assert reader.page.evaluate("document.querySelector('svg.pm-chart-picture').clientWidth") >= 560
        assert reader.axe() == []
