// The picture: vis-network draws what was laid out beforehand; nothing moves by itself.
const SHAPES = { official: "dot", meeting: "square", document: "triangle", task: "diamond", organ: "hexagon", formulation: "star" };
// Told apart by colour-blind eyes too (Okabe and Ito), each with a darker edge.
const COLOURS = {
  official: ["#d55e00", "#8f3f00"], meeting: ["#0072b2", "#004a75"], document: ["#009e73", "#00634a"],
  task: ["#e69f00", "#8c6100"], organ: ["#cc79a7", "#8a3f68"], formulation: ["#8b93a0", "#565d68"],
};
const DIM = 0.12;
const LINE = "#a9b4c0";
const FAINT = lines.length > 3 * nodes.length ? 0.4 : 0.7; // many lines are drawn fainter
const picture = document.getElementById("picture");
// On a page that is higher than wide the picture lies on its side.
const tall = picture.clientHeight > picture.clientWidth * 1.1;
const at = nodes.map(({ x, y }) => tall ? { x: y, y: x } : { x, y });

const shown = nodes.map(() => true); // by the legend and the period
const lineShown = lines.map(() => true);
let chosen = null; // the number of the node that the card is about
let path = []; // the nodes from it to another that was asked for
let thin = 1; // a line's width, such that it is seen when all is

const visNodes = new vis.DataSet(nodes.map(({ kind, size }, id) => ({
  id, ...at[id], size, shape: SHAPES[kind], color: { background: COLOURS[kind][0], border: COLOURS[kind][1] }, opacity: 1,
})));
const visLines = new vis.DataSet(lines.map(({ one, other, times }, id) => ({
  id, from: one, to: other, width: Math.min(1 + (times - 1) * 0.5, 4), color: { color: LINE, opacity: FAINT },
})));
const network = new vis.Network(picture, { nodes: visNodes, edges: visLines }, {
  physics: false, layout: { improvedLayout: false }, autoResize: true,
  nodes: { borderWidth: 1.2, borderWidthSelected: 2.5, chosen: false },
  edges: { smooth: false, hoverWidth: 0, selectionWidth: 0, chosen: false },
  interaction: {
    dragNodes: false, hover: true, keyboard: false, multiselect: false, selectConnectedEdges: false,
    hideEdgesOnDrag: lines.length > 800, hideEdgesOnZoom: lines.length > 800, zoomSpeed: 0.7,
  },
});

network.on("beforeDrawing", context => {
  const { x, y } = network.DOMtoCanvas({ x: 0, y: 0 });
  const scale = network.getScale();
  context.fillStyle = "#fff";
  context.fillRect(x, y, picture.clientWidth / scale, picture.clientHeight / scale);
  context.fillStyle = "#f4f6f9";
  for (const { x: left, y: top, radius } of fields) {
    context.beginPath();
    context.arc(tall ? top : left, tall ? left : top, radius + 16, 0, 2 * Math.PI);
    context.fill();
  }
});

/** The nodes that stand out: the chosen one and what is linked with it, or the path from it. */
function near() {
  return new Set(path.length ? path : [chosen, ...nodes[chosen].near]);
}

/** Draws anew what is shown, what is chosen, and what is near it. */
function paint() {
  const bright = chosen === null ? null : near();
  const lit = number => bright === null || bright.has(number);
  visNodes.update(nodes.map((node, id) => ({
    id, hidden: !shown[id], opacity: lit(id) ? 1 : DIM,
    color: { background: COLOURS[node.kind][0], border: id === chosen ? "#000" : COLOURS[node.kind][1] },
    borderWidth: id === chosen ? 3 : 1.2,
  })));
  visLines.update(lines.map(({ one, other, times }, id) => {
    const step = path.length && Math.abs(path.indexOf(one) - path.indexOf(other)) === 1 && path.includes(one) && path.includes(other);
    const touches = chosen === null ? null : path.length ? step : one === chosen || other === chosen;
    return {
      id, hidden: !(shown[one] && shown[other] && lineShown[id]),
      width: thin * (Math.min(1 + (times - 1) * 0.5, 4) + (touches ? 0.8 : 0)),
      color: { color: touches ? "#4a5664" : LINE, opacity: touches === false ? DIM : touches ? 0.9 : FAINT },
    };
  }));
}

/** What the panel and the card leave free of the picture: {left, right, top, bottom}, pixels. */
function free() {
  const narrow = picture.clientWidth <= 720;
  const { width, height } = picture.getBoundingClientRect();
  const card = document.getElementById("card");
  const box = { left: 16, right: width - 16, top: 16, bottom: height - 16 };
  if (narrow) {
    box.top += document.getElementById("finder").offsetHeight + 16;
    box.bottom = card.hidden ? height - 64 : height - card.offsetHeight - 12;
  } else {
    box.left += document.getElementById("panel").offsetWidth + 12;
    if (!card.hidden) box.right -= card.offsetWidth + 12;
  }
  return box;
}

/** Puts that point of the picture in the middle of what is free. */
function centre(position, scale) {
  const { left, right, top, bottom } = free();
  const offset = { x: (left + right - picture.clientWidth) / 2, y: (top + bottom - picture.clientHeight) / 2 };
  network.moveTo({ position, scale, offset });
}

/** Puts these circles into what is free, no larger than `most`. Gives the scale. */
function fit(circles, most) {
  const reach = (axis, side) => circles.map(circle => circle[axis] + side * circle.radius);
  const [x0, x1] = [Math.min(...reach("x", -1)), Math.max(...reach("x", 1))];
  const [y0, y1] = [Math.min(...reach("y", -1)), Math.max(...reach("y", 1))];
  const { left, right, top, bottom } = free();
  const scale = Math.min((right - left) / (x1 - x0), (bottom - top) / (y1 - y0), most);
  const offset = { x: (left + right - picture.clientWidth) / 2, y: (top + bottom - picture.clientHeight) / 2 };
  network.moveTo({ position: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, scale, offset });
  return scale;
}

const circlesOf = numbers => numbers.map(number => ({ ...at[number], radius: nodes[number].size + 8 }));

/** Shows all that is shown, as large as there is room. */
function showWhole() {
  const members = nodes.map((_, number) => number).filter(number => shown[number]);
  if (!members.length) return;
  const around = fields.map(({ x, y, radius, alone }) => ({ x: tall ? y : x, y: tall ? x : y, radius: radius + (alone ? 40 : 16) }));
  const scale = fit([...circlesOf(members), ...members.length === nodes.length ? around : []], 1.6);
  thin = Math.min(Math.max(0.7 / scale, 1), 4);
}

/** Shows what stands out, with room for its names. */
function showNear() {
  fit(circlesOf([...near()].filter(number => shown[number])).map(circle => ({ ...circle, radius: circle.radius + 40 })), 1.3);
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6) });
}

function pan(x, y) {
  const { x: left, y: top } = network.getViewPosition();
  network.moveTo({ position: { x: left + x / network.getScale(), y: top + y / network.getScale() } });
}
