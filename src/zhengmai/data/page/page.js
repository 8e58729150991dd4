// The page as a whole. Its state stands in the address, so that it can be sent on and gone back to: every control
// changes the address, and what is seen follows from the address alone.
const EMPTY = { node: null, to: null, hide: [], since: null, until: null, lang: null };
let state = EMPTY;
let still = false; // what is clicked on the picture stays where it is

function read() {
  const told = new URLSearchParams(location.hash.slice(1));
  const month = key => months.includes(told.get(key)) ? told.get(key) : null;
  const first = focus.length && !location.hash ? nodes[focus[0]].id : null;
  return {
    node: byId.has(told.get("node")) ? told.get("node") : first,
    to: byId.has(told.get("node")) && byId.has(told.get("to")) ? told.get("to") : null,
    hide: (told.get("hide") ?? "").split(",").filter(kind => KINDS.includes(kind)),
    since: month("since"), until: month("until"),
    lang: ["zh", "en"].includes(told.get("lang")) ? told.get("lang") : null,
  };
}

/** Goes to another state; `step`: one that the browser's back button returns from. */
function change(changes, step = true) {
  const { node, to, hide, since: from, until: last, lang } = { ...state, ...changes };
  const told = Object.entries({ node, to: node && to, hide: hide.join(","), since: from, until: last, lang }).filter(([, value]) => value);
  const address = `#${told.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join("&") || "all"}`;
  if (address === location.hash) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
  follow();
}

/** Shows what the address tells. */
function follow() {
  const before = state;
  state = read();
  language = state.lang ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
  const limited = state.since !== null || state.until !== null;
  const inPeriod = article => {
    const month = articles[article].date?.slice(0, 7);
    return !limited || (month !== undefined && month >= (state.since ?? "") && month <= (state.until ?? "9"));
  };
  nodes.forEach((node, number) => {
    shown[number] = !state.hide.includes(node.kind) && (!limited || [...node.articles].some(inPeriod));
  });
  lines.forEach((line, number) => {
    lineShown[number] = line.edges.some(nth => !limited || !edges[nth].words.length || [...edges[nth].articles].some(inPeriod));
  });
  chosen = state.node === null ? null : byId.get(state.node);
  if (chosen !== null && !shown[chosen]) chosen = null;
  const goal = chosen === null || state.to === null ? null : byId.get(state.to);
  path = goal === null ? [] : wayTo(chosen, goal, shown);
  speak();
  showCard(chosen, goal);
  paint();
  if (chosen !== null && !still && (state.node !== before.node || state.to !== before.to)) showNear();
}

/** Writes all that the page itself says, in its language. */
function speak() {
  document.documentElement.lang = language;
  const dates = articles.map(article => article.date).filter(Boolean).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  const days = say(!dates.length ? "dateless" : first === last ? "day" : "days", { since: first, until: last });
  const title = say((focusName ? "around" : "title") + (view === "people" ? "People" : ""), { name: focusName, articles: articles.length });
  document.title = `${title} · 政脉 zhengmai`;
  document.getElementById("title").textContent = title;
  document.getElementById("about").textContent =
    nodes.length ? say("about", { days, nodes: nodes.length, links: edges.length }) : say("empty");
  document.getElementById("language").textContent = say("language");
  document.getElementById("more").textContent = say("more");
  search.placeholder = say("search");
  for (const [thing, key] of [[search, "search"], [picture, "picture"]]) thing.setAttribute("aria-label", say(key));
  document.querySelectorAll("[data-say]").forEach(part => { part.textContent = say(part.dataset.say); });
  document.querySelectorAll("[data-name]").forEach(part => {
    part.title = say(part.dataset.name);
    part.setAttribute("aria-label", part.title);
  });
  showLegend();
  showPeriod();
  showRest();
}

/** What did not fit on the page, in words. */
function showRest() {
  const lacking = KINDS.map(kind => [kind, (kinds[kind] ?? 0) - nodes.filter(node => node.kind === kind).length]).filter(([, count]) => count);
  const named = lacking.map(([kind, count]) => say("restKind", { kind: say(kind), count })).join(language === "zh" ? "、" : ", ");
  document.getElementById("rest").textContent =
    lacking.length ? say("rest", { count: lacking.reduce((sum, [, count]) => sum + count, 0), kinds: named }) : "";
}

const tip = document.getElementById("tip");
network.on("hoverNode", ({ node, pointer: { DOM: { x, y } } }) => {
  tip.textContent = nodes[node].label;
  tip.hidden = false;
  tip.style.left = `${Math.min(x + 14, picture.clientWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(y + 14, picture.clientHeight - tip.offsetHeight - 8)}px`;
  picture.style.cursor = "pointer";
});
for (const event of ["blurNode", "dragStart", "zoom", "click"]) {
  network.on(event, () => {
    tip.hidden = true;
    picture.style.cursor = "";
  });
}
network.on("click", ({ nodes: [number] }) => {
  still = true;
  change({ node: number === undefined ? null : nodes[number].id, to: null });
  still = false;
  search.blur();
});

const KEYS = {
  "/": () => search.focus(), Escape: () => change({ node: null, to: null }), 0: showWhole, "+": () => zoom(1.25), "=": () => zoom(1.25),
  "-": () => zoom(0.8), ArrowLeft: () => pan(-80, 0), ArrowRight: () => pan(80, 0), ArrowUp: () => pan(0, -80), ArrowDown: () => pan(0, 80),
};
document.addEventListener("keydown", event => {
  const writing = event.target instanceof HTMLInputElement;
  const scrolling = event.key.startsWith("Arrow") && event.target.closest?.("#card, #panel");
  if (writing || scrolling || event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  KEYS[event.key]();
  event.preventDefault();
});
const TOOLS = {
  closer: () => zoom(1.25), further: () => zoom(0.8), whole: showWhole,
  save: () => picture.querySelector("canvas").toBlob(blob => hand(blob, "zhengmai.png")),
  saveSvg: () => hand(drawing(), "zhengmai.svg"),
};
for (const [id, act] of Object.entries(TOOLS)) {
  document.getElementById(id).addEventListener("click", act);
}
document.getElementById("language").addEventListener("click", () => change({ lang: language === "zh" ? "en" : "zh" }, false));
document.getElementById("more").addEventListener("click", ({ target }) => {
  target.setAttribute("aria-expanded", String(document.getElementById("filters").classList.toggle("open")));
});
window.addEventListener("popstate", follow);
window.addEventListener("hashchange", follow);

follow();
showWhole();
paint();
if (chosen !== null) showNear();
network.once("afterDrawing", () => { document.documentElement.dataset.ready = String(Math.round(performance.now())); });
network.redraw();
// For those who script the page: what is written where on the picture, and where a node stands.
window.zhengmai = {
  labels: () => written.map(({ text, x, y, width, height }) => ({ text: text.join(""), x, y, width, height })),
  place: label => {
    const number = ranked.find(nth => nodes[nth].label === label);
    const { x, y } = network.canvasToDOM(at[number]);
    const box = picture.getBoundingClientRect();
    return { x: x + box.x, y: y + box.y };
  },
};
