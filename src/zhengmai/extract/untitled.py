"""People without a title: at the head of a clause, in lists, in headlines, in appointments.

`申某朗参加了第一组讨论`, `郭某信、丁某丰等老同志`, `陆某行邬某钧温某庸参加`, `免去齐某的…职务`: the words around tell that
these are people. Weaker than a title, so an ordinary word is not taken for a name here.
"""

from __future__ import annotations

import re

from zhengmai.extract.names import RUN, Name
from zhengmai.extract.roster import BLANK, LEFT, Roster
from zhengmai.extract.titled import AND

EDGE = re.compile(r"[。；;，,：:！!？?\n\r“”\"（）()　 ]+")
ACTS = re.compile(
    r"(?:同志|(?:及|和|与|以及)[^，。；]{2,40}|代表[^，。；]{2,16}|在[^，。；]{2,20}?|就[^，。；]{2,24}?|还|则|也|并|边|首先|最后|随后|分别|先后|应邀|受邀|亲自|现场)?"
    r"(?:强调|指出|要求|表示|说[，,：:“]|说$|认为|讲话|主持|出席|参加|列席|介绍|汇报|通报|传达|宣布|宣读|会见|会晤|陪同|致辞|致词|发言|叮嘱|希望|"
    r"一行|来到|走进|深入|赴|前往|率队|率领|带队|带领|看望|慰问|走访|调研|检查|视察|考察|督导|听取|详细|仔细|实地|提出|告诉|谈到|作[^，。；]{0,12}(?:报告|发言|说明|讲话|汇报|部署|总结|点评)|任[^，。；务]|不再|当选)"
)
SITS = re.compile(
    r"等?(?:市|县|区|州|省|盟|旗|镇|校|院|集团|党组)?(?:领导|同志|老领导|老同志|领导同志)?(?:分别|一同|一起|共同|应邀|也|还|均|先后)?"
    r"(?:出席|参加|列席|陪同|在主席台|到会|参与|观摩|观看|调研|作|发言|讲话|主持|随同|参会|当选|为|同志)"
    r"|等(?:老?领导|老?同志|市领导|县领导|区领导|省领导|州领导|人(?![一-鿿])|\d+[名位]|[一二三四五六七八九十]+[名位]|参加|出席|陪同|一同)"
    r"|[，,](?:以及)?"
)
# What a person at the head of a clause is followed by, near enough to be worth a closer look.
CANDIDATE = re.compile(
    rf"[一-鿿]{{1,2}}(?:[·•]|[ 　]+[一-鿿]|[一-鿿]{{0,3}}?(?:[、（( 　]|和|及|与|同志|{ACTS.pattern}))"
)
PRESENT = re.compile(r"出席|参加|列席|陪同|主席台|参与")
AND_OTHERS = re.compile(
    r"等(?:\d+[名位]|[一二三四五六七八九十]+[名位])?(?:离退休)?(?:老领导|老同志|同志|[市县区州省旗盟]领导(?:同志)?|领导同志|领导(?=[出参陪到]))"
)
RUN_TOGETHER = re.compile(
    r"(?:^|[\n　 ])([\u4e00-\u9fff]{4,16}?)(?=(?:参加|出席|陪同|列席|主持|讲话|当选)[\u4e00-\u9fff]{0,8}(?:[\n　 ]|$))"
)
VERBS = re.compile("出席|参加|列席|陪同|主持|讲话|召开|强调")
ADDRESSED = re.compile(r"(?:^|[，,。；;：:、\n由受对向与和及让请跟为将以\s　])([\u4e00-\u9fff]{2,4}?)同志(?!们)")
APPOINTED = re.compile(
    r"(?:^|[\n；;：:，,。]|决定|推荐|同意|任命|选举|免去|由)[ 　]*(?!由|决定|推荐|同意|任命|选举|免去|聘任|接受|会议|经)([\u4e00-\u9fff]{2,4}?)"
    r"(?:[（(](?:女|男|[\u4e00-\u9fff]{1,6}族)[^（()）]{0,8}[）)])?(?:(同志)(?:[（(][^（）()]{1,10}[）)])?(?=任|兼任|不再|为)"
    r"|(?=为[^，。；\n]{3,30}(?:长|主任|书记|委员|庭长|审判员|检察员)(?:[（(；;。\n]|$)))"
)
NAMED_IN = re.compile(
    r"(?:任命|选举|免去|推选|补选|聘任|提名|接受|同意|授予|追授|表彰|批准|决定|增补|增选|递补|选出|罢免|撤销|接替)(?=[\u4e00-\u9fff])"
)
AFTER_NAMED_IN = re.compile(r"同志|(?:为|的|辞去|任|不再|等|、|[（(](?:女|男|[\u4e00-\u9fff]{1,5}族)|兼)")


def take_clauses(roster: Roster) -> None:
    """Untitled names at the head of a clause: before a verb of people, or in a run of names that takes part."""
    known = {h.name.name for h in roster.holders}
    text, begins = roster.text, roster.names.begins
    for at in (0, *[edge.end() for edge in EDGE.finditer(text)]):
        if text[at : at + 1] not in begins or roster.is_taken(at) or not CANDIDATE.match(text, at):
            continue
        run = _plain_run(roster, at)
        if run and _is_people(roster, run, known):
            for order, name in enumerate(run, 1):
                roster.take(name, order=order)
                known.add(name.name)


def _plain_run(roster: Roster, at: int) -> list[Name]:
    run: list[Name] = []
    while True:
        name = roster.names.read(roster.text, at, strong=roster.text[at - 1] == "、" or _listed(roster.text, at))
        if name is None or roster.is_organ(name) or roster.is_taken(name.start):
            return run
        run.append(name)
        following = AND.match(roster.text, roster.note(name.stop)[0])
        if not following:
            return run
        at = following.end()


def _listed(text: str, at: int) -> bool:
    """Whether a list begins here: 宁某、|高某."""
    return "、" in text[at + 2 : at + 5]


def _is_people(roster: Roster, run: list[Name], known: set[str]) -> bool:
    stop = roster.note(run[-1].stop)[0]
    ordinary = sum(name.name in roster.names.not_names or BLANK in name.name for name in run)
    if len(run) == 1:
        name = run[0].name
        if name in known:
            return False  # found again by the sweep
        rank = roster.names.surnames.get(name[0]) or roster.names.surnames.get(name[:2])
        sure = rank == "common" or (rank == "uncommon" and len(name) > 2) or roster.text.count(name) > 1
        return not ordinary and sure and name[1:] != "方" and bool(ACTS.match(roster.text, stop))
    certain = sum(name.name in known for name in run)
    if any(not roster.names.could_be_name(name.name) for name in run):
        return False
    takes_part = SITS.match(roster.text, stop) is not None or _titled_next(roster, stop)
    if (certain or _titled_next(roster, stop)) and ordinary * 2 <= len(run):
        return takes_part
    if takes_part and len(run) - ordinary >= 2 and roster.text[stop : stop + 1] not in "，,":
        return True
    rest = roster.text[stop : stop + 160].partition("。")[0]
    return len(run) >= 3 and not ordinary and PRESENT.search(rest) is not None


def _titled_next(roster: Roster, at: int) -> bool:
    """A titled person follows: 邹某、宁某、|市法院院长严某."""
    return any(at <= h.span.start <= at + 2 for h in roster.holders)


def take_grouped(roster: Roster) -> None:
    """郭某、丁某等老同志: a run of names that its last word tells to be people."""
    for group in AND_OTHERS.finditer(roster.text):
        items: list[Name] = []
        stop = group.start()
        while (name := _name_until(roster, stop)) is not None:
            items.append(name)
            if roster.text[name.start - 1 : name.start] != "、":
                break
            stop = name.start - 1
        if items and not roster.is_taken(items[-1].start):
            for order, name in enumerate(reversed(items), 1):
                if not roster.is_taken(name.start):
                    roster.take(name, order=order)


def _name_until(roster: Roster, stop: int) -> Name | None:
    """The name that ends at a position, and begins at a list's or a clause's edge or after a word."""
    for length in (3, 2, 4):
        start = stop - length
        word = roster.text[max(start, 0) : stop]
        surname = word[:2] if word[:2] in roster.names.surnames and length > 2 else word[:1]
        if (
            start > 0
            and RUN.fullmatch(word)
            and surname in roster.names.surnames
            and roster.names.could_be_name(word)
            and (length < 4 or len(surname) > 1)
        ):
            edge = roster.text[start - 1] in LEFT or roster.text[start - 2 : start] in roster.names.kinds
            if edge and word not in roster.reader.places:
                return Name(start, stop, word, word)
    return None


def take_headlined(roster: Roster) -> None:
    """Subheads run names together: 陆某行邬某钧温某庸|参加."""
    known = {h.name.name for h in roster.holders}
    for found in RUN_TOGETHER.finditer(roster.text):
        names = _parts(roster, found[1], known) if not VERBS.search(found[1]) else None
        at = found.start(1)
        for order, name in enumerate(names or (), 1):
            if not roster.is_taken(at):
                roster.take(Name(at, at + len(name), name, name), order=order)
            at += len(name)


def _parts(roster: Roster, words: str, known: set[str]) -> list[str] | None:
    """Cuts names that stand without a mark between them; None where that cannot be done."""
    if not words:
        return []
    lengths = sorted((3, 2, 4), key=lambda n: words[:n] not in known)
    for length in lengths:
        name = words[:length]
        if (
            len(name) < length
            or name in roster.names.not_names
            or (name not in known and _surname(roster, name) is None)
        ):
            continue
        rest = _parts(roster, words[length:], known)
        if rest is not None:
            return [name, *rest]
    return None


def _surname(roster: Roster, name: str) -> str | None:
    if name[:2] in roster.names.surnames and len(name) > 2:
        return name[:2]
    return name[0] if len(name) < 4 and name[0] in roster.names.surnames else None


def take_comrades(roster: Roster) -> None:
    """桑某同志任…, and in lists of decisions 尚某为…局长: what follows leaves no doubt, so any two or three characters do."""
    text = roster.text
    for found in APPOINTED.finditer(text):
        at = found.start(1)
        name = found[1]
        if not roster.is_taken(at) and name not in roster.names.words and name[-2:] not in ("两位", "三位", "上述", "以上"):
            stop = at + len(name)
            if found[2] or roster.head_within(stop, text.find("\n", stop) if "\n" in text[stop:] else len(text) + 1):
                roster.take(Name(at, stop, name, name))


def take_addressed(roster: Roster) -> None:
    """由|司徒某|同志主持: a surname, one or two characters, 同志."""
    for found in ADDRESSED.finditer(roster.text):
        name, at = found[1], found.start(1)
        surname = name[:2] if name[:2] in roster.names.surnames and len(name) > 2 else name[0]
        fits = name != "习近平" and surname in roster.names.surnames and len(name) - len(surname) < 3
        if fits and not roster.is_taken(at) and roster.names.could_be_name(name):
            roster.take(Name(at, at + len(name), name, name))


def take_appointed(roster: Roster) -> None:
    """任命|方某为…, 免去|齐某的…职务, 授予|铁某等60名同志."""
    for verb in NAMED_IN.finditer(roster.text):
        at = verb.end()
        while True:
            name = roster.names.read(roster.text, at, strong=True)
            if name is None or roster.is_taken(name.start):
                break
            if (
                not AFTER_NAMED_IN.match(roster.text, name.stop)
                or not roster.names.could_be_name(name.name)
                or roster.is_organ(name)
            ):
                break
            stop = roster.take(name)
            if roster.text[stop : stop + 1] != "、":
                break
            at = stop + 1
