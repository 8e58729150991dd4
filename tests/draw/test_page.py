"""The page in a real browser: what a person sees of the examples, and can do."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.draw.conftest import NARROW, WIDE, Open

SIZES = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


def labels(page: Page) -> list[dict[str, Any]]:
    """What is written on the picture, and where."""
    found: list[dict[str, Any]] = page.evaluate("zhengmai.labels()")
    return [{key: round(value, 3) if key != "text" else value for key, value in label.items()} for label in found]


def written(page: Page) -> set[str]:
    page.wait_for_timeout(50)  # the picture is drawn anew with the next frame
    return {label["text"] for label in labels(page)}


def look_for(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)


def open_card(page: Page, words: str) -> None:
    look_for(page, words)
    page.keyboard.press("Enter")
    expect(page.locator("#card")).to_be_visible()


def test_the_first_view_says_what_it_is(opened: Open) -> None:
    page = opened()
    expect(page.locator("h1")).to_have_text("13 篇报道的关系网络")
    about = r"^2021-07-30 至 2024-07-04 的报道，\d{3} 个节点，\d{3} 条联系$"
    expect(page.locator("#about")).to_have_text(re.compile(about))
    assert page.title() == "13 篇报道的关系网络 · 政脉 zhengmai"


@SIZES
def test_at_first_view_no_name_covers_another_and_none_is_cut(opened: Open, size: tuple[int, int]) -> None:
    page = opened(size=size)
    found = labels(page)
    assert len(found) >= 20
    assert "韩砚秋" in {label["text"] for label in found}
    width, height = page.evaluate("[picture.clientWidth, picture.clientHeight]")
    for label in found:
        assert 0 <= label["x"] <= width - label["width"], label
        assert 0 <= label["y"] <= height - label["height"], label
    for nth, one in enumerate(found):
        for other in found[:nth]:
            apart = (
                one["x"] >= other["x"] + other["width"]
                or other["x"] >= one["x"] + one["width"]
                or one["y"] >= other["y"] + other["height"]
                or other["y"] >= one["y"] + one["height"]
            )
            assert apart, (one, other)


def test_a_click_on_a_node_shows_its_card_with_the_sentences_that_say_so(opened: Open) -> None:
    page = opened()
    place = page.evaluate("zhengmai.place('韩砚秋')")
    page.mouse.click(place["x"], place["y"])
    card = page.locator("#card")
    expect(card.locator("h2")).to_have_text("韩砚秋")
    expect(card.locator("li", has_text="云溪市委书记").first).to_contain_text(re.compile(r"\d{4}-\d\d-\d\d.*现任"))
    expect(card.locator("blockquote mark", has_text="韩砚秋").first).to_be_visible()
    expect(card.locator("cite").first).to_have_text(re.compile(r"^\d{4}-\d\d-\d\d .{6,}"))


def test_a_row_of_the_card_tells_the_words_behind_it(opened: Open) -> None:
    page = opened()
    open_card(page, "韩砚秋")
    row = page.locator("#card li", has_text="云溪市委五届九次全会").first
    assert row.locator("blockquote").count() == 0
    row.get_by_role("button", name="原文").click()
    expect(row.locator("blockquote mark").first).to_be_visible()
    row.get_by_role("button", name="原文").click()
    assert row.locator("blockquote").count() == 0


def test_what_is_linked_opens_from_the_card_and_back_returns(opened: Open) -> None:
    page = opened()
    open_card(page, "韩砚秋")
    page.locator("#card button.go").first.click()
    expect(page.locator("#card h2")).not_to_have_text("韩砚秋")
    page.go_back()
    expect(page.locator("#card h2")).to_have_text("韩砚秋")
    page.go_back()
    expect(page.locator("#card")).to_be_hidden()


def test_the_neighbours_of_a_node_alone_keep_their_names(opened: Open) -> None:
    page = opened()
    before = written(page)
    open_card(page, "温伯庸")
    assert "温伯庸" in written(page)
    assert "陆知行" in before
    assert "陆知行" not in written(page)


def test_a_path_joins_two_nodes_and_says_by_what(opened: Open) -> None:
    page = opened()
    open_card(page, "温伯庸")
    page.get_by_role("button", name="路径…").click()
    page.keyboard.type("陆知行")
    page.keyboard.press("Enter")
    expect(page.locator("#card h3").first).to_have_text("到陆知行的路径")
    steps = page.locator("#card ol li")
    expect(steps.last).to_contain_text("陆知行")
    expect(steps.first.locator("small")).to_have_text(re.compile("出席|主持|讲话|报告"))
    assert {"温伯庸", "陆知行"} <= written(page)
    assert "韩砚秋" not in written(page)
    page.get_by_role("button", name="不看路径").click()
    expect(steps).to_have_count(0)


@pytest.mark.parametrize("words", ["韩砚秋", "砚秋", "hyq", "hanyanqiu"])
def test_search_finds_by_characters_and_by_pinyin(opened: Open, words: str) -> None:
    page = opened()
    look_for(page, words)
    expect(page.get_by_role("option").first).to_contain_text("韩砚秋")
    expect(page.get_by_role("status")).to_have_text(re.compile("^找到 [1-9]"))


def test_search_says_what_it_does_not_find(opened: Open) -> None:
    page = opened()
    look_for(page, "查无此人")
    expect(page.get_by_role("status")).to_have_text("没有找到“查无此人”")
    expect(page.get_by_role("option")).to_have_count(0)


def test_the_legend_hides_a_kind_and_shows_it_again(opened: Open) -> None:
    page = opened()
    officials = page.get_by_role("button", name=re.compile("^官员"))
    expect(officials).to_have_text(re.compile(r"^官员\d+$"))
    assert "韩砚秋" in written(page)
    officials.click()
    expect(officials).to_have_attribute("aria-pressed", "false")
    assert "韩砚秋" not in written(page)
    assert "陆知行" not in written(page)
    officials.click()
    assert "韩砚秋" in written(page)


def test_the_period_hides_what_other_months_tell(opened: Open) -> None:
    page = opened()
    slider = page.get_by_role("slider", name="截止月份")
    slider.focus()
    slider.press("Home")
    expect(page.locator("#days")).to_have_text("2021-07 至 2021-07")
    names = written(page)
    assert "方致远" in names
    assert "韩砚秋" not in names


def test_an_address_opens_what_it_was_copied_from(opened: Open) -> None:
    first = opened()
    first.get_by_role("button", name=re.compile("^任务")).click()
    open_card(first, "陆知行")
    second = opened(at=first.evaluate("location.hash"))
    expect(second.locator("#card h2")).to_have_text("陆知行")
    expect(second.get_by_role("button", name=re.compile("^任务"))).to_have_attribute("aria-pressed", "false")


def test_an_address_that_tells_nothing_opens_the_whole(opened: Open) -> None:
    page = opened(at="#node=nobody&hide=everything&since=1&until=%zz&lang=fr")
    expect(page.locator("#card")).to_be_hidden()
    assert "韩砚秋" in written(page)


def test_the_page_speaks_english_too(opened: Open) -> None:
    page = opened(locale="en-GB")
    expect(page.locator("h1")).to_have_text("The network of 13 reports")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_role("button", name="中文").click()
    expect(page.locator("h1")).to_have_text("13 篇报道的关系网络")


def test_the_keyboard_alone_will_do(opened: Open) -> None:
    page = opened()
    look_for(page, "苏慕之")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.get_by_role("option").nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#card h2")).to_have_text("苏慕之")
    assert page.evaluate("document.activeElement.id") == "card"
    page.keyboard.press("Escape")
    expect(page.locator("#card")).to_be_hidden()
    page.keyboard.press("0")
    page.wait_for_timeout(50)
    before = labels(page)
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(50)
    assert labels(page) != before
    page.keyboard.press("0")
    page.wait_for_timeout(50)
    assert labels(page) == before


def test_on_a_telephone_card_and_legend_stay_on_the_screen(opened: Open) -> None:
    page = opened(size=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW[0]
    expect(page.locator("#legend")).to_be_hidden()
    page.get_by_role("button", name="图例").click()
    expect(page.locator("#legend")).to_be_visible()
    page.get_by_role("button", name="图例").click()
    page.locator("#search").fill("hyq")
    page.get_by_role("option").first.click()
    box = page.locator("#card").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, NARROW[0], NARROW[1])
    assert box["y"] > NARROW[1] * 0.4


def test_the_picture_can_be_saved(opened: Open) -> None:
    page = opened()
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 PNG 图片").click()
    assert download.value.suggested_filename == "zhengmai.png"
    assert download.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_picture_can_be_saved_as_shapes_and_text(opened: Open) -> None:
    page = opened()
    with page.expect_download() as download:
        page.get_by_role("button", name="存为 SVG 图片").click()
    root = ElementTree.parse(download.value.path()).getroot()
    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"韩砚秋", "陆知行"} <= words
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > 250


@SIZES
def test_axe_finds_no_serious_fault(opened: Open, size: tuple[int, int]) -> None:
    page = opened(size=size)
    open_card(page, "韩砚秋")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["help"]) for one in found if one["impact"] in ("serious", "critical")] == []


def test_people_who_met_are_a_view_of_their_own(opened: Open) -> None:
    page = opened(view="people")
    expect(page.locator("h1")).to_have_text("13 篇报道中的同场参会")
    expect(page.locator("#legend li")).to_have_count(1)
    open_card(page, "韩砚秋")
    expect(page.locator("#card li", has_text="陆知行")).to_contain_text(re.compile(r"\d 次"))


def test_a_focus_is_what_the_page_opens_with(opened: Open) -> None:
    page = opened(focus="温伯庸", depth=1)
    expect(page.locator("h1")).to_have_text("温伯庸周围：13 篇报道的关系网络")
    expect(page.locator("#card h2")).to_have_text("温伯庸")
    assert "陆知行" not in written(page)


def test_what_had_no_room_is_told_in_words(opened: Open) -> None:
    page = opened(most=60)
    expect(page.locator("#rest")).to_have_text(re.compile(r"^另有 \d{3} 个未画出，因为联系最少：官员 \d+、.*任务 \d+"))
    expect(page.locator("#legend")).to_contain_text(re.compile(r"官员\d+/\d+"))
    open_card(page, "韩砚秋")
    expect(page.locator("#card")).to_contain_text(re.compile(r"另有 \d+ 个相关节点未画出。"))
