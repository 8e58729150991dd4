// The panel: search, legend, period.
const search = document.getElementById("search");
const foundList = document.getElementById("found");
const answer = document.getElementById("answer");
const [since, until] = [document.getElementById("since"), document.getElementById("until")];
const LISTED = 12;
let active = -1; // the answer that the arrow keys stand on
let seeking = null; // the node from which a path is sought

/** Lists what the words find; of no words, what is most important. */
function lookUp() {
  const words = search.value.trim();
  const all = words ? find(words) : ranked;
  const listed = all.slice(0, LISTED);
  active = -1;
  foundList.replaceChildren(...listed.map((number, nth) => make("li",
    { role: "option", id: `found-${nth}`, "aria-selected": "false", onmousedown: event => event.preventDefault(), onclick: () => open(number) },
    sign(nodes[number].kind), make("span", {}, nodes[number].label, " ", make("small", {}, hint(nodes[number]))))));
  foundList.hidden = !listed.length;
  search.setAttribute("aria-expanded", String(listed.length > 0));
  search.removeAttribute("aria-activedescendant");
  answer.textContent = !words ? "" : !all.length ? say("notFound", { words })
    : all.length > LISTED ? say("foundMore", { count: all.length, shown: LISTED }) : say("found", { count: all.length });
  foundList.dataset.numbers = listed.join(" ");
}

function closeList() {
  foundList.hidden = true;
  search.setAttribute("aria-expanded", "false");
  answer.textContent = "";
}

/** Opens what was found, showing its kind and all days where they were hidden. */
function open(number) {
  const from = seeking; // leaving the field ends the search
  closeList();
  search.value = "";
  search.blur();
  if (from !== null) return change({ node: nodes[from].id, to: nodes[number].id });
  const node = nodes[number];
  const seen = shown[number] ? {} : { since: null, until: null, hide: state.hide.filter(kind => kind !== node.kind) };
  change({ node: node.id, to: null, ...seen });
  card.focus({ preventScroll: true });
}

/** Has the next answer be the end of a path from that node. */
function seekFrom(number) {
  search.focus();
  seeking = number;
  search.placeholder = say("seek", { name: nodes[number].label });
}

function step(by) {
  const options = [...foundList.children];
  if (!options.length) return;
  options[active]?.setAttribute("aria-selected", "false");
  active = (active + by + options.length + (active < 0 && by < 0 ? 1 : 0)) % options.length;
  options[active].setAttribute("aria-selected", "true");
  options[active].scrollIntoView({ block: "nearest" });
  search.setAttribute("aria-activedescendant", options[active].id);
}

search.addEventListener("input", lookUp);
search.addEventListener("focus", lookUp);
search.addEventListener("blur", () => {
  closeList();
  seeking = null;
  search.placeholder = say("search");
});
search.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") step(event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && foundList.children.length) {
    open(Number(foundList.dataset.numbers.split(" ")[Math.max(active, 0)]));
  } else if (event.key === "Escape") {
    search.value = "";
    search.blur();
  } else return;
  event.preventDefault();
  event.stopPropagation();
});

/** The kinds with their signs and counts; each shows or hides its kind. */
function showLegend() {
  document.getElementById("legend").replaceChildren(...KINDS.filter(kind => kinds[kind]).map(kind => {
    const drawn = nodes.filter(node => node.kind === kind).length;
    const hidden = state.hide.includes(kind);
    const next = hidden ? state.hide.filter(other => other !== kind) : [...state.hide, kind];
    return make("li", {}, make("button", { type: "button", "data-kind": kind, "aria-pressed": String(!hidden), onclick: () => {
      change({ hide: next });
      document.querySelector(`#legend [data-kind=${kind}]`).focus();
    } }, sign(kind), make("span", {}, say(kind)), make("span", {}, drawn < kinds[kind] ? `${drawn}/${kinds[kind]}` : String(drawn))));
  }));
}

/** The sliders of the period: the months that articles are of. */
function showPeriod() {
  document.getElementById("period").hidden = months.length < 2;
  if (months.length < 2) return;
  const last = months.length - 1;
  const [from, to] = [Math.max(months.indexOf(state.since), 0), state.until ? months.indexOf(state.until) : last];
  [since.max, until.max, since.value, until.value] = [last, last, from, to];
  for (const [slider, key, nth] of [[since, "since", from], [until, "until", to]]) {
    slider.setAttribute("aria-label", say(key));
    slider.setAttribute("aria-valuetext", months[nth]);
  }
  document.getElementById("days").textContent =
    say(state.since || state.until ? "someDays" : "allDays", { since: months[from], until: months[to] });
}

function slide(event) {
  let [from, to] = [Number(since.value), Number(until.value)];
  if (from > to) [from, to] = event.target === since ? [to, to] : [from, from];
  change({ since: from ? months[from] : null, until: to < months.length - 1 ? months[to] : null }, false);
}
since.addEventListener("input", slide);
until.addEventListener("input", slide);
