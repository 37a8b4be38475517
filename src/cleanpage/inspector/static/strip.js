// The score along the page as a picture: bars by score, coloured by verdict, the threshold as a line.

const BAND_HEIGHT = 10;

function startStrip() {
  const canvas = byId("strip");
  new ResizeObserver(drawStrip).observe(canvas);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawStrip);
  canvas.addEventListener("click", (event) => {
    const block = stripBlock(canvas, event);
    if (block >= 0) look({ active: block, hovered: -1, pinned: true }, "strip");
  });
  canvas.addEventListener("mousemove", (event) => look({ hovered: stripBlock(canvas, event) }, "hover"));
  canvas.addEventListener("mouseleave", () => look({ hovered: -1 }, "hover"));
  onLook(drawMarker);
  drawStrip();
}

function stripBlock(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const block = Math.floor(((event.clientX - box.left) / box.width) * blockCount);
  return blockCount ? Math.min(Math.max(block, 0), blockCount - 1) : -1;
}

function drawStrip() {
  const canvas = byId("strip");
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.max(1, Math.round(canvas.clientWidth * scale));
  canvas.height = Math.max(1, Math.round(canvas.clientHeight * scale));
  const { width, height } = canvas;
  const room = height - BAND_HEIGHT * scale;
  const style = getComputedStyle(document.documentElement);
  const colours = Object.fromEntries(["kept", "dropped", "field", "line"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  const pen = canvas.getContext("2d");
  pen.clearRect(0, 0, width, height);
  const columns = Math.min(width, blockCount);
  for (let column = 0; column < columns; column += 1) {
    const first = Math.floor((column * blockCount) / columns);
    const last = Math.max(first + 1, Math.floor(((column + 1) * blockCount) / columns));
    const { score, state } = columnOf(first, last);
    const left = Math.floor((column * width) / columns);
    const wide = Math.max(1, Math.ceil(((column + 1) * width) / columns) - left - (width > 3 * blockCount ? 1 : 0));
    pen.fillStyle = colours[state];
    pen.fillRect(left, room - (room * score) / 100, wide, (room * score) / 100);
    pen.fillRect(left, height - (BAND_HEIGHT - 3) * scale, wide, (BAND_HEIGHT - 3) * scale);
  }
  if (report.threshold !== null) {
    pen.strokeStyle = colours.line;
    pen.lineWidth = scale;
    pen.setLineDash([6 * scale, 4 * scale]);
    pen.beginPath();
    pen.moveTo(0, room * (1 - report.threshold));
    pen.lineTo(width, room * (1 - report.threshold));
    pen.stroke();
  }
  drawMarker();
}

/** What stands for some blocks that share a column: their highest score, and kept if any of them is. */
function columnOf(first, last) {
  let score = 0;
  let state = "dropped";
  for (let block = first; block < last; block += 1) {
    score = Math.max(score, report.scores[block]);
    if (report.states[block] === "kept" || (state === "dropped" && report.states[block] === "field")) state = report.states[block];
  }
  return { score, state };
}

function drawMarker() {
  const marker = byId("strip-marker");
  const block = shownBlock();
  marker.hidden = block < 0;
  if (block >= 0) marker.style.left = `${(100 * (block + 0.5)) / blockCount}%`;
}
