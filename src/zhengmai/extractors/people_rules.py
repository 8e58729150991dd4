"""The rules for people without a title, compiled once.

Comes in: people.toml. Goes out: `PeopleRules`, its patterns by their use: that `强调` follows 申朗 in `申朗强调，…`
makes him a person, by the pattern `acts`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zhengmai.rules import load_rules


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """Patterns over plain text, to be matched where a name begins or ends."""

    candidate: re.Pattern[str]  # at a clause's beginning: worth a closer look
    acts: re.Pattern[str]  # behind a name: 申朗|强调
    takes_part: re.Pattern[str]  # behind a run of names: 申朗、郭信|分别参加
    present: re.Pattern[str]  # anywhere behind a run of three: 主席台
    and_others: re.Pattern[str]  # behind a run of names: 郭信、丁丰|等老同志
    run_together: re.Pattern[str]  # `names` without a mark between: 陆知行邬钧|参加
    appointed_before: re.Pattern[str]  # 任命|方远
    appointed_behind: re.Pattern[str]  # 方远|为
    appointed_listed: re.Pattern[str]  # `name`, and `comrade` where 同志 follows: 桑植同志任…, 尚可为…局长
    addressed: re.Pattern[str]  # `name` before 同志: 由|司徒静|同志主持


def load_people_rules() -> PeopleRules:
    """The packaged rules of people without titles. Raises RuleError."""
    patterns = {rule.id.removeprefix("people."): rule.pattern for rule in load_rules("people")}
    acts = patterns["acts"]
    return PeopleRules(
        candidate=re.compile(
            rf"[一-鿿]{{1,2}}(?:[·•]|[ 　]+[一-鿿]|[一-鿿]{{0,3}}?(?:[、（( 　]|和|及|与|同志|{acts.pattern}))"
        ),
        acts=acts,
        takes_part=patterns["takes-part"],
        present=patterns["present"],
        and_others=patterns["and-others"],
        run_together=patterns["run-together"],
        appointed_before=patterns["appointed.before"],
        appointed_behind=patterns["appointed.behind"],
        appointed_listed=patterns["appointed.listed"],
        addressed=patterns["addressed"],
    )
