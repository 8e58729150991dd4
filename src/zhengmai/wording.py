"""The sentences of the command line: {key: (English, Chinese)}; and argparse's own words in Chinese."""

from __future__ import annotations

WORDING = {
    # the command as a whole
    "zhengmai": (
        "Reads reports of Chinese public bodies' meetings into a knowledge graph of officials, meetings, documents "
        "and tasks, each fact with the words that say so.",
        "政脉：读会议报道，成知识图谱：人物、会议、文件、任务互相关联，每条事实都指向原文。",
    ),
    "epilog": (
        "Exit status: 0 done, 1 something was refused or the check found faults, 2 could not run.",
        "退出码：0 完成；1 有输入被拒或检查发现问题；2 无法运行。",
    ),
    "version": ("print the version", "显示版本号"),
    "help": ("show this help and exit", "显示本帮助"),
    "commands": ("commands", "命令"),
    "error": ("zhengmai: {words}", "zhengmai：{words}"),
    "interrupted": ("interrupted; nothing half-written is left behind", "已中断；没有留下写了一半的文件"),
    # build
    "build": ("read reports and write the graph", "读报道，写图谱"),
    "build.about": (
        "Reads reports (.txt .html .md .docx .pdf .jsonl .jsonl.gz; folders, globs, `-` for standard input) and writes "
        "one named graph an article.",
        "读入报道（.txt .html .md .docx .pdf .jsonl .jsonl.gz；可给文件夹、通配符，`-` 为标准输入），"
        "一篇文章写成一个命名图。",
    ),
    "build.sources": ("files, folders, globs, or `-`", "文件、文件夹、通配符，或 `-`"),
    "build.output": ("the file to write; `-` for standard output", "输出文件；`-` 为标准输出"),
    "build.format": (
        "default: by the suffix of the output; trig on standard output",
        "默认按输出文件的后缀；标准输出为 trig",
    ),
    "build.no-text": ("leave the articles' text out of the graph", "图谱中不存文章全文"),
    "build.base": ("the IRI that all instances stand under", "所有实例 IRI 的前缀"),
    "build.replace": (
        "of two articles of one identifier keep the later one, instead of refusing it",
        "两篇文章标识相同时以后一篇为准（默认拒收后一篇）",
    ),
    "build.progress": ("reading", "读入"),
    "build.unit": (" articles", " 篇"),
    "summary": (
        "articles {articles}: officials {officials}, meetings {meetings}, documents {documents}, tasks {tasks}, "
        "set phrases {formulations}, targets {targets}",
        "文章 {articles} 篇：人物 {officials}、会议 {meetings}、文件 {documents}、任务 {tasks}、"
        "政治术语 {formulations}、指标 {targets}",
    ),
    "summary.passed-over": (
        "passed over {count}: {kinds}",
        "跳过 {count} 个：{kinds}",
    ),
    "summary.refused": ("refused {count}:", "拒收 {count} 个："),
    "summary.written": ("written to {path}", "已写入 {path}"),
    # explain
    "explain": ("show what the rules see in a sentence or a file", "逐条说明规则在句子或文件中读出了什么"),
    "explain.about": (
        "Prints the facts found with their spans marked, the rule behind each, and the rules that came close and why "
        "they lost; or the clauses that no rule could read. The tool to mend rules with.",
        "列出读出的事实并标明出处，各由哪条规则得出，哪些规则相近而未中、为什么；或列出没有读出事实的分句。修改规则时用。",
    ),
    "explain.what": ("sentences, files, folders, or `-`", "句子、文件、文件夹，或 `-`"),
    "explain.unread": (
        "list the clauses that look as if they said something and gave no fact, grouped by pattern",
        "改为列出像是说了什么、却没有读出事实的分句，按模式分组计数",
    ),
    "explain.examples": (
        "with --unread: examples of each pattern (default: {count})",
        "与 --unread 同用：每种模式的例句数（默认 {count}）",
    ),
    "unread.pattern": (
        "{id} ({says}): {count} clauses in {articles} articles",
        "{id}（{says}）：{count} 处，见于 {articles} 篇",
    ),
    "unread.none": ("no clause is left that looks as if it said something", "没有漏读的分句"),
    # evaluate
    "evaluate": ("hold a graph against annotated reports", "用标注语料评测图谱"),
    "evaluate.about": (
        "Prints precision, recall and F1 of every facet, how far the graph conforms to the ontology, and how many "
        "of its facts are invented.",
        "给出各项的准确率、召回率、F1，图谱与本体的符合程度，以及虚构事实的比例。",
    ),
    "evaluate.gold": ("folder of ID.txt and ID.json", "标注文件夹（ID.txt 与 ID.json）"),
    "evaluate.graph": ("the graph built from these texts", "由这些文本建成的图谱"),
    "evaluate.show": (
        "list what was missed (-) and what was too much (+) of a facet, e.g. people",
        "列出某一项漏掉的（-）与多出的（+），如 people",
    ),
    "evaluate.links": ("truth across reports to score as well", "跨文章的标注，一并评测"),
    "evaluate.unknown-facet": ("no facet {facet!r}; one of: {known}", "没有“{facet}”这一项；可用：{known}"),
    "evaluate.facet": ("facet", "项目"),
    "evaluate.precision": ("P", "准确率"),
    "evaluate.recall": ("R", "召回率"),
    "evaluate.f1": ("F1", "F1"),
    "evaluate.in-gold": ("gold", "标注数"),
    "evaluate.in-graph": ("graph", "图谱数"),
    "evaluate.absent": ("reports not in the graph: {reports}", "图谱中没有的文章：{reports}"),
    "evaluate.right": ("{question}: {right} of {asked} right", "{question}：{asked} 问中答对 {right}"),
    "evidence": (
        "evidence: {items} items, {spans} spans; {wrong} spans read otherwise than they say, {bare} items without, "
        "{beside} items that their spans do not speak of; invented: {rate:.2%}",
        "出处：{items} 项、{spans} 处；与原文不符 {wrong} 处，无出处 {bare} 项，出处未提及 {beside} 项；"
        "虚构率 {rate:.2%}",
    ),
    "conformance": (
        "ontology: {known} of {used} terms used are in it{unknown}; {violations} SHACL violations",
        "本体：所用术语 {used} 个，{known} 个在本体内{unknown}；SHACL 违例 {violations} 处",
    ),
    # check
    "check": ("check a graph: shapes, terms, evidence", "检查图谱：约束、术语、出处"),
    "check.about": (
        "Checks a graph against the ontology and its shapes, and every piece of evidence against the text in the "
        "graph. Exit status 1 if there are faults.",
        "按本体与约束检查图谱，并逐条核对出处与图谱中的原文。有问题则退出码为 1。",
    ),
    "check.fine": ("no faults", "没有问题"),
    "check.faults": ("{count} faults", "问题 {count} 处"),
    "check.no-text": (
        "{count} articles carry no text: their evidence could not be held against it",
        "{count} 篇文章未存全文，其出处无法核对",
    ),
    # query
    "query": ("ask a graph in SPARQL", "用 SPARQL 查询图谱"),
    "query.about": (
        "Answers a SPARQL question, given as text or as a .rq file. The prefixes zm, dcterms, foaf, oa, org, owl, "
        "prov, rdf, rdfs, schema, skos, xsd need not be declared; all articles are asked at once.",
        "回答 SPARQL 查询（直接写，或给 .rq 文件）。常用前缀（zm、dcterms、foaf、oa、org、owl、prov、rdf、rdfs、"
        "schema、skos、xsd）不必声明；默认查询全部文章。",
    ),
    "query.question": ("the question, a .rq file, or `-`", "查询语句、.rq 文件，或 `-`"),
    "query.rows": ("{count} rows", "{count} 行"),
    # draw
    "draw": ("draw a graph as an interactive page", "把图谱画成可交互的网页"),
    "draw.about": (
        "Writes one HTML page that needs no network: officials, meetings, documents, tasks, organs and set phrases as "
        "nodes, to search and filter, each with the sentences that speak of it.",
        "写成一个不依赖网络的网页：官员、会议、文件、任务、机构、提法为节点，可查找、筛选，点开可见原文依据。",
    ),
    "draw.view": (
        "network: everything (default); people: who took part in the same meetings, and how often",
        "network：全部（默认）；people：哪些人同场参会、几次",
    ),
    "draw.focus": (
        "only what is linked with this name, or with names that hold it",
        "只画与此名称（或名称含此字样者）相关的部分",
    ),
    "draw.depth": ("how many links away from --focus (default: 2)", "离 --focus 几步以内（默认 2）"),
    "draw.kinds": ("only these kinds, joined by commas: {kinds}", "只画这些类别，以逗号分隔：{kinds}"),
    "draw.since": (
        "only what articles of this day or later say (2023, 2023-01, 2023-01-05)",
        "只画此日及以后的报道（2023、2023-01、2023-01-05）",
    ),
    "draw.until": ("only what articles of this day or earlier say", "只画此日及以前的报道"),
    "draw.most": (
        "nodes of the page (default: {most}); of more, those with most links are drawn and the page counts the rest",
        "网页上的节点数（默认 {most}）；再多则画联系最多的，其余由网页注明数量",
    ),
    "draw.no-focus": ("--focus: nothing is called {name!r}", "--focus：没有名为“{name}”的内容"),
    "draw.like": ("; similar: {names}", "；相近的有：{names}"),
    "draw.no-kind": ("no kind {kind!r}; one of: {kinds}", "没有“{kind}”这一类；可用：{kinds}"),
    "draw.no-date": (
        "{date!r} is no date; write 2023, 2023-01 or 2023-01-05",
        "{date!r} 不是日期；请写作 2023、2023-01 或 2023-01-05",
    ),
    "draw.no-count": ("{count!r} is no whole number from {least}", "{count!r} 不是不小于 {least} 的整数"),
    "draw.drawn": ("drawn: {drawn} of {held} nodes", "画出 {held} 个节点中的 {drawn} 个"),
    "draw.output": ("the page to write (default: network.html)", "网页文件（默认 network.html）"),
    # demo
    "demo": ("build, ask and draw the examples", "用示例走一遍：建图、查询、画图"),
    "demo.about": (
        "Builds the graph of the example reports (invented places and people), asks it a few questions, draws it.",
        "用示例报道（虚构的地方与人物）建图、查询、画图。",
    ),
    "demo.output": ("folder for what is made (default: zhengmai-demo)", "输出文件夹（默认 zhengmai-demo）"),
    "demo.build": ("Reading {count} reports …", "读入 {count} 篇报道……"),
    "demo.page": ("The network as a page: {path}", "网络图网页：{path}"),
    "demo.graph": ("The graph: {path}", "图谱文件：{path}"),
    "demo.next": ("Ask it more: {command}", "继续查询：{command}"),
    # shared by several
    "graph": ("the graph to read (.trig .nq .jsonld .ttl .nt)", "图谱文件（.trig .nq .jsonld .ttl .nt）"),
    "json": ("print JSON", "输出 JSON"),
    "csv": ("print CSV", "输出 CSV"),
    "cannot-write": ("{path}: cannot be written: {why}", "{path}：无法写入：{why}"),
    "cannot-read": ("{path}: cannot be read: {why}", "{path}：无法读取：{why}"),
}

ARGPARSE = {
    "usage: ": "用法：",
    "positional arguments": "参数",
    "options": "选项",
    "the following arguments are required: %s": "缺少参数：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "expected one argument": "需要一个值",
    "expected at most one argument": "最多一个值",
    "expected at least one argument": "至少需要一个值",
    "not allowed with argument %s": "不能与 %s 同用",
    "one of the arguments %s is required": "以下参数须给其一：%s",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这个选项（可用：%(choices)s）",
    "invalid %(type)s value: %(value)r": "%(value)r 不是有效的值",
    "ambiguous option: %(option)s could match %(matches)s": "选项 %(option)s 不明确，可能是 %(matches)s",
    "ignored explicit argument %r": "此选项不带值：%r",
    "%(prog)s: error: %(message)s\n": "%(prog)s：错误：%(message)s\n",
}
