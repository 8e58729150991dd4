"""Makes docs/network.png and docs/network-card.png: the page of the example graph, as a browser shows it.

python tools/screenshots.py            # needs chromium and a Chinese font
python tools/screenshots.py FOLDER     # elsewhere, at the widths of a desk and of a telephone
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from zhengmai.draw.page import page
from zhengmai.query import open_graph

ROOT = Path(__file__).parents[1]
GRAPH = ROOT / "examples" / "graph.trig"
WIDE, NARROW = (1280, 800), (390, 800)
NAME = "韩砚秋"


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs"
    folder.mkdir(parents=True, exist_ok=True)
    html = folder / ".network.html"
    html.write_text(page(open_graph(GRAPH)), "utf-8")
    views = {"network": (WIDE, None), "network-card": (WIDE, NAME)}
    if len(sys.argv) > 1:
        views |= {"network-narrow": (NARROW, None), "network-card-narrow": (NARROW, NAME)}
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for name, (size, looked_for) in views.items():
                shoot(browser, html, folder / f"{name}.png", size, looked_for)
    finally:
        html.unlink()


def shoot(browser: Browser, html: Path, picture: Path, size: tuple[int, int], looked_for: str | None) -> None:
    """One picture of the page, with the card of what was looked for."""
    shown = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="zh-CN")
    shown.goto(html.as_uri())
    shown.wait_for_selector("html[data-ready]")
    if looked_for:
        shown.locator("#search").fill(looked_for)
        shown.keyboard.press("Enter")
    shown.wait_for_timeout(200)
    shown.screenshot(path=picture)
    shown.close()
    print(picture)


if __name__ == "__main__":
    main()
