// The map: outlines on a graticule, drawn on a canvas so that thousands stay quick.
const SMALL_PX = 26;
const JOIN_PX = 20;
const MOST_LABELS = 80;
const LARGEST_SCALE = EARTH_M / 0.25;
/**
 * @param hooks open(disturbance), showSite(site), isShown(disturbance)
 */
function siteMap(canvas, hooks) {
  const pen = canvas.getContext('2d');
  const tip = byId('map-tip');
  const {colours, drawSymbol, text, line} = mapInk(canvas, pen);
  const view = {x: 0.5, y: 0.5, scale: 1000, width: 1, height: 1};
  let unseenLimit = 14;
  let selected = null;
  let pointed = null;
  let marks = [];
  let large = [];
  let waiting = false;

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

  function drawGraticule() {
    const step = Math.min(30, Math.max(1e-6, roundAbove(110 / (view.scale / 360))));
    const half = view.width / 2 / view.scale;
    const tall = view.height / 2 / view.scale;
    const west = (view.x - half) * 360 + edge;
    const east = (view.x + half) * 360 + edge;
    const north = latOf(Math.max(0, view.y - tall));
    const south = latOf(Math.min(1, view.y + tall));
    const names = [];
    for (let i = Math.ceil(west / step); i * step <= east; i++) {
      const x = Math.round(screenX((i * step - edge) / 360)) + 0.5;
      line(x, 0, x, view.height);
      const lon = i * step > 180 ? i * step - 360 : i * step;
      names.push([degrees(lon, step, 'EW'), x + 4, view.height - 6]);
    }
    for (let i = Math.ceil(south / step); i * step <= north; i++) {
      const y = Math.round(screenY(worldY(i * step))) + 0.5;
      line(0, y, view.width, y);
      names.push([degrees(i * step, step, 'NS'), 6, y - 4]);
    }
    for (const [name, x, y] of names) text(name, x, y, {colour: colours.soft, size: 10});
  }

  function drawOutlines() {
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
      if (site.core.bounds) {
        trace(site.core);
        pen.lineWidth = 1;
        pen.strokeStyle = colours.soft;
        pen.stroke();
      }
    }
    for (const site of large) {
      const shown = site.found.filter((one) => hooks.isShown(one) && isInView(one.bounds));
      for (const one of shown.slice().reverse()) drawDisturbance(one);
      for (const one of shown) {
        marks.push({thing: one, name: one.p.status, x: screenX(middleX(one)),
          y: screenY(middleY(one)), size: one.isQuiet ? 9 : 13});
      }
    }
  }

  function drawDisturbance(one) {
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

  /** Names of what stands alone, where they cover nothing: right of it, left, below, above. */
  function drawLabels() {
    const taken = marks.map((mark) => [mark.x - 9, mark.y - 9, mark.x + 9, mark.y + 9]);
    taken.push([view.width - 60, 0, view.width, 120], [0, view.height - 22, view.width, view.height]);
    const named = large.map((site) => ({name: site.name, x: screenX(middleX(site)),
      below: screenY(site.bounds.south) + 13, above: screenY(site.bounds.north) - 5}));
    for (const mark of marks) {
      if (mark.sites && mark.sites.length === 1) {
        named.push({name: mark.thing.name, x: mark.x, y: mark.y + 4, below: mark.y + 20,
          above: mark.y - 12});
      }
    }
    pen.font = '500 11px ' + colours.font;
    for (const {name, x, y, below, above} of named.slice(0, MOST_LABELS)) {
      const wide = pen.measureText(name).width;
      const places = [[x - wide / 2, below], [x - wide / 2, above]];
      if (y) places.unshift([x + 12, y], [x - 12 - wide, y]);
      const fits = places.map(([from, base]) => [from - 2, base - 11, from + wide + 2, base + 4])
        .find((box) => box[0] > 2 && box[2] < view.width - 2 && !taken.some((other) =>
          box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]));
      if (!fits) continue;
      taken.push(fits);
      text(name, fits[0] + 2, fits[1] + 11, {weight: 500});
      pen.font = '500 11px ' + colours.font;
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
    large = inView.filter((site) => sizeOf(site.bounds) >= SMALL_PX);
    drawOutlines();
    joinSmall(inView.filter((site) => sizeOf(site.bounds) < SMALL_PX));
    drawLabels();
    marks.slice().reverse().forEach(drawMark);
    const chosen = marks.find((mark) => mark.thing === selected
      || (selected && mark.sites && mark.sites.includes(selected.site)));
    if (chosen) {
      ring(chosen);
      drawMark(chosen);
    }
    drawScale();
  }

  function drawMark(mark) {
    drawSymbol(mark.name, mark.x, mark.y, mark.size);
    if (mark.count) text(String(mark.count), mark.x + 8, mark.y - 5, {weight: 700, size: 10});
    if (mark.badge) {
      text(mark.badge, mark.x + 8, mark.y + 11, {weight: 700, size: 12, colour: colours.not_seen});
    }
  }

  function ring(mark) {
    pen.beginPath();
    pen.arc(mark.x, mark.y, mark.size * 0.5 + 6, 0, 2 * Math.PI);
    pen.fillStyle = colours.paper;
    pen.fill();
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
    for (const site of large) {
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
    const [wide, tall] = [tip.offsetWidth, tip.offsetHeight];
    // Of an outline the corner of the map tells, so that nothing inside it is hidden.
    const isOutline = mark.size === 0;
    const above = mark.y - tall - 14;
    tip.style.left = (isOutline ? 10
      : Math.max(4, Math.min(view.width - wide - 4, mark.x - wide / 2))) + 'px';
    tip.style.top = (isOutline ? 10 : above > 0 ? above : mark.y + 16) + 'px';
    redraw();
  }

  function press(mark) {
    if (!mark) return;
    if (mark.thing.site !== undefined) hooks.open(mark.thing);
    else if (mark.sites) fit(mark.sites.length > 1 ? mark.sites : [mark.thing]);
    else hooks.showSite(mark.thing);
  }

  new ResizeObserver(resize).observe(canvas);
  listenToMap(canvas, {zoom, pan, point, press, thingAt, reset: () => fit(sites)});
  return {
    redraw,
    fitSite: (site) => fit([site]),
    /** The browser tells its size later: whoever asks for a place before would lose it. */
    resize,
    /** It comes into view, at the scale there is. */
    select(one) {
      selected = one;
      if (one && one.bounds && view.width > 1) {
        const [x, y] = [screenX(middleX(one)), screenY(middleY(one))];
        if (x < 0 || y < 0 || x > view.width || y > view.height) {
          [view.x, view.y] = [middleX(one), middleY(one)];
        }
      }
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
  };
}
