// The page's data, and what follows from it: who is linked with whom, when, and what a thing is called.
const { articles, sentences, nodes, edges, fields, kinds, terms, focus, name: focusName, view } = JSON.parse(
  document.getElementById("data").textContent);
const KINDS = ["official", "meeting", "document", "task", "organ", "formulation"];
const byId = new Map(nodes.map((node, number) => [node.id, number]));

/** A name without its namespace: `chair` of `…/kinds/role/chair`. */
const local = iri => iri.slice(Math.max(iri.lastIndexOf("/"), iri.lastIndexOf("#")) + 1);
const dateOf = marked => articles[sentences[marked[0]][0]].date;
const byDate = (one, other) => (one.date ?? "9").localeCompare(other.date ?? "9");

nodes.forEach((node, number) => Object.assign(node, { number, near: new Set(), links: [], articles: new Set() }));
for (const edge of edges) {
  edge.date = edge.words.map(dateOf).filter(Boolean).sort()[0] ?? null;
  edge.articles = new Set(edge.words.map(([sentence]) => sentences[sentence][0]));
  for (const [here, there] of [[edge.from, edge.to], [edge.to, edge.from]]) {
    if (here !== there) nodes[here].near.add(there);
    nodes[here].links.push({ edge, there, back: here === edge.to });
  }
}
for (const node of nodes) {
  for (const [sentence] of node.words) node.articles.add(sentences[sentence][0]);
  if (!node.articles.size) for (const { edge } of node.links) edge.articles.forEach(article => node.articles.add(article));
  node.initials = node.sounds.split(" ").map(sound => sound[0] ?? "").join("");
  node.sounds = node.sounds.replaceAll(" ", "");
}

// How far what stands around a node, and is linked with nothing else, reaches.
for (const node of nodes) {
  const around = [...node.near].map(number => nodes[number]).filter(other => other.near.size === 1 && node.near.size > 1);
  node.reach = Math.max(node.size, ...around.map(other => Math.hypot(other.x - node.x, other.y - node.y) + other.size));
}

/** The nodes, the most important first: the order of labels and of answers. */
const ranked = nodes.map(node => node.number).sort((one, other) =>
  (nodes[one].kind === "task") - (nodes[other].kind === "task") || nodes[other].size - nodes[one].size || one - other);

/** Several links of two nodes are one line. */
const lines = [...edges.reduce((found, edge, number) => {
  const [one, other] = [Math.min(edge.from, edge.to), Math.max(edge.from, edge.to)];
  if (one === other) return found;
  const line = found.get(`${one} ${other}`) ?? { one, other, edges: [], times: 0 };
  line.edges.push(number);
  line.times += edge.times;
  return found.set(`${one} ${other}`, line);
}, new Map()).values()];

/** The months that articles are of, in order. */
const months = [...new Set(articles.map(article => article.date?.slice(0, 7)).filter(month => month?.length === 7))].sort();

/** What a term is called, seen from where it starts or, `back`, from where it ends: 提出者, 提出的任务. */
function termName(term, back) {
  const key = local(term) + (back ? "Back" : "");
  const own = key === "implements" ? "implements_" : key;
  if (Object.hasOwn(WORDS, own)) return say(own);
  return terms[term]?.[language === "zh" ? 0 : 1] ?? local(term);
}

/** A few words that tell a node from its namesakes: the last post, the date, the deadline. */
function hint(node) {
  const told = key => node.facts.filter(fact => fact.key === key);
  if (node.kind === "official") {
    const posts = told("post").map(fact => ({ fact, date: fact.words.map(dateOf).filter(Boolean).sort().at(-1) ?? "" }));
    return posts.sort((one, other) => other.date.localeCompare(one.date))[0]?.fact.value ?? "";
  }
  return told("start")[0]?.value ?? told("deadline")[0]?.value ?? told("number")[0]?.value ?? "";
}

/** Nodes whose name holds the words, or whose pinyin or pinyin initials begin with them. */
function find(words) {
  const sought = words.trim().toLowerCase();
  const grade = node => {
    const label = node.label.toLowerCase();
    if (label === sought) return 0;
    if (label.startsWith(sought) || node.initials === sought) return 1;
    if (label.includes(sought) || node.sounds === sought) return 2;
    return node.initials.startsWith(sought) || node.sounds.startsWith(sought) ? 3 : 4;
  };
  return ranked.map(number => [grade(nodes[number]), number]).filter(([how]) => how < 4)
    .sort((one, other) => one[0] - other[0]).map(([, number]) => number);
}

/** The numbers of the nodes on a shortest way over what is shown, both ends included; none: []. */
function wayTo(from, to, open) {
  const before = new Map([[from, null]]);
  for (const here of before.keys()) { // a map takes in new keys while it is gone through
    if (here === to) break;
    for (const next of [...nodes[here].near].sort((one, other) => one - other)) {
      if (!before.has(next) && open[next]) before.set(next, here);
    }
  }
  const way = [];
  for (let here = before.has(to) ? to : null; here !== null; here = before.get(here)) way.unshift(here);
  return way;
}
