"""What is demanded, by whom, of whom, until when, under which heading; and what is no demand."""

from __future__ import annotations

import pytest

from tests.extractors.marked import read
from zhengmai.extractors.deadlines import find_deadline, resolve
from zhengmai.extractors.task_rules import TaskRules, load_task_rules
from zhengmai.extractors.tasks import find_tasks
from zhengmai.model import Task
from zhengmai.rules import check_examples


@pytest.fixture(scope="module")
def rules() -> TaskRules:
    return load_task_rules()


def tasks(marked: str, rules: TaskRules) -> list[Task]:
    return find_tasks(read(marked)[0], rules)


def test_the_rules_own_examples_hold(rules: TaskRules) -> None:
    openings = [getattr(rules.openings, name) for name in type(rules.openings).__slots__]
    assert check_examples([*rules.frames, *openings, *rules.headings, *rules.deadlines]) == []


@pytest.mark.parametrize(
    ("marked", "texts"),
    [
        ("会议强调，要守住底线，加强巡查；要压实责任。", ["守住底线，加强巡查", "压实责任"]),
        ("会议强调，要坚持系统观念，要坚持底线思维。", ["坚持系统观念", "坚持底线思维"]),
        ("会议强调，既要抓早抓小，也要抓长抓常。", ["既要抓早抓小，也要抓长抓常"]),
        ("会议要求，做好今年工作，要突出重点、带动全局。", ["突出重点、带动全局"]),
        ("会议指出，当前形势严峻复杂。各部门要立即行动。", ["各部门要立即行动"]),
        ("会议指出，水库事关下游安全，县水利局要加密巡查。", ["县水利局要加密巡查"]),
        ("会议强调，一要摸清底数，建好台账。二要销号管理。", ["摸清底数，建好台账", "销号管理"]),
        (
            "会议强调，要全面深化改革。认真落实整改方案，推进政务公开。",
            ["全面深化改革", "认真落实整改方案，推进政务公开"],
        ),
        (
            "会议要求，严格执行收购政策，绝不允许打白条；不得挤占挪用。",
            ["严格执行收购政策，绝不允许打白条", "不得挤占挪用"],
        ),
        ("会议强调，领导干部要带头到一线去，到项目上去。", ["领导干部要带头到一线去，到项目上去"]),
        ("会议强调，暂不整改的单位，要主动排查隐患。", ["暂不整改的单位，要主动排查隐患"]),
        ("会议提出，今年工作的总体要求是，坚持稳中求进，全力拼经济。", ["坚持稳中求进，全力拼经济"]),
        (
            "[方若水|person]强调,要扛牢责任,稳住面积;要学以致用.各乡镇要抓好春灌.",
            ["扛牢责任,稳住面积", "学以致用", "各乡镇要抓好春灌"],
        ),
        (
            "[方若水|person]在调研时强调务实办会，压减会议，把时间用在抓落实上。",
            ["务实办会，压减会议，把时间用在抓落实上"],
        ),
        ("[方若水|person]叮嘱县水利局，要加密巡查，并送上慰问品。", ["加密巡查"]),
        ("[方若水|person]要求两级财政把资金拨付到位。", ["两级财政把资金拨付到位"]),
        ("[方若水|person]看望职工，勉励大家再接再厉、再立新功。", ["大家再接再厉、再立新功"]),
        ("大家认为，要健全机制；不断完善政策。", ["健全机制", "不断完善政策"]),
        (
            "会议号召，全县各级党组织更加紧密地团结起来，奋力开创新局面！",
            ["全县各级党组织更加紧密地团结起来，奋力开创新局面"],
        ),
        ("会议听取情况汇报，要求各乡镇强化调度。", ["各乡镇强化调度"]),
        ("会议强调，要紧盯目标任务，要素跟着项目走。", ["紧盯目标任务，要素跟着项目走"]),
        ("[方若水|person]讲了两点意见：第一，要提高站位；第二，要压实责任。", ["提高站位", "压实责任"]),
        ("[方若水|person]作出批示，要求全力搜救失联人员，做好善后。", ["全力搜救失联人员，做好善后"]),
        ("会议强调，要做好防汛工作，必须克服麻痹思想。", ["克服麻痹思想"]),
        ("会议要求：一是市住建局拿出方案；二是财政部门全力保障。", ["市住建局拿出方案", "财政部门全力保障"]),
        ("会议明确，由县商务局牵头，逐镇排定点位。", ["由县商务局牵头，逐镇排定点位"]),
        ("[方若水|person]要求，县财政局对未列入计划的工程一律不得拨款。", ["县财政局对未列入计划的工程一律不得拨款"]),
        ("[方若水|person]要求，牢记“安全是底线”的理念，压实责任。", ["牢记“安全是底线”的理念，压实责任"]),
        (
            "[方若水|person]作了具体安排：各镇今晚就把名单公布到村；县水利局要备足沙袋。",
            ["各镇今晚就把名单公布到村", "县水利局要备足沙袋"],
        ),
        ("会议强调，要加强领导。\n压实责任，守住底线。\n当天，会议闭幕。", ["加强领导", "压实责任，守住底线"]),
        ("会议强调，要加强领导。县水利局会同各镇开展排查。", ["加强领导", "县水利局会同各镇开展排查"]),
        ("会议强调，要加强领导。县水利局负责人参加会议。", ["加强领导"]),
        ("会议指出，2023年全县各级要抓好春灌。下步工作中要加密巡查。", ["全县各级要抓好春灌", "加密巡查"]),
        ("会议强调，做好春耕工作，关键要打好“两场硬仗”：一要备足种子；二要管好水库。", ["备足种子", "管好水库"]),
        (
            "会议强调，抓好“两个一批”。\n——办好一批实事。\n——培树一批典型。",
            ["抓好“两个一批”", "办好一批实事", "培树一批典型"],
        ),
    ],
)
def test_demands_are_cut_as_they_are_said(marked: str, texts: list[str], rules: TaskRules) -> None:
    assert [task.text for task in tasks(marked, rules)] == texts


@pytest.mark.parametrize(
    "marked",
    [
        "会议认为，过去一年各项工作取得新成效，为今后发展奠定了基础。",
        "会议指出，必须清醒看到，产业链条短的问题仍然突出。",
        "会议指出，用好专项债券扩大投资，是带动消费的重要举措。",
        "[方若水|person]表示，将认真研究吸纳意见建议，逐条办理。",
        "企业负责人表示，要感谢政府支持，把企业做大做强。",
        "[方若水|person]介绍，项目总投资二十亿元，要两年建成。",
        "会议认真落实上级会议要求，研究了重要事项。",
        "市政协建议，加大投入，完善机制。",
        "要想富，先修路。",
        "[方若水|person]说，希望家乡越来越好。",
        "会议强调，安全生产责任重大。",
        "[方若水|person]主持，[陶可风|person]就春灌作了安排。各镇汇报了进展。",
        "会议把不死人、少损失作为底线要求。各镇参加演练。",
        "[方若水|person]：各位朋友，大家上午好！",
    ],
)
def test_facts_promises_and_advice_are_no_demands(marked: str, rules: TaskRules) -> None:
    assert tasks(marked, rules) == []


@pytest.mark.parametrize(
    ("marked", "speakers"),
    [
        ("[方若水|person]强调，要守住底线。各县区要排查。\n他指出，要抓紧落实。", ["方若水"] * 3),
        (
            "[方若水|person]强调，要守住底线。会议要求，要抓紧落实。[陶可风|person]要求，要加快进度。",
            ["方若水", "会议", "陶可风"],
        ),
        ("[方若水|person]主持召开[市政府常务会议|meeting]，要求守牢底线。", ["会议"]),
        ("[方若水|person]主持会议并强调，要守牢底线。", ["方若水"]),
        ("[方若水|person]来到水库，察看水情，要求乡镇守牢底线。", ["方若水"]),
        ("[方若水|person]主持，[陶可风|person]出席并讲话，强调要守牢底线。", ["陶可风"]),
        ("[方若水|person]强调，要守牢底线。[陶可风|person]与官兵交谈。希望大家再立新功。", ["方若水", "陶可风"]),
        ("会议强调，要守牢底线。按照[方若水|person]要求，要压实责任。", ["会议", "会议"]),
        ("会议传达了[方若水|person]批示要求，强调要守牢底线。", ["会议"]),
        ("[方若水|person]指出，[陶可风|person]多次强调水患，我们要守牢底线。", ["方若水"]),
        (
            "[方若水|person]要求，要抓紧落实。[总书记陶可风|person]强调，要实干苦干。各县要加快进度。",
            ["方若水", "陶可风", "方若水"],
        ),
        ("[方若水|person]：希望各媒体讲清楚政策。", ["方若水"]),
        (
            "座谈会召开。\n◆ [方若水|person]：\n各镇要守牢底线。\n◆ [陶可风|person]：\n各村要加密巡查。",
            ["方若水", "陶可风"],
        ),
        ("[方若水|person]作出批示，[陶可风|person]主持会议。批示要求，要守牢底线。", ["方若水"]),
        ("会上强调，要守牢底线。", ["会议"]),
        ("[方若水|person]就春灌逐一点题：各镇要备足种子。", ["方若水"]),
        ("[方若水|person]对[镇长陶可风|person]说，水库要专人盯守。", ["方若水"]),
        (
            "[方若水|person]指出，去年，[总书记陶可风|person]在白川考察，作出重要指示。希望双方加强合作。",
            ["方若水"],
        ),
        ("[方若水|person]强调，要在护河[陶可风|person]站中找准定位。希望大家再立新功。", ["方若水", "方若水"]),
        ("市委书记方若水强调，要守牢底线。", ["方若水"]),
        ("县总工会要求，各级工会要送清凉。", ["会议"]),
        ("就抓落实，[方若水|person]提出了要求。一是摸清底数。二是建好台账。", ["方若水", "方若水"]),
    ],
)
def test_who_demands(marked: str, speakers: list[str], rules: TaskRules) -> None:
    assert [task.by for task in tasks(marked, rules)] == speakers


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("会议强调，要打好“两大战役”，抓实治水；要抓实治山。要守牢底线。", ["两大战役", "两大战役", None]),
        ("会议强调，要落实“五个统筹”，抓实治水；要抓实治山。", [None, None]),
        ("会议强调，要重点抓好三项工作：一是加快治水；二是加快治山；三是加快治沙，要限期完成。", ["三项工作"] * 4),
        (
            "会议提出两点要求：一要治好河水。全面排查隐患。二要治好荒山。\n会议强调，要加快进度。",
            ["两点要求"] * 3 + [None],
        ),
        ("会议强调，一要推进两大片区治水；二要抓好治山。", [None, None]),
        (
            "1月5日，全会召开。\n会议提出，2023年要重点抓好两项工作：\n第一，以更高标准治水。全面排查隐患。\n第二，以更大力度治山。各镇要带头。\n会议号召，各镇要奋进。",
            ["两项工作"] * 4 + [None],
        ),
        (
            "会议强调，抓好“两个一批”。\n——办好一批实事。各镇要排期。\n——培树一批典型。\n要守牢底线。",
            [None] + ["两个一批"] * 3 + [None],
        ),
        (
            "[方若水|person]提出两点要求：一是要治好河水。要排查隐患。二是要治好荒山。各镇要带头。要守牢底线。",
            ["两点要求"] * 5,
        ),
    ],
)
def test_the_counted_phrase_over_a_list(text: str, headings: list[str | None], rules: TaskRules) -> None:
    assert [task.heading for task in tasks(text, rules)] == headings


@pytest.mark.parametrize(
    ("marked", "assignees"),
    [
        ("会议要求，市住建局、白川区要倒排工期。", ("市住建局", "白川区")),
        ("会议要求，各级党委、政府要扛牢责任。", ("各级党委、政府",)),
        ("会议要求，住建、城管部门要管住隧道。", ("住建、城管部门",)),
        ("会议要求，各民主党派、工商联和无党派人士要建言献策。", ("各民主党派", "工商联", "无党派人士")),
        ("会议要求，各级党组织和党员干部要带头。", ("各级党组织和党员干部",)),
        ("会议要求，要强化督查，由县委督查室每月通报。", ("县委督查室",)),
        ("会议要求，要坚持领办，每名县级以上领导干部领办一件难题。", ("每名县级以上领导干部",)),
        ("会议要求，要立即行动，各县（区）负责同志今晚就要安排。", ("各县（区）负责同志",)),
        ("[方若水|person]叮嘱市防办，堤防要专人盯守。", ("市防办",)),
        ("[方若水|person]拨通[陶可风|person]的电话，叮嘱他看住老人孩子。", ("陶可风",)),
        ("会议要求，[县长方若水|person]要牵头抓好统筹。", ("县长方若水",)),
        ("会议要求，有关部门和社会福利机构要尽责。", ("有关部门", "社会福利机构")),
        ("会议要求，县委、工商联负责人要带头。", ("县委、工商联负责人",)),
        ("会议要求，县（市、区）纪委要盯紧看牢。", ("县（市、区）纪委",)),
        ("会议要求，县农业局、县教育局会同县纪委开展整治。", ("县农业局", "县教育局", "县纪委")),
        ("会议要求，抓好整改，12月底前县审计局要报告结果。", ("县审计局",)),
        ("会议要求，县住建局、县水利局连夜预降水位。", ("县住建局", "县水利局")),
        ("会议要求，保供要有力，供电、通信企业备足抢修人手。", ("供电、通信企业",)),
        ("会议要求，白川区作为主城区要带头。", ("白川区",)),
        ("[方若水|person]要求镇里给老人备好药品。", ("镇里",)),
        ("[方若水|person]希望双方加强合作。", ("双方",)),
        ("[方若水|person]对[镇长陶可风|person]说，水库要专人盯守。", ("镇长陶可风",)),
        ("会议要求，要实打实帮助企业解决困难。", ()),
        ("会议要求，财政资金要花在刀刃上。", ()),
        ("会议要求，我们要抓好落实。", ()),
    ],
)
def test_who_is_told(marked: str, assignees: tuple[str, ...], rules: TaskRules) -> None:
    assert tasks(marked, rules)[0].assignees == assignees


@pytest.mark.parametrize(
    ("text", "limit", "date"),
    [
        ("6月底前完成道路，年内开工", "6月底前", "2023-06-30"),
        ("2月底前实现全覆盖", "2月底前", "2024-02-29"),
        ("6月20日前完成整治", "6月20日前", "2023-06-20"),
        ("2024年3月1日前报送", "2024年3月1日前", "2024-03-01"),
        ("9月前开工", "9月前", "2023-09"),
        ("明年5月底前完工", "明年5月底前", "2024-05-31"),
        ("年底前完成开挖", "年底前", "2023-12-31"),
        ("确保今年年底前见效", "今年年底前", "2023-12-31"),
        ("年内建成二百个", "年内", "2023"),
        ("到2025年新增三万人", "到2025年", "2025"),
        ("3天内拿出方案", "3天内", None),
        ("主汛期前完成改造", "主汛期前", None),
        ("20日前整改完", "20日前", "2023-03-20"),
        ("5日15时前转移完", "5日15时前", "2023-04-05"),
        ("下月5日前报送", "下月5日前", "2023-04-05"),
        ("秋季开学前拿出方案", "秋季开学前", None),
        ("2024年县两会前拿出草案", "2024年县两会前", None),
        ("上半年推动积案清零", "上半年", None),
        ("力争年底全面建成", "年底", "2023-12-31"),
        ("48小时内抢通", "48小时内", None),
    ],
)
def test_until_when(text: str, limit: str, date: str | None, rules: TaskRules) -> None:
    found = find_deadline(text, rules.deadlines)
    assert found is not None
    assert (found[0][0], resolve(*found, published="2023-03-08")) == (limit, date)


@pytest.mark.parametrize(("text", "date"), [("6月底前完成", "--06-30"), ("年内完成", None), ("9月前开工", None)])
def test_without_a_year_a_limit_stays_partial(text: str, date: str | None, rules: TaskRules) -> None:
    found = find_deadline(text, rules.deadlines)
    assert found is not None
    assert resolve(*found, published=None) == date


@pytest.mark.parametrize(
    "text",
    [
        "提前转移群众",
        "眼前困难要克服",
        "今年全面完成",
        "三年行动抓到底",
        "第一季度开工率达到六成",
        "审批压缩到15个工作日以内",
        "防止年底突击花钱",
    ],
)
def test_no_limit(text: str, rules: TaskRules) -> None:
    assert find_deadline(text, rules.deadlines) is None


def test_evidence_reads_as_the_task_and_names_who_speaks(rules: TaskRules) -> None:
    reading, _ = read("8月1日，[市长方若水|person]指出，路不好走。要修好公路；要架好桥梁。")
    found = find_tasks(reading, rules)
    read_off = [[reading.text[slice(*e.span)] for e in task.evidence] for task in found]
    assert read_off == [["修好公路", "市长方若水指出，"], ["架好桥梁", "市长方若水指出，"]]
    assert [task.order for task in found] == [1, 2]


def test_a_speaker_is_done_after_a_while(rules: TaskRules) -> None:
    chatter = "当天天气晴好。" * 9
    assert len(tasks(f"会议强调，要守牢底线。{chatter}村里要修好公路。", rules)) == 1
    assert len(tasks("会议强调，要守牢底线。当天天气晴好。村里要修好公路。", rules)) == 2


def test_headlines_demand_nothing(rules: TaskRules) -> None:
    assert [t.by for t in tasks("会议强调 要守牢底线\n\n　　会议强调，要守牢底线。", rules)] == ["会议"]
