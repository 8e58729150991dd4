"""Pages opened in a real browser, which is to find nothing to complain of and nothing to load."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from zhengmai.draw import Choice
from zhengmai.draw.page import page
from zhengmai.query import open_graph

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
EXAMPLES = Path(__file__).parents[2] / "examples" / "graph.trig"
WIDE, NARROW = (1280, 800), (390, 800)

Open = Callable[..., Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("no browser (chromium) is installed")
    with sync_playwright() as playwright:
        sandbox = [] if os.getuid() else ["--no-sandbox"]
        with playwright.chromium.launch(executable_path=path, args=sandbox) as started:
            yield started


@pytest.fixture(scope="session")
def examples() -> ox.Store:
    return open_graph(EXAMPLES)


@pytest.fixture
def opened(browser: Browser, examples: ox.Store, tmp_path: Path) -> Iterator[Open]:
    """`opened()`: the page of the examples, ready. `html`: another page; `at`: the fragment of its address."""
    pages: list[Page] = []
    faults: list[str] = []
    asked: list[str] = []

    def open_page(
        html: str | None = None, at: str = "", size: tuple[int, int] = WIDE, locale: str = "zh-CN", **choice: object
    ) -> Page:
        path = tmp_path / f"page-{len(pages)}.html"
        path.write_text(html or page(examples, Choice(**choice)), "utf-8")  # type: ignore[arg-type]
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale=locale)
        one = context.new_page()
        pages.append(one)
        one.on("console", lambda said: faults.append(said.text))
        one.on("pageerror", lambda error: faults.append(str(error)))
        one.on("dialog", lambda dialog: faults.append(dialog.message))
        one.on("request", lambda request: asked.append(request.url))
        one.goto(path.as_uri() + at)
        one.wait_for_selector("html[data-ready]")
        return one

    yield open_page
    for one in pages:
        one.context.close()
    assert faults == []
    assert {url.partition(":")[0] for url in asked} <= {"file", "blob"}
    assert len([url for url in asked if url.startswith("file")]) == len(pages)
