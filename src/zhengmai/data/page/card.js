// The card of a node: facts, links, and the sentences that say so. All text is text, never markup.
const card = document.getElementById("card");
const ROLES = ["chair", "speaker", "reporter", "explainer", "attendee", "observer"];
const FEW = 6; // rows shown before `the rest` is asked for

/** An element with attributes, handlers (`onclick`) and children; a string is text. */
function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made[name] = value;
    else if (value !== undefined && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const OUTLINES = {
  official: "M8 1.5a6.5 6.5 0 1 0 .01 0z", meeting: "M2 2h12v12H2z", document: "M8 1.5l7 12.5H1z", task: "M8 .8L15.2 8 8 15.2.8 8z",
  organ: "M4.3 1.6h7.4L15.4 8l-3.7 6.4H4.3L.6 8z", formulation: "M8 .8l2.2 4.8 5.1.6-3.8 3.5 1 5.1L8 12.3l-4.5 2.5 1-5.1L.7 6.2l5.1-.6z",
};

/** A kind's sign, as on the picture. */
function sign(kind) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  made.setAttribute("viewBox", "0 0 16 16");
  made.setAttribute("aria-hidden", "true");
  for (const [name, value] of [["d", OUTLINES[kind]], ["fill", COLOURS[kind][0]], ["stroke", COLOURS[kind][1]]]) path.setAttribute(name, value);
  made.append(path);
  return made;
}

/** A sentence with the words marked; positions count code points. */
function quote([sentence, spans]) {
  const signs = [...sentences[sentence][1]];
  const parts = [];
  let last = 0;
  for (const [start, end] of spans) {
    parts.push(signs.slice(last, start).join(""), make("mark", {}, signs.slice(start, end).join("")));
    last = end;
  }
  return make("blockquote", {}, ...parts, signs.slice(last).join(""));
}

/** Sentences under the articles they are of. */
function said(words) {
  const found = [];
  let block = null;
  for (const marked of words) {
    const article = sentences[marked[0]][0];
    if (block?.article !== article) {
      const { title, date, url } = articles[article];
      const name = url ? make("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title) : title;
      block = { article, made: make("div", { class: "said" }, make("cite", {}, `${date ?? say("undated")} `, name)) };
      found.push(block.made);
    }
    block.made.append(quote(marked));
  }
  return found;
}

/** A list of which the first few are shown and the rest can be asked for. */
function list(rows, key, few = FEW) {
  const made = make("ul", {}, ...rows.slice(0, few));
  if (rows.length <= few) return [made];
  const more = make("button", { type: "button", class: "rest", onclick: () => {
    made.append(...rows.slice(few));
    more.remove();
    rows[few].querySelector("button, a")?.focus();
  } }, say(key, { count: rows.length - few }));
  return [made, more];
}

/** One row: when, what or whom, and on demand the words that say so. */
function row(date, what, words, after) {
  const made = make("li", {}, make("div", { class: "row" }, make("time", {}, date ?? ""), what, after ? make("small", {}, after) : null));
  if (words.length) {
    const why = make("button", { type: "button", class: "why", "aria-expanded": "false", onclick: () => {
      const open = why.getAttribute("aria-expanded") === "true";
      why.setAttribute("aria-expanded", String(!open));
      if (open) made.querySelectorAll(".said").forEach(part => part.remove());
      else made.append(...said(words));
    } }, say("why"));
    made.firstChild.append(why);
  }
  return made;
}

/** A button that opens another node's card. */
function go(number) {
  const node = nodes[number];
  return make("button", { type: "button", class: "go", onclick: () => change({ node: node.id, to: null }) }, sign(node.kind), " ", node.label);
}

/** Posts in the order of the articles that tell of them. */
function posts(node) {
  const rows = node.facts.filter(fact => fact.key === "post").map(fact => {
    const dates = [...new Set(fact.words.map(dateOf).filter(Boolean))].sort();
    return { fact, date: dates[0] ?? null, days: dates.length > 1 ? `${dates[0]} – ${dates.at(-1)}` : dates[0] };
  }).sort(byDate);
  if (!rows.length) return [];
  return [make("h3", {}, say("post")), ...list(rows.map(({ fact, days }) =>
    row(days ?? say("undated"), make("span", {}, fact.value), fact.words, termName(fact.status, false))), "others", 12)];
}

/** All facts but the posts, as a table. */
function facts(node) {
  const made = make("dl");
  const rest = node.facts.filter(fact => fact.key !== "post");
  for (const key of new Set(rest.map(fact => fact.key))) {
    const values = rest.filter(fact => fact.key === key).map(fact =>
      make("dd", {}, "node" in fact ? go(fact.node) : terms[fact.value] ? termName(fact.value, false) : fact.value));
    made.append(make("dt", {}, say(key)), values[0], ...values.slice(1).flatMap(value => [make("dt"), value]));
  }
  return made.childElementCount ? [made] : [];
}

/** What the node is linked with, by what is said of the two: roles first, tasks last. */
function links(node) {
  const groups = new Map();
  const rank = ({ edge: { term } }) => term.includes("/role/") ? ROLES.indexOf(local(term)) : local(term) === "setBy" ? 99 : 9;
  for (const link of [...node.links].sort((one, other) => rank(one) - rank(other))) {
    const name = termName(link.edge.term, link.back);
    groups.set(name, [...groups.get(name) ?? [], { ...link, date: link.edge.date }]);
  }
  return [...groups].flatMap(([name, group]) => [
    make("h3", {}, `${name} (${group.length})`),
    ...list(group.sort((one, other) => other.edge.times - one.edge.times || byDate(one, other)).map(({ edge, there, date }) => row(date ?? say("undated"), go(there), edge.words, edge.times > 1 ? say("times", { times: edge.times }) : null)), "others"),
  ]);
}

/** The way to the node that was asked for, and what is said of each two on it. */
function pathTo(goal) {
  if (goal === null) return [];
  const name = nodes[goal].label;
  const leave = make("button", { type: "button", class: "rest", onclick: () => change({ to: null }) }, say("endPath"));
  if (!path.length) return [make("h3", {}, say("pathTo", { name })), make("p", {}, say("noPath", { name })), leave];
  const rows = path.slice(1).map((there, nth) => {
    const { edge, back } = nodes[path[nth]].links.find(link => link.there === there);
    return row(null, go(there), edge.words, termName(edge.term, back));
  });
  return [make("h3", {}, say("pathTo", { name })), make("ol", {}, ...rows), leave];
}

/** Shows the card of a node, or of none; `goal`: where the path from it leads. */
function showCard(number, goal) {
  card.hidden = number === null;
  if (number === null) return card.replaceChildren();
  const node = nodes[number];
  const same = nodes.filter(other => other !== node && other.kind === node.kind && other.label === node.label);
  const close = make("button", { type: "button", "aria-label": say("close"), onclick: () => change({ node: null, to: null }) }, "✕");
  const way = make("button", { type: "button", onclick: () => seekFrom(number) }, say("path"));
  const counted = say("inArticles", { count: node.articles.size });
  card.replaceChildren(
    make("header", { class: [...node.label].length > 24 ? "long" : "" },
      make("div", {}, make("p", { class: "kind" }, sign(node.kind), ` ${say(`${node.kind}One`)} · ${counted}`), make("h2", {}, node.label)), way, close),
    ...pathTo(goal), ...facts(node), ...posts(node), ...links(node),
    ...(node.undrawn ? [make("p", {}, make("small", {}, say("undrawn", { count: node.undrawn })))] : []),
    ...(same.length ? [make("h3", {}, say("namesake")),
      ...list(same.map(other => row(null, go(other.number), [], hint(other))), "others")] : []),
    ...(node.words.length ? [make("h3", {}, say("evidence")), ...evidence(node)] : []),
  );
  card.setAttribute("aria-label", node.label);
  card.scrollTop = 0;
}

function evidence(node) {
  const more = node.words.length - FEW;
  const made = make("div", {}, ...said(node.words.slice(0, FEW)));
  const rest = more > 0 ? make("button", { type: "button", class: "rest", onclick: () => {
    made.replaceChildren(...said(node.words));
    rest.remove();
  } }, say("otherSentences", { count: more })) : null;
  return [made, ...(rest ? [rest] : []), ...(node.unshown ? [make("p", {}, say("unshown", { count: node.unshown }))] : [])];
}
