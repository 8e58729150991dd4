"""What an article says is text to the page, whatever it looks like."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, expect

from tests.draw.conftest import Open
from tests.graph.report import FACTS
from zhengmai import model as m
from zhengmai.draw.page import page
from zhengmai.graph.rdf import statements

TAKE = "document.title='taken'"
PAYLOADS = [
    f"</script><script>{TAKE}</script>",
    f"<!--<script>{TAKE}//",
    f'<img src=x onerror="{TAKE}">',
    f"<a href='javascript:{TAKE}'>href</a>",
    f"\"'`;{TAKE}//",
    f"{{{{constructor.constructor({TAKE!r})()}}}}${{{TAKE}}}",
    "\u2028\u202e\u0000$data",
]


class Loads(HTMLParser):
    """What a page would load, and how many scripts it holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.scripts = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.scripts += tag == "script"
        self.found += [value or "" for name, value in attrs if name in ("src", "href", "action", "data", "poster")]


def stored(extraction: m.Extraction) -> ox.Store:
    store = ox.Store()
    store.load(statements(extraction), format=ox.RdfFormat.N_QUADS)
    return store


def report(words: str) -> m.Extraction:
    """A report of which every part is these words."""
    said = (m.Evidence(m.Span(0, len(words)), "test"),)
    post = m.Holding(words, words, m.TenureStatus.HELD, said)
    return m.Extraction(
        m.Article("hostile", words, words, url="https://example.org/?q=<script>"),
        sentences=(m.Span(0, len(words)),),
        officials=(m.Official(words, words, (post,), said, words),),
        meetings=(m.Meeting("m1", (words + "会议", words), True, said, place=words, host=words),),
        participations=(m.Participation(words, True, "m1", m.Role.CHAIR, said),),
        documents=(m.Document(words, (), (m.DocumentAct(m.Act.ADOPTED, said, "m1"),), said),),
        formulations=(m.Formulation(words, said),),
        tasks=(m.Task(words, words, said, 1, "m1", words, (words,), words),),
    )


@pytest.mark.parametrize("words", PAYLOADS)
def test_a_browser_runs_nothing_that_an_article_says(opened: Open, words: str) -> None:
    shown = opened(page(stored(report(words))))
    title = shown.title()
    shown.locator("#search").fill(words[:6])
    count = shown.get_by_role("option").count()
    assert count >= 5
    for nth in range(count):
        shown.locator("#search").fill(words[:6])
        shown.get_by_role("option").nth(nth).click()
        expect(shown.locator("#card h2")).to_contain_text(words[:6])
        for why in shown.locator("button.why").all():
            why.click()
    assert shown.title() == title
    assert shown.locator("#card script, #card img, #found script, #found img").count() == 0


def test_the_policy_keeps_a_foreign_script_from_running_and_loading(browser: Browser, tmp_path: Path) -> None:
    foreign = f"<script>{TAKE}</script><img src='https://example.org/x.png' onerror=\"{TAKE}\">"
    (tmp_path / "page.html").write_text(page(stored(FACTS)).replace("<noscript>", foreign + "<noscript>"), "utf-8")
    shown, refused = browser.new_page(), []
    shown.on("console", lambda said: refused.append(said.text))
    shown.goto((tmp_path / "page.html").as_uri())
    shown.wait_for_selector("html[data-ready]")
    assert shown.title() != "taken"
    assert len([words for words in refused if "Content Security Policy" in words]) >= 2
    shown.close()


@pytest.mark.parametrize("words", PAYLOADS)
def test_the_file_holds_no_markup_that_an_article_says(words: str) -> None:
    hostile, plain = Loads(page(stored(report(words)))), Loads(page(stored(FACTS)))
    assert (hostile.found, hostile.scripts) == ([], plain.scripts)


def test_only_addresses_of_the_web_become_links() -> None:
    found = page(stored(replace(FACTS, article=replace(FACTS.article, url="javascript:alert(1)"))))
    assert "javascript:alert" not in found
    assert "https://example.org/" in page(stored(FACTS))


def test_the_page_of_no_graph_says_so(opened: Open) -> None:
    expect(opened(page(ox.Store())).locator("#about")).to_have_text("图中没有可画的内容。")


def test_the_same_graph_gives_the_same_page() -> None:
    assert page(stored(FACTS)) == page(stored(FACTS))
