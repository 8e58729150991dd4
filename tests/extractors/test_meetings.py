"""Meetings: names, which are main, kinds, dates, hosts."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from zhengmai.extractors.meeting_groups import same_meeting
from zhengmai.extractors.meetings import MeetingRules, find_meetings, load_meeting_rules
from zhengmai.layout import lay_out, load_furniture
from zhengmai.model import Article, Meeting, MeetingKind, Span
from zhengmai.reading import PersonMention, Reading
from zhengmai.rules import check_examples, load_rules
from zhengmai.tagging import Mention

FURNITURE = load_furniture()
MARKED = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]+)\]")  # [市委副书记、市长|陆知行]
RULES = load_meeting_rules()


@dataclass(frozen=True)
class Local:
    """One place that bare levels mean."""

    name: str | None = None

    def expand(self, label: str, at: int | None = None) -> str:
        return self.name + label[1:] if self.name and label[0] == self.name[-1] else label


def read(marked: str, published: str | None = None) -> Reading:
    """A reading whose people are marked with their titles."""
    text, mentions, at = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[at : found.start()]
        words = found[1] + found[2]
        titles = tuple(found[1].split("、")) if found[1] else ()
        span = Span(len(text), len(text) + len(words))
        mentions.append(Mention(span, "person", PersonMention(found[2], found[2], titles)))
        text += words
        at = found.end()
    text += marked[at:]
    reading = Reading(Article("a", text, published=published), lay_out(text, FURNITURE))
    reading.add(mentions)
    return reading


def meetings(marked: str, place: str | None = "云溪市", published: str | None = "2023-06-30") -> list[Meeting]:
    return find_meetings(read(marked, published), RULES, Local(place))


def mains(marked: str, place: str | None = "云溪市") -> list[Meeting]:
    return [meeting for meeting in meetings(marked, place) if meeting.main]


def test_every_rule_does_what_its_examples_say() -> None:
    rules = load_rules("meetings")
    assert check_examples([rule for rule in rules if "how" in rule.gives]) == []
    for rule in rules:
        if "how" not in rule.gives:
            assert [name for name in rule.yes if not rule.pattern.search(name)] == [], rule.id
            assert [name for name in rule.no if rule.pattern.search(name)] == [], rule.id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("要学习贯彻党的二十大和中央经济工作会议精神。", ["党的二十大", "中央经济工作会议"]),
        ("落实省委十二届三次全会、省委经济工作会议部署。", ["省委十二届三次全会", "省委经济工作会议"]),
        ("贯彻二十届二中、三中全会精神。", ["二十届二中、三中全会"]),
        ("学习习近平总书记在学习贯彻党的二十大精神研讨班开班式上的重要讲话。", ["学习贯彻党的二十大精神研讨班开班式"]),
        ("选举产生了出席云溪市第五次党代会代表。", ["云溪市第五次党代会"]),
        ("要学习全国两会精神，办好家站。", ["全国两会"]),
        ("学习领会在第三次“岭川走廊”建设座谈会上的重要讲话。", ["第三次“岭川走廊”建设座谈会"]),
        ("落实纪念岭川双拥运动80周年座谈会精神。", ["纪念岭川双拥运动80周年座谈会"]),
        ("党的十九大以来，成绩显著。", ["党的十九大"]),
        ("传达省委常委会第81次会议精神。", ["省委常委会第81次会议"]),
    ],
)
def test_meetings_that_are_named(text: str, names: list[str]) -> None:
    assert [meeting.names[0] for meeting in meetings(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，要抓好落实。",
        "传达学习省、市有关会议精神。",
        "贯彻党的十九届历次全会精神。",
        "任命冷泉为云溪市人民代表大会常务委员会办公室主任。",
        "按程序提请市委常委会会议研究。",
        "大家来到市会议中心。",
        "打好十大工程攻坚战。",
        "参观《在全市教育大会上的讲话》展览。",
        "这是一次十分重要的会议。",
    ],
)
def test_no_meeting_is_named(text: str) -> None:
    assert meetings(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1月5日，云溪市委五届九次全会在市会议中心召开。", ["云溪市委五届九次全会"]),
        ("4月18日下午，临岚县召开全县干部大会。", ["全县干部大会"]),
        ("6月9日，[市委书记|韩砚秋]主持召开市委全面深化改革委员会第七次会议。", ["市委全面深化改革委员会第七次会议"]),
        ("[市长|容叙]召开个人在主题教育期间认领问题整改推进会。", ["个人在主题教育期间认领问题整改推进会"]),
        ("6月9日，中共云溪市委召开会议，研究经济形势。", ["中共云溪市委召开会议"]),
        ("6月16日，云溪市“安全宣传咨询日”活动在人民广场举行。", ["云溪市“安全宣传咨询日”活动"]),
        ("6月28日，[市委书记|韩砚秋]为年轻干部讲授专题党课。", ["专题党课"]),
        ("6月28日，[市长|容叙]到临岚县调研抽水蓄能电站建设情况。", ["调研抽水蓄能电站建设情况"]),
        ("[市委书记|韩砚秋]29日在云溪考察时强调，要抓好创新。", ["云溪考察"]),
        ("[市长|容叙]率队赴江海市开展草原防火专项检查。", ["草原防火专项检查"]),
        ("9月18日，[市长|容叙]在云溪宾馆会见[董事长|庞统一]。", ["会见庞统一", "会见"]),
        ("6月9日，云溪市召开纪念《岭川宣言》发表80周年座谈会。", ["纪念《岭川宣言》发表80周年座谈会"]),
        ("6月9日，全省贯彻实施《岭川法》推进会在云溪召开。", ["全省贯彻实施《岭川法》推进会"]),
        ("6月9日，[市长|容叙]到市信访局接待来访群众。", ["接待来访群众"]),
        ("6月9日，[市长|容叙]巡河调研。", ["巡河调研"]),
        ("6月9日，云溪市赴江海市开展对口支援工作。", ["赴江海市开展对口支援工作"]),
        ("6月9日，[市长|容叙]参加义务植树活动。", ["义务植树活动"]),
        ("6月9日，[市长|容叙]参加市五届人大三次会议临岚代表团审议。", ["市五届人大三次会议"]),
        ("6月9日，市委书记专题会议听取了汇报。[市长|容叙]等出席会议。", ["市委书记专题会议"]),
        ("9月18日，[市长|容叙]召开市政府党组会议和常务会议。", ["市政府党组会议", "常务会议"]),
    ],
)
def test_what_the_lead_tells_is_main(text: str, names: list[str]) -> None:
    assert [name.replace("董事长", "") for meeting in mains(text) for name in meeting.names] == names


@pytest.mark.parametrize(
    "text",
    [
        "会议决定，市五届人大常委会第十三次会议7月27日在云溪举行。",
        "要以优异成绩迎接党的二十大胜利召开。",
        "[市长|容叙]看望参加市七届人大四次会议的代表。",
        "我们要学习[市委书记|韩砚秋]在全市教育大会上的讲话。",
        "省委十二届三次全会召开以来，云溪气象一新。",
    ],
)
def test_what_is_only_spoken_of_is_not_main(text: str) -> None:
    assert [meeting for meeting in mains(text) if meeting.kind is not MeetingKind.INSPECTION] == []


def test_forms_of_one_name_are_one_meeting_fullest_first() -> None:
    text = (
        "中共云溪市委五届九次全会召开\n\n1月5日，中国共产党云溪市第五届委员会第九次全体会议暨市委经济工作会议召开。"
        "全会听取了报告。市委五届九次全会精神要学习好。"
    )
    (main,) = meetings(text)
    assert main.names == (
        "中国共产党云溪市第五届委员会第九次全体会议暨市委经济工作会议",
        "中共云溪市委五届九次全会",
        "市委五届九次全会",
        "全会",
    )
    assert main.parts == ("中国共产党云溪市第五届委员会第九次全体会议", "市委经济工作会议")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("云溪市第五届人民代表大会第三次会议", "市五届人大三次会议"),
        ("政协云溪市第五届委员会常务委员会第八次会议", "市政协五届八次常委会会议"),
        ("党的十九届六中全会", "中国共产党第十九届中央委员会第六次全体会议"),
        ("党的二十大", "中国共产党第二十次全国代表大会"),
        ("中共赤岭自治州委员会农村工作会议", "赤岭州委农村工作会议"),
        ("市委五届九次全会", "云溪市委五届九次全会暨市委经济工作会议"),
        ("委员长会议", "十三届全国人大常委会第一百零九次委员长会议"),
        ("五届市政府第23次常务会议", "市政府第23次常务会议"),
    ],
)
def test_names_of_one_meeting(a: str, b: str) -> None:
    assert same_meeting(a, b)
    assert same_meeting(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("省委经济工作会议", "市委经济工作会议"),
        ("市委五届九次全会", "市委五届八次全会"),
        ("十四届全国人大一次会议", "十三届全国人大一次会议"),
        ("县委第一次全体会议", "县纪委第一次全体会议"),
        ("十四届全国人大一次会议", "十四届全国人大一次会议主席团第一次会议"),
        ("中央农村工作会议", "中央经济工作会议"),
        ("党外人士座谈会", "专家学者座谈会"),
    ],
)
def test_names_of_two_meetings(a: str, b: str) -> None:
    assert not same_meeting(a, b)


def test_short_forms_join_what_the_report_is_about() -> None:
    headline = "全省安全生产电视电话会议召开 我市随即召开续会"
    text = "5月23日，全省安全生产电视电话会议召开。全省会议结束后，我市立即召开续会。"
    first, second = mains(f"{headline}\n\n{text}")
    assert first.names == ("全省安全生产电视电话会议", "全省会议")
    assert (second.names, second.host, second.start) == (("续会",), "云溪市", "2023-05-23")


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("又讯　6月14日，[市政协主席|温伯庸]主持召开市政协五届二十一次主席会议。", "市政协五届二十一次主席会议"),
        ("其间，[市长|容叙]主持召开经济形势分析座谈会。", "经济形势分析座谈会"),
        ("另据了解，当天下午，[副市长|秋水]主持召开专家学者座谈会。", "专家学者座谈会"),
        ("会见后，双方举行了《合作框架协议》签约仪式。", "签约仪式"),
        ("闭幕后，新一届县委召开第一次全体会议。", "县委召开第一次全体会议"),
        ("受陆知行委托，[市长|容叙]6月2日到临岚县调研电站建设情况。", "调研电站建设情况"),
    ],
)
def test_news_of_its_own_further_down_is_main_too(more: str, name: str) -> None:
    found = mains(f"6月15日，市政协五届八次常委会会议召开。会议通过了建议案。\n\n{more}")
    assert [meeting.names[0] for meeting in found] == ["市政协五届八次常委会会议", name]


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ("市政协常委会会议后，召开市政协党组理论学习中心组学习会。", "市政协党组理论学习中心组学习会"),
        ("省里调度会一结束，我市紧接着召开续会。", "续会"),
        ("16日下午套开全市政协工作会议。", "全市政协工作会议"),
        ("下午，[市政协主席|温伯庸]主持召开市政协五届二十一次主席会议。", "市政协五届二十一次主席会议"),
        ("6月16日一早，[市政协主席|温伯庸]赶到临岚县检查防汛工作。", "检查防汛工作"),
    ],
)
def test_what_follows_on_another_day_or_hour_is_main_too(more: str, name: str) -> None:
    lead = "6月15日，[市政协主席|温伯庸]主持召开市政协五届八次常委会会议。会议通过了建议案。"
    assert [meeting.names[0] for meeting in mains(f"{lead}\n\n{more}")] == ["市政协五届八次常委会会议", name]


@pytest.mark.parametrize(
    "more",
    [
        "2月16日，[市政协主席|温伯庸]到临岚县检查防汛工作。",
        "6月16日，[县委书记|谷雨]到临岚县检查防汛工作。",
        "16日上午，各代表团举行全体会议。",
        "16日，市政协常委会会议举行闭幕会议。",
    ],
)
def test_what_lies_far_off_or_belongs_to_the_meeting_is_no_second_one_of_a_later_day(more: str) -> None:
    lead = "6月15日，[市政协主席|温伯庸]主持召开市政协五届八次常委会会议。会议通过了建议案。"
    assert len(mains(f"{lead}\n\n{more}")) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "6月9日，[市长|容叙]先后主持召开市委常委会会议、市委财经委员会第三次会议和全市安全生产工作会议。",
            ["市委常委会会议", "市委财经委员会第三次会议", "全市安全生产工作会议"],
        ),
        ("6月9日，市委常委会会议、全市安全生产工作会议召开。", ["市委常委会会议", "全市安全生产工作会议"]),
        ("6月9日，[市长|容叙]召集全市治欠工作联席会议，听取汇报。", ["全市治欠工作联席会议"]),
    ],
)
def test_meetings_announced_in_one_sentence(text: str, names: list[str]) -> None:
    assert sorted(meeting.names[0] for meeting in mains(text)) == sorted(names)


def test_every_section_of_a_digest_tells_its_event() -> None:
    text = (
        "云溪市一周要闻（6月12日—6月18日）\n\n【市委巡察工作动员会】6月13日，五届市委第六轮巡察工作动员会召开。"
        "会议要求抓好落实。\n\n【柳泉镇党委扩大会议】15日，柳泉镇召开党委（扩大）会议。\n\n"
        "【容叙检查防汛工作】16日，[市长|容叙]到临岚县检查防汛工作。"
    )
    found = mains(text)
    assert [meeting.names for meeting in found] == [
        ("五届市委第六轮巡察工作动员会", "市委巡察工作动员会"),
        ("柳泉镇党委扩大会议", "党委（扩大）会议"),
        ("检查防汛工作",),
    ]
    assert [meeting.start for meeting in found] == ["2023-06-13", "2023-06-15", "2023-06-16"]
    assert found[1].host == "柳泉镇党委"


def test_the_news_of_a_week_tells_an_event_a_day() -> None:
    text = (
        "市委书记一周工作动态\n\n6月6日上午，[市委书记|韩砚秋]主持召开市委常委会会议。\n\n"
        "6月7日，[市委书记|韩砚秋]到临岚县调研夏收工作。\n\n6月8日，[市委书记|韩砚秋]出席全市科技创新大会并讲话。"
    )
    assert [meeting.names[0] for meeting in mains(text)] == ["市委常委会会议", "调研夏收工作", "全市科技创新大会"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("会期两天的市五届人大常委会第十二次会议，在完成全部议程后，于6月29日下午闭会。", "2023-06-28", "2023-06-29"),
        ("6月28日，市五届人大常委会第十二次会议在云溪召开，会期3天。", "2023-06-28", "2023-06-30"),
        ("市五届人大常委会第十二次会议6月29日圆满结束。", None, "2023-06-29"),
    ],
)
def test_how_long_it_lasted(text: str, start: str | None, end: str | None) -> None:
    (main,) = mains(text)
    assert (main.start, main.end) == (start, end)


@pytest.mark.parametrize(
    "more",
    ["12日下午召开总结会。", "会前，大家参加了专题讲座。", "随后召开专题会议。", "市委此前召开的动员会已经部署。"],
)
def test_what_belongs_to_the_meeting_is_no_second_one(more: str) -> None:
    assert len(mains(f"7月11日，全市2023年上半年重点工作推进会召开。大家观摩了项目。{more}")) == 1


def test_two_symposia_of_one_sentence_are_two() -> None:
    text = "另据了解，当天下午，[副市长|秋水]主持召开专家学者座谈会，[副市长|铁心兰]主持召开基层群众代表座谈会。"
    found = mains(f"1月9日，[市长|闵中行]主持召开党外人士座谈会。\n\n{text}")
    assert [meeting.names[0] for meeting in found] == ["党外人士座谈会", "专家学者座谈会", "基层群众代表座谈会"]
    assert {meeting.host for meeting in found} == {"云溪市政府"}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("云溪市委五届九次全会", "plenary"),
        ("市纪委五届三次全会", "plenary"),
        ("县委常委会（扩大）会议", "standing-committee"),
        ("市政府党组会议", "standing-committee"),
        ("五届市政府第23次常务会议", "executive"),
        ("国务院第十一次全体会议", "executive"),
        ("云溪市五届人大三次会议", "congress"),
        ("市五届人大常委会第十二次会议", "congress"),
        ("市政协五届八次常委会会议", "cppcc"),
        ("全市招商引资暨“项目攻坚年”动员大会", "work-conference"),
        ("全国宣传部长会议", "work-conference"),
        ("市委全面深化改革委员会第七次会议", "leading-group"),
        ("市安委会第二次全体会议", "leading-group"),
        ("全市治欠工作联席会议", "leading-group"),
        ("中国共产党云溪市第五届纪律检查委员会第三次全体会议", "plenary"),
        ("开发区党工委2023年第7次会议", "standing-committee"),
        ("市委理论学习中心组（扩大）学习会", "study"),
        ("民营企业座谈会", "symposium"),
        ("云溪市促进民营经济发展壮大新闻发布会", "press"),
        ("全县干部大会", "other"),
        ("云溪市劳动模范表彰大会", "other"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    (main,) = mains(f"6月9日，{name}在云溪召开。")
    assert (main.names, main.kind) == ((name,), MeetingKind(kind))


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("6月9日，中国共产党云溪市第五届委员会第九次全体会议召开。", "云溪市委"),
        ("6月9日，五届市政府第23次常务会议召开。", "云溪市政府"),
        ("6月9日，云溪市五届人大三次会议开幕。", "云溪市人大"),
        ("6月9日，市五届人大常委会举行第十二次会议。", "云溪市人大常委会"),
        ("6月9日，政协云溪市第五届委员会常务委员会召开第八次会议。", "云溪市政协"),
        ("6月9日，市委全面深化改革委员会第七次会议召开。", "云溪市委全面深化改革委员会"),
        ("6月9日，全市重点工作推进会召开。", "云溪市"),
        ("6月9日，云溪市召开领导干部会议。", "云溪市"),
        ("6月9日，云溪市人民政府新闻办公室召开新闻发布会。", "云溪市政府新闻办"),
        ("6月9日，[市委副书记、市长|陆知行]主持召开党外人士座谈会。", "云溪市政府"),
        ("6月9日，[市委书记|韩砚秋]主持召开民营企业座谈会。", "云溪市委"),
        ("6月9日，[市委书记、市防汛抗旱指挥部总指挥|韩砚秋]主持召开防汛调度会。", "云溪市防汛抗旱指挥部"),
        ("6月9日，云溪市召开市委常委会会议。", "云溪市委"),
        ("6月9日，柳泉镇召开党委会议。", "柳泉镇党委"),
        ("6月9日，[云溪经开区党工委书记|谷雨]召开党工委2023年第7次会议。", "云溪经开区党工委"),
        ("6月9日，云溪市中级人民法院以视频形式召开全市法院院长会议。", "云溪市中级人民法院"),
        ("6月9日，岭川交投集团2023年工作会议召开。", "岭川交投集团"),
        ("6月9日，第三师云州市举行活动。6月9日，师市党委常委会（扩大）会议召开。", "第三师云州市党委"),
        ("6月9日，省政协召开党组（扩大）会议。", "省政协党组"),
        ("6月9日，中共中央政治局召开会议。", "中共中央政治局"),
        ("6月9日，全国宣传部长会议在京召开。", None),
        ("6月9日，全省安全生产电视电话会议召开。", None),
    ],
)
def test_hosts(text: str, host: str | None) -> None:
    assert mains(text)[0].host == host


def test_an_unknown_place_stays_unknown() -> None:
    (main,) = mains("5月30日，市委理论学习中心组（扩大）学习会在市委党校举行。", place=None)
    assert (main.host, main.place, main.start) == ("市委", "市委党校", "2023-05-30")


def test_the_last_day_is_an_end() -> None:
    (main,) = mains("中国共产党临岚县第十四次代表大会在完成各项议程后，于2021年7月30日下午在县影剧院胜利闭幕。")
    assert (main.start, main.end, main.place) == (None, "2021-07-30", "县影剧院")


def test_a_day_told_as_recent_is_no_date() -> None:
    (main,) = mains("近日，[市长|容叙]主持召开市政府党组会议。会议学习了8月1日出版的文章。")
    assert main.start is None


def test_evidence_reads_as_it_says_and_speaks_of_the_meeting() -> None:
    reading = read("2月8日，[市长|陆知行]主持召开五届市政府第23次常务会议，学习党的二十大精神。")
    for meeting in find_meetings(reading, RULES, Local("云溪市")):
        read_there = [reading.text[slice(*evidence.span)] for evidence in meeting.evidence]
        assert any(meeting.names[0] in words for words in read_there)


def test_mentions_are_added_where_a_meeting_is_named() -> None:
    reading = read("2月8日，市政府第23次常务会议召开。会议学习党的二十大精神。")
    find_meetings(reading, RULES, Local("云溪市"))
    assert [(reading.text[slice(*m.span)], m.what.key) for m in reading.mentions] == [
        ("市政府第23次常务会议", "m1"),
        ("党的二十大", "m2"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "会议", "召开", "，" * 300, "会" * 5000, "第" * 5000 + "次会议", "在" * 3000 + "考察", "市委召开" * 900],
)
def test_strange_texts_give_no_meeting_and_no_error(text: str) -> None:
    assert all(isinstance(meeting, Meeting) for meeting in meetings(text))


def test_rules_are_loaded_once_and_frozen() -> None:
    assert isinstance(RULES, MeetingRules)
    with pytest.raises(AttributeError):
        RULES.heads = {}  # type: ignore[misc]
