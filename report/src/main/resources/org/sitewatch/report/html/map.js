// The map: outlines on a graticule, drawn on a canvas so that thousands stay quick.
const SMALL_PX = 26;
const JOIN_PX = 20;
const MOST_LABELS = 80;
const LARGEST_SCALE = EARTH_M / 0.25;
const symbolPaths = new Map();

function pathOf(d) {
  if (!symbolPaths.has(d)) symbolPaths.set(d, new Path2D(d));
  return symbolPaths.get(d);
}

/**
 * @param hooks open(disturbance), showSite(site), isShown(disturbance)
 */
function siteMap(canvas, hooks) {
  const pen = canvas.getContext('2d');
  const tip = byId('map-tip');
  const colours = {};
  const view = {x: 0.5, y: 0.5, scale: 1000, width: 1, height: 1};
  let unseenLimit = 14;
  let selected = null;
  let pointed = null;
  let marks = [];
  let labels = [];
  let waiting = false;

  function readColours() {
    const style = getComputedStyle(canvas);
    for (const name of ['paper', 'ink', 'soft', 'line', 'land', 'focus', ...STATUSES, ...STATES]) {
      colours[name] = style.getPropertyValue('--' + name.replace('_', '-')).trim();
    }
    colours.font = style.fontFamily;
  }

  const screenX = (x) => (x - view.x) * view.scale + view.width / 2;
  const screenY = (y) => (y - view.y) * view.scale + view.height / 2;

  function isInView(bounds) {
    return bounds && screenX(bounds.east) > -40 && screenX(bounds.west) < view.width + 40
      && screenY(bounds.south) > -40 && screenY(bounds.north) < view.height + 40;
  }

  function sizeOf(bounds) {
    return Math.max(bounds.east - bounds.west, bounds.south - bounds.north) * view.scale;
  }

  function trace(feature) {
    pen.beginPath();
    for (const ring of feature.rings) {
      for (let i = 0; i < ring.length; i += 2) {
        pen[i ? 'lineTo' : 'moveTo'](screenX(ring[i]), screenY(ring[i + 1]));
      }
      pen.closePath();
    }
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

  function drawGraticule() {
    const perDegree = view.scale / 360;
    const step = Math.min(30, Math.max(1e-6, roundAbove(110 / perDegree)));
    pen.lineWidth = 1;
    pen.strokeStyle = colours.line;
    const half = view.width / 2 / view.scale;
    const west = (view.x - half) * 360 + edge;
    const east = (view.x + half) * 360 + edge;
    for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) {
      const x = Math.round((lon - edge) / 360 * view.scale - view.x * view.scale
        + view.width / 2) + 0.5;
      line(x, 0, x, view.height);
      text(degrees(lon > 180 ? lon - 360 : lon, step, 'EW'), x + 4, view.height - 6,
        {colour: colours.soft, size: 10});
    }
    const tall = view.height / 2 / view.scale;
    const north = latOf(Math.max(0, view.y - tall));
    const south = latOf(Math.min(1, view.y + tall));
    for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
      const y = Math.round(screenY(worldY(lat))) + 0.5;
      line(0, y, view.width, y);
      text(degrees(lat, step, 'NS'), 6, y - 4, {colour: colours.soft, size: 10});
    }
  }

  function line(fromX, fromY, toX, toY) {
    pen.beginPath();
    pen.moveTo(fromX, fromY);
    pen.lineTo(toX, toY);
    pen.stroke();
  }

  function drawOutlines(large) {
    for (const site of large) {
      const isSeen = site.p.state === 'seen';
      trace(site);
      pen.fillStyle = isSeen ? colours.paper : colours.land;
      pen.fill('evenodd');
      pen.lineWidth = pointed === site ? 2.4 : 1.4;
      pen.strokeStyle = isSeen ? colours.ink : colours.not_seen;
      pen.setLineDash(isSeen ? [] : [5, 3]);
      pen.stroke();
      pen.setLineDash([]);
    }
    for (const site of large) {
      for (const one of site.found.slice().reverse()) {
        if (!hooks.isShown(one) || !isInView(one.bounds)) continue;
        const colour = colours[one.p.status] || colours.first;
        trace(one);
        pen.globalAlpha = one.isQuiet ? 0.08 : 0.22;
        pen.fillStyle = colour;
        pen.fill('evenodd');
        pen.globalAlpha = 1;
        pen.lineWidth = one === selected || one === pointed ? 2.6 : 1.2;
        pen.strokeStyle = colour;
        pen.setLineDash(one.isQuiet ? [3, 2] : []);
        pen.stroke();
        pen.setLineDash([]);
        marks.push({thing: one, name: one.p.status, x: screenX(middleX(one)),
          y: screenY(middleY(one)), size: one.isQuiet ? 9 : 13});
      }
    }
  }

  /** Sites too small to draw, those that fall on one another as one mark. */
  function joinSmall(small) {
    const cells = new Map();
    for (const site of small) {
      const x = screenX(middleX(site));
      const y = screenY(middleY(site));
      const column = Math.floor(x / JOIN_PX);
      const row = Math.floor(y / JOIN_PX);
      let mark = null;
      for (let c = column - 1; c <= column + 1 && !mark; c++) {
        for (let r = row - 1; r <= row + 1 && !mark; r++) {
          const near = cells.get(c + ':' + r);
          if (near && Math.hypot(near.x - x, near.y - y) < JOIN_PX) mark = near;
        }
      }
      if (!mark) {
        mark = {x, y, sites: [], thing: site, size: 15};
        cells.set(column + ':' + row, mark);
      }
      mark.sites.push(site);
    }
    for (const mark of cells.values()) {
      const found = mark.sites.map(best).filter(Boolean)
        .sort((a, b) => a.place - b.place)[0];
      const unseen = mark.sites.find((site) => site.unseenDays > unseenLimit
        || site.p.state === 'failed');
      const leader = unseen || mark.sites[0];
      mark.name = found ? found.p.status
        : unseen && leader.p.state === 'seen' ? 'not_seen' : leader.p.state;
      mark.badge = found && unseen ? '?' : '';
      mark.count = mark.sites.length > 1 ? mark.sites.length : 0;
      mark.size = mark.name === 'seen' ? 13 : 16;
      marks.push(mark);
    }
  }

  /** What stands for a site from afar: the highest in rank that nobody put aside. */
  function best(site) {
    return site.found.find((one) => one.p.status !== 'dismissed' && hooks.isShown(one)) || null;
  }

  function drawLabels(sitesInView) {
    const taken = marks.map((mark) => [mark.x - 9, mark.y - 9, mark.x + 9, mark.y + 9]);
    let left = MOST_LABELS;
    for (const site of sitesInView) {
      if (!left) return;
      const isLarge = sizeOf(site.bounds) >= SMALL_PX;
      const x = isLarge ? screenX(middleX(site)) : screenX(middleX(site)) + 12;
      const y = isLarge ? screenY(site.bounds.south) + 13 : screenY(middleY(site)) + 4;
      pen.font = '500 11px ' + colours.font;
      const wide = pen.measureText(site.name).width;
      const from = isLarge ? x - wide / 2 : x;
      const box = [from - 2, y - 11, from + wide + 2, y + 4];
      if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3]
          && box[3] > other[1])) continue;
      taken.push(box);
      left--;
      text(site.name, x, y, {weight: 500, align: isLarge ? 'center' : 'left'});
    }
  }

  function drawScale() {
    const perMetre = view.scale / groundOfUnit_m(view.y);
    const length_m = roundBelow(130 / perMetre);
    const wide = length_m * perMetre;
    const x = view.width - 16 - wide;
    const y = view.height - 26;
    pen.fillStyle = colours.land;
    pen.globalAlpha = 0.85;
    pen.fillRect(x - 8, y - 18, wide + 16, 28);
    pen.globalAlpha = 1;
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 1.5;
    pen.beginPath();
    pen.moveTo(x, y - 4);
    pen.lineTo(x, y);
    pen.lineTo(x + wide, y);
    pen.lineTo(x + wide, y - 4);
    pen.stroke();
    text(length(length_m), x + wide / 2, y - 6, {align: 'center', size: 10});
  }

  function draw() {
    waiting = false;
    const ratio = window.devicePixelRatio || 1;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = colours.land;
    pen.fillRect(0, 0, view.width, view.height);
    drawGraticule();
    marks = [];
    const inView = sites.filter((site) => isInView(site.bounds)).sort((a, b) =>
      (best(a)?.place ?? 1e9) - (best(b)?.place ?? 1e9) || b.unseenDays - a.unseenDays
      || collator.compare(a.name, b.name));
    labels = inView;
    drawOutlines(inView.filter((site) => sizeOf(site.bounds) >= SMALL_PX));
    joinSmall(inView.filter((site) => sizeOf(site.bounds) < SMALL_PX));
    drawLabels(labels);
    for (const mark of marks.slice().reverse()) {
      drawSymbol(mark.name, mark.x, mark.y, mark.size);
      if (mark.count) {
        text(String(mark.count), mark.x + 8, mark.y - 5, {weight: 700, size: 10});
      }
      if (mark.badge) {
        text(mark.badge, mark.x + 8, mark.y + 11,
          {weight: 700, size: 12, colour: colours.not_seen});
      }
      if (mark.thing === selected || mark.sites?.includes(selected?.site)) ring(mark);
    }
    drawScale();
  }

  function ring(mark) {
    pen.beginPath();
    pen.arc(mark.x, mark.y, mark.size * 0.5 + 6, 0, 2 * Math.PI);
    pen.lineWidth = 2.5;
    pen.strokeStyle = colours.focus;
    pen.stroke();
  }

  function redraw() {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(draw);
    }
  }

  function resize() {
    const box = canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    const wasFitted = view.width > 1;
    view.width = Math.max(1, box.width);
    view.height = Math.max(1, box.height);
    canvas.width = Math.round(view.width * ratio);
    canvas.height = Math.round(view.height * ratio);
    if (!wasFitted) fit(sites.concat(disturbances));
    draw();
  }

  function fit(features) {
    const bounds = union(features);
    if (!bounds) return;
    view.x = (bounds.west + bounds.east) / 2;
    view.y = (bounds.north + bounds.south) / 2;
    view.scale = Math.min(LARGEST_SCALE, (view.width - 90) / (bounds.east - bounds.west + 1e-9),
      (view.height - 80) / (bounds.south - bounds.north + 1e-9));
    redraw();
  }

  function zoom(factor, x = view.width / 2, y = view.height / 2) {
    const scale = Math.max(200, Math.min(LARGEST_SCALE, view.scale * factor));
    view.x += (x - view.width / 2) * (1 / view.scale - 1 / scale);
    view.y += (y - view.height / 2) * (1 / view.scale - 1 / scale);
    view.scale = scale;
    redraw();
  }

  function pan(dx, dy) {
    view.x -= dx / view.scale;
    view.y = Math.max(0, Math.min(1, view.y - dy / view.scale));
    redraw();
  }

  function thingAt(x, y) {
    const mark = marks.find((one) => Math.hypot(one.x - x, one.y - y) < one.size / 2 + 5);
    if (mark) return mark;
    for (const site of labels) {
      if (sizeOf(site.bounds) < SMALL_PX) continue;
      trace(site);
      const ratio = window.devicePixelRatio || 1;
      if (pen.isPointInPath(x * ratio, y * ratio)) return {thing: site, x, y, size: 0};
    }
    return null;
  }

  function point(mark) {
    pointed = mark ? mark.thing : null;
    canvas.classList.toggle('is-pointing', Boolean(mark));
    if (!mark) {
      tip.hidden = true;
      redraw();
      return;
    }
    tip.replaceChildren(...tipOf(mark));
    tip.hidden = false;
    const wide = tip.offsetWidth;
    const tall = tip.offsetHeight;
    tip.style.left = Math.max(4, Math.min(view.width - wide - 4, mark.x - wide / 2)) + 'px';
    tip.style.top = (mark.y - tall - 14 > 0 ? mark.y - tall - 14 : mark.y + 16) + 'px';
    redraw();
  }

  function press(mark) {
    if (!mark) return;
    if (mark.thing.site !== undefined) hooks.open(mark.thing);
    else if (mark.sites) fit(mark.sites.length > 1 ? mark.sites : [mark.thing]);
    else hooks.showSite(mark.thing);
  }

  readColours();
  new ResizeObserver(resize).observe(canvas);
  listenToMap(canvas, {zoom, pan, point, press, thingAt, reset: () => fit(sites)});
  return {
    redraw,
    view,
    marks: () => marks,
    fitSite: (site) => fit([site]),
    select(one) {
      selected = one;
      redraw();
    },
    pointAt(one) {
      pointed = one;
      redraw();
    },
    unseenAfter(limit) {
      unseenLimit = limit;
      redraw();
    },
    recolour() {
      readColours();
      redraw();
    },
  };
}
