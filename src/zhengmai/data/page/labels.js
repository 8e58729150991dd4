// Names on the picture: as large at every distance, the important first, none upon another.
const FONT = '"Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei","Source Han Sans SC",sans-serif';
const CELL = 64; // pixels of the grid in which places already taken are looked up
const widths = new Map();
const bold = new Set(ranked.slice(0, 14));
let written = []; // what was last written: {number, text, x, y, width, height}, pixels of the picture

/** How ill a name breaks there: not in a number, not by a bracket; best before 第, 暨 and the like. */
function illness(signs, place, half) {
  const [before, after] = [signs[place - 1], signs[place]];
  const torn = /\d/.test(before) && /\d/.test(after) || /[（(“《]/.test(before) || /[）)”》、，…]/.test(after);
  return Math.abs(place - half) + (torn ? 100 : 0) - (/[第暨（(“《关]/.test(after) ? 3 : 0);
}

/** A name in one or two lines. */
function broken(label) {
  const signs = [...label];
  if (signs.length <= 11) return [label];
  const half = Math.min(Math.ceil(signs.length / 2), 11);
  const places = [-3, -2, -1, 0, 1, 2, 3].map(by => half + by);
  const place = places.reduce((best, next) => illness(signs, next, half) < illness(signs, best, half) ? next : best);
  const second = signs.slice(place);
  return [signs.slice(0, place).join(""), second.length > 13 ? second.slice(0, 12).join("") + "…" : second.join("")];
}

function widthOf(context, text) {
  if (!widths.has(text)) {
    context.font = `100px ${FONT}`;
    widths.set(text, context.measureText(text).width / 100);
  }
  return widths.get(text);
}

/** Places already taken. */
class Taken {
  constructor() {
    this.cells = new Map();
  }

  * keys({ x, y, width, height }) {
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
      for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) yield column * 10007 + row;
    }
  }

  free(box, own) {
    for (const key of this.keys(box)) {
      for (const other of this.cells.get(key) ?? []) {
        if (other.number !== own && box.x < other.x + other.width && other.x < box.x + box.width
            && box.y < other.y + other.height && other.y < box.y + box.height) return false;
      }
    }
    return true;
  }

  add(box) {
    for (const key of this.keys(box)) this.cells.set(key, [...this.cells.get(key) ?? [], box]);
  }
}

/** Where a name of that size may stand by a node or by what stands around it: below, above, right, left. */
function spots(x, y, radius, width, height) {
  return [
    { x: x - width / 2, y: y + radius + 2 }, { x: x - width / 2, y: y - radius - 2 - height },
    { x: x + radius + 3, y: y - height / 2 }, { x: x - radius - 3 - width, y: y - height / 2 },
  ].map(spot => ({ ...spot, width, height }))
    .filter(box => box.x > 0 && box.y > 0 && box.x + width < picture.clientWidth && box.y + height < picture.clientHeight);
}

/** Which nodes may bear a name now, the most important first; of a task, a whole sentence, only where there is room. */
function candidates(scale) {
  const bright = chosen === null ? null : near();
  const order = bright === null ? ranked : [chosen, ...ranked.filter(number => number !== chosen && bright.has(number))];
  const most = scale > 0.7 ? order.length : bright === null ? 60 : 40;
  return order.filter((number, rank) =>
    shown[number] && (number === chosen || path.includes(number) || rank < most && (nodes[number].kind !== "task" || scale > 1.3)));
}

network.on("afterDrawing", context => {
  const scale = network.getScale();
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  // No name upon a name; upon a sign only where there is no other way, upon a large one only if it is more important.
  const [names, large, signs] = [new Taken(), new Taken(), new Taken()];
  written = [];
  const place = number => [(at[number].x - corner.x) * scale, (at[number].y - corner.y) * scale, nodes[number].size * scale];
  const inView = number => {
    const [x, y, radius] = place(number);
    return x > -radius && y > -radius && x < picture.clientWidth + radius && y < picture.clientHeight + radius;
  };
  const frame = picture.getBoundingClientRect();
  for (const part of document.querySelectorAll("#panel, #card:not([hidden]), #tools")) {
    const { x, y, width, height } = part.getBoundingClientRect();
    names.add({ number: null, x: x - frame.x, y: y - frame.y, width, height });
  }
  if (chosen === null) {
    for (const field of fields.filter(field => field.alone && nodes.length > 1)) {
      const [x, y] = [((tall ? field.y : field.x) - corner.x) * scale, ((tall ? field.x : field.y) - corner.y) * scale];
      const [text, pixels] = [[say("alone")], 11.5];
      const width = widthOf(context, text[0]) * pixels + 4;
      const box = { number: null, text, pixels, x: x - width / 2, y: y + (field.radius + 16) * scale + 1, width, height: pixels * 1.2 };
      names.add(box);
      written.push(box);
    }
  }
  const here = candidates(scale).filter(inView);
  const first = here.slice(0, 80);
  for (const number of ranked.filter(number => shown[number] && inView(number))) {
    const [x, y, radius] = place(number);
    const box = { number, x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
    signs.add(box);
    if (first.includes(number)) large.add(box);
  }
  for (const number of here) {
    const pixels = number === chosen ? 15 : Math.min(11.5 + nodes[number].size / 9, 14);
    const text = broken(nodes[number].label);
    const [width, height] = [Math.max(...text.map(line => widthOf(context, line))) * pixels + 4, text.length * pixels * 1.2];
    const [x, y, radius] = place(number);
    const near = spots(x, y, radius, width, height).filter(box => names.free(box, number));
    const around = spots(x, y, nodes[number].reach * scale, width, height).filter(box => names.free(box, number));
    const spot = [...near, ...around].find(box => signs.free(box, number))
      ?? [...near, ...around].find(box => large.free(box, number)) ?? (first.slice(0, 12).includes(number) ? near[0] : undefined);
    if (!spot) continue;
    const box = { number, text, pixels, ...spot };
    names.add(box);
    written.push(box);
  }
  write(context, scale, corner);
});

function write(context, scale, corner) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = "#ffffffe6";
  context.lineWidth = 3.5 / scale;
  for (const { number, text, pixels, x, y, width } of written) {
    context.font = `${number !== null && (number === chosen || bold.has(number)) ? "600 " : ""}${pixels / scale}px ${FONT}`;
    context.fillStyle = number === null ? "#5a6675" : "#1d2733";
    text.forEach((line, nth) => {
      const [left, top] = [(x + width / 2) / scale + corner.x, (y + (nth + 0.5) * pixels * 1.2) / scale + corner.y];
      context.strokeText(line, left, top);
      context.fillText(line, left, top);
    });
  }
}
