"""How the titles of officials are built, and what their words say.

Comes in: the words of a title, as `市发展改革委党组书记`. Goes out: its parts, the role 党组书记 and the body
市发展改革委; whether it is held (`代市长` is acting); whether it says no more than another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengmai.extract.titles import Title
from zhengmai.lexicon import either, read_uses
from zhengmai.model import Span, TenureStatus

LEVELS = "省市县区州盟旗镇乡"
CHIEF = rf"[{LEVELS}]长"
STATUS = (
    (re.compile(r"^(?:原|前|老)(?!则|进|沿)"), TenureStatus.FORMER),
    (re.compile(r"候选人$"), TenureStatus.CANDIDATE),
    (re.compile(rf"(?:^|[省市县区州盟旗])代理?(?=副?(?:{CHIEF}|检察长|院长|主任|主席|书记))"), TenureStatus.ACTING),
)
# What the name of a body ends in for a bare role to belong to it: 市人大常委会 has a 主任, 市政协 has none.
SUITS = (
    ("主任", ("会", "委", "办", "室", "中心", "院")),
    ("主席", ("政协", "会", "联", "集团", "公司")),
    ("秘书长", ("会", "政协", "府", "委", "联")),
    ("委员", ("会", "政协", "委", "组")),
    ("政委", ("区", "队", "部")),
    ("司令员", ("区", "队", "部")),
)
USES = ("role", "party", "department", "local", "zone", "unit")


@dataclass(frozen=True, slots=True)
class PostGrammar:
    """The words of posts, as patterns."""

    role: re.Pattern[str]  # at the end of a title, before it the body: 市发展改革委|党组书记
    party: re.Pattern[str]  # at the end of a body: the Party's group within it
    department: re.Pattern[str]  # at the beginning: a part of a Party committee
    local: re.Pattern[str]  # at the beginning: a body that each place has one of
    zone: re.Pattern[str]  # at the beginning: 高新区
    unit: re.Pattern[str]  # at the beginning: 集团

    def is_bare(self, label: str) -> bool:
        """Whether a title names no body: 副主任, 党组成员, 管委会主任."""
        found = self.role.search(label)
        return found is not None and (found.start() == 0 or label[: found.start()] == "管委会")

    def body(self, post: str) -> str | None:
        """The body of a post: 市人大常委会 of 市人大常委会主任; 市发展改革委 of 市发展改革委党组书记."""
        found = self.role.search(post)
        if not found or found.start() == 0:
            return None
        return self.party.sub("", post[: found.start()]) or None

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
        department=re.compile(words["department"]),
        local=re.compile(words["local"]),
        zone=re.compile(f"{words['zone']}(?:技术产业开发)?区"),
        unit=re.compile(f"{words['unit']}|局(?=党|机关|领导|政)"),  # 局党委书记: of the bureau named last
    )


def suits(role: str, body: str) -> bool:
    """Whether a bare title can belong to a body named elsewhere in the sentence: 副主任 to 市人大常委会."""
    return any(role.endswith(end) and body.endswith(ends) for end, ends in SUITS)


def status_of(post: str) -> TenureStatus:
    """What the words of a post say about how it is held: 代市长 is acting, 原书记 former."""
    return next((status for pattern, status in STATUS if pattern.search(post)), TenureStatus.HELD)
