// The picture as SVG: what is in view, as shapes and text that other programs can change.

/** An SVG element with these attributes; its text, if any, as text. */
function shape(tag, attributes, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
}

/** What is in view. */
function drawing() {
  const [width, height, scale] = [picture.clientWidth, picture.clientHeight, network.getScale()];
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const place = number => ({ x: (at[number].x - corner.x) * scale, y: (at[number].y - corner.y) * scale });
  const made = shape("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FONT.replaceAll('"', "'") });
  made.append(shape("title", {}, document.title), shape("rect", { width, height, fill: "#fff" }));
  const bright = chosen === null ? null : near();
  lines.forEach(({ one, other }, nth) => {
    const { hidden, width: wide, color: { color, opacity } } = visLines.get(nth);
    const [from, to] = [place(one), place(other)];
    if (!hidden) made.append(shape("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, stroke: color, opacity, "stroke-width": wide * scale }));
  });
  nodes.forEach(({ kind, size }, number) => {
    if (!shown[number]) return;
    const { x, y } = place(number);
    const grown = size * scale / 7.2; // the outlines are 16 wide
    made.append(shape("path", {
      d: OUTLINES[kind], fill: COLOURS[kind][0], stroke: COLOURS[kind][1], opacity: bright === null || bright.has(number) ? 1 : DIM,
      transform: `translate(${x} ${y}) scale(${grown}) translate(-8 -8)`,
    }));
  });
  for (const { text, pixels, x, y, width: wide } of written) {
    text.forEach((line, nth) => made.append(shape("text", {
      x: x + wide / 2, y: y + (nth + 0.85) * pixels * 1.2, "font-size": pixels, "text-anchor": "middle", fill: "#1d2733",
      stroke: "#fff", "stroke-width": 3, "paint-order": "stroke",
    }, line)));
  }
  return new Blob([new XMLSerializer().serializeToString(made)], { type: "image/svg+xml" });
}

/** Hands a file to the browser to be saved. */
function hand(blob, name) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
