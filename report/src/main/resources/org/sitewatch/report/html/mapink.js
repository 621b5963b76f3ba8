// Ink for the map: colours of the page, symbols, letters, lines.
const symbolPaths = new Map();

function pathOf(d) {
  if (!symbolPaths.has(d)) symbolPaths.set(d, new Path2D(d));
  return symbolPaths.get(d);
}

/** Draws on a canvas in pixels of the page. */
function mapInk(canvas, pen) {
  const colours = {};

  function readColours() {
    const style = getComputedStyle(canvas);
    for (const name of ['paper', 'ink', 'soft', 'line', 'land', 'focus', ...STATUSES, ...STATES]) {
      colours[name] = style.getPropertyValue('--' + name.replace('_', '-')).trim();
    }
    colours.font = style.fontFamily;
  }

  function drawSymbol(name, x, y, size) {
    const shape = symbolOf(name);
    const colour = colours[name] || colours.first;
    pen.save();
    pen.translate(x - size / 2, y - size / 2);
    pen.scale(size / 16, size / 16);
    if (shape.outline) {
      const outline = pathOf(shape.outline);
      pen.lineWidth = 16 / size * 3;
      pen.strokeStyle = colours.paper;
      pen.stroke(outline);
      pen.fillStyle = shape.filled ? colour : colours.paper;
      pen.fill(outline);
      pen.lineWidth = Math.max(1.6, 16 / size * 1.4);
      pen.strokeStyle = colour;
      pen.setLineDash(shape.dashed ? [2.4, 1.7] : []);
      pen.stroke(outline);
      pen.setLineDash([]);
    }
    if (shape.mark) {
      pen.lineWidth = 2.2;
      pen.strokeStyle = shape.filled ? colours.paper : colour;
      pen.stroke(pathOf(shape.mark));
    }
    if (shape.letter) {
      pen.fillStyle = colour;
      pen.font = '700 9.5px ' + colours.font;
      pen.textAlign = 'center';
      pen.fillText(shape.letter, 8, shape.letter === '!' ? 12.6 : 11.4);
    }
    pen.restore();
  }

  function text(words, x, y, options = {}) {
    pen.font = (options.weight || 400) + ' ' + (options.size || 11) + 'px ' + colours.font;
    pen.textAlign = options.align || 'left';
    pen.lineJoin = 'round';
    pen.lineWidth = 3;
    pen.strokeStyle = options.halo || colours.land;
    pen.strokeText(words, x, y);
    pen.fillStyle = options.colour || colours.ink;
    pen.fillText(words, x, y);
  }

  function line(fromX, fromY, toX, toY) {
    pen.lineWidth = 1;
    pen.strokeStyle = colours.line;
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
  }

  readColours();
  return {colours, drawSymbol, text, line};
}
