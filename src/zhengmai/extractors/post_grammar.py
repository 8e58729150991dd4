"""How the titles of officials are built, and what their words say.

Comes in: the words of a title, as `市发展改革委党组书记`. Goes out: its parts, the role 党组书记 and the body
市发展改革委; whether it is held (`代市长` is acting); whether it says no more than another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengmai.extractors.titles import Title
from zhengmai.lexicon import either, read_uses
from zhengmai.model import Span, TenureStatus

LEVELS = "省市县区州盟旗镇乡"
CHIEF = rf"[{LEVELS}]长"
STATUS = (
    (
        re.compile(r"^(?:原|前|老)(?!则|进|沿)|(?<=[委协会府院局])原(?=副?(?:书记|主席|主任|常委|秘书长|院长|局长))"),
        TenureStatus.FORMER,
    ),
    (re.compile(r"候选人$"), TenureStatus.CANDIDATE),
    (
        re.compile(rf"(?:^|[省市县区州盟旗])代理?(?=副?(?:{CHIEF}|检察长|院长|主任|主席|书记))|长[（(]代[）)]$"),
        TenureStatus.ACTING,
    ),
)
# What the name of a body ends in for a bare role to belong to it: 市人大常委会 has a 主任, 市政协 has none.
SUITS = (
    ("主任", ("会", "委", "办", "室", "中心", "院", "局", "集团", "公司")),
    ("院长", ("院",)),
    ("局长", ("局",)),
    ("经理", ("集团", "公司")),
    ("会计师", ("集团", "公司")),
    ("书记", ("院", "局", "委", "办", "集团", "公司", "学", "校", "会")),
    ("成员", ("院", "局", "委", "办", "集团", "公司", "府", "会")),
    ("主席", ("政协", "会", "联", "集团", "公司")),
    ("秘书长", ("会", "政协", "府", "委", "联")),
    ("委员", ("会", "政协", "委", "组")),
    ("政委", ("区", "队", "部")),
    ("司令员", ("区", "队", "部")),
)
PARTY_POST = re.compile(r"(?:第一)?副?书记|常委|委员|成员")
USES = ("role", "party", "department", "local", "zone", "unit", "inside")


@dataclass(frozen=True, slots=True)
class PostGrammar:
    """The words of posts, as patterns."""

    role: re.Pattern[str]  # at the end of a title, before it the body: 市发展改革委|党组书记
    party: re.Pattern[str]  # at the end of a body: the Party's group within it
    group: re.Pattern[str]  # the same at the beginning of a role: 党组|书记
    department: re.Pattern[str]  # at the beginning: a part of a Party committee
    local: re.Pattern[str]  # at the beginning: a body that each place has one of
    zone: re.Pattern[str]  # at the beginning: 高新区
    unit: re.Pattern[str]  # at the beginning: 集团
    inside: re.Pattern[str]  # a part of a body that is named without it: 管委会|主任, 政治部|主任, 工会|主席

    def is_bare(self, label: str) -> bool:
        """Whether a title names no body: 副主任, 党组成员, 管委会主任. The 执行主席 of a session is nobody's."""
        found = self.role.search(label)
        if found is None or label.endswith("执行主席"):
            return False
        return found.start() == 0 or self.inside.fullmatch(label[: found.start()]) is not None

    def body(self, post: str, label: str = "") -> str | None:
        """The body of a post: 市人大常委会 of 市人大常委会主任; 市发展改革委 of 市发展改革委党组书记.

        Before the `label` of a post within the Party's group, with the group: 第十九师昆某市党委|常委.
        """
        found = self.role.search(post)
        if not found or found.start() == 0:
            return None
        body = post[: found.start()]
        if PARTY_POST.fullmatch(label) and (group := self.group.match(found[0])):
            return body + group[0]
        return self.party.sub("", body) or None

    def offices(self, title: Title) -> list[Title]:
        """The offices that a title joins: 全国政协副主席兼秘书长 is two."""
        first, also, second = title.text.partition("兼")
        if not also or not self.role.search(first) or not self.role.search(second):
            return [title]
        start = title.span.start
        middle = start + len(first)
        return [Title(first, Span(start, middle)), Title(second.removeprefix("任"), Span(middle + 1, title.span.stop))]

    def is_same(self, post: str, other: str) -> bool:
        """Whether a shorter form says no more than another post of the same person: 总书记 and 中共中央总书记."""
        if post == other or (len(post) < len(other) and other.endswith(post)):
            return True
        mine, theirs = self.role.search(post), self.role.search(other)
        if not mine or not theirs or mine[0] != theirs[0] or len(post) >= len(other):
            return False
        return bool(post[: mine.start()]) and other.startswith(post[: mine.start()])


def load_post_grammar() -> PostGrammar:
    """The packaged words of posts. Raises LexiconError."""
    words = {use: either(own) for use, own in read_uses("post_words", ("word", "is"), USES).items()}
    manner = "(?:原|前)?(?:常务|专职|兼职|挂职|执行|名誉|第一|代理|代)?副?"
    return PostGrammar(
        role=re.compile(f"{words['party']}?{manner}{words['role']}$"),
        party=re.compile(f"{words['party']}$"),
        group=re.compile(words["party"]),
        department=re.compile(words["department"]),
        local=re.compile(words["local"]),
        zone=re.compile(f"{words['zone']}(?:技术产业开发)?区"),
        inside=re.compile(words["inside"]),
        unit=re.compile(f"{words['unit']}|局(?=党|机关|领导|政)"),  # 局党委书记: of the bureau named last
    )


def suits(role: str, body: str) -> bool:
    """Whether a bare title can belong to a body named elsewhere in the sentence: 副主任 to 市人大常委会."""
    return any(role.endswith(end) and body.endswith(ends) for end, ends in SUITS)


def status_of(post: str) -> TenureStatus:
    """What the words of a post say about how it is held: 代市长 is acting, 原书记 former."""
    return next((status for pattern, status in STATUS if pattern.search(post)), TenureStatus.HELD)
