// Looks, the ground's values and the belief over time, on one axis of time.
const CHART = {width: 640, left: 44, right: 14, top: 12, series: 150, gap: 26, belief: 74, foot: 22};

/** A row a year. */
function stripOfLooks(looks) {
  const years = new Map();
  for (const look of looks) {
    const year = new Date(look.utc).getUTCFullYear();
    if (!years.has(year)) years.set(year, []);
    years.get(year).push(look);
  }
  const present = [...new Set(looks.map((look) => look.state))];
  return [...[...years].map(([year, ofYear]) => el('div', {class: 'strip-year'},
    el('span', {class: 'year'}, String(year)), stripOfYear(ofYear))),
  el('p', {class: 'strip-legend'}, present.map((state) =>
    el('span', {}, lookCell(state, ''), lookWord(state))))];
}

function stripOfYear(looks) {
  const strip = el('ol', {class: 'strip'});
  let before = '';
  for (const look of looks) {
    const at = new Date(look.utc);
    const name = month(at);
    const share = isNumber(look.clear_share) ? ', ' + say('html.clear_share',
      percent(look.clear_share)) : '';
    strip.append(el('li', {class: name === before ? '' : 'starts-month'},
      el('span', {class: 'month', 'aria-hidden': 'true'}, name === before ? '' : name),
      lookCell(look.state, day(look.utc) + ': ' + lookWord(look.state) + share),
      el('span', {class: 'day-of-month', 'aria-hidden': 'true'}, at.getUTCDate())));
    before = name;
  }
  return strip;
}

/** {@code 2024-05-03:0.31;2024-05-10:0.62} as points. */
function beliefOf(p) {
  return String(p.alert_trace || '').split(';').filter(Boolean).map((entry) => {
    const [date, value] = entry.split(':');
    return {at: time(date), value: Number(value)};
  }).filter(({at, value}) => Number.isFinite(at) && Number.isFinite(value));
}

function timeAxis(p, looks, belief) {
  const times = looks.map((look) => time(look.utc)).concat(belief.map(({at}) => at),
    [time(p.occurred_from), time(p.occurred_to), time(p.last_seen)]).filter(Number.isFinite);
  if (!times.length) return null;
  const first = Math.min(...times) - 2 * DAY_MS;
  const last = Math.max(...times, time(run.until)) + 2 * DAY_MS;
  const wide = CHART.width - CHART.left - CHART.right;
  return {first, last, x: (at) => CHART.left + (at - first) / (last - first) * wide};
}

function monthTicks(axis, top, bottom) {
  const ticks = svg('g', {class: 'ticks'});
  const span = (axis.last - axis.first) / DAY_MS;
  const step = span > 1500 ? 12 : span > 500 ? 6 : span > 240 ? 2 : 1;
  const at = new Date(axis.first);
  at.setUTCDate(1);
  at.setUTCHours(0, 0, 0, 0);
  for (;;) {
    at.setUTCMonth(at.getUTCMonth() + 1);
    if (at.getTime() > axis.last) return ticks;
    if (at.getUTCMonth() % step) continue;
    const x = axis.x(at.getTime());
    const name = at.getUTCMonth() === 0 || step === 12 ? String(at.getUTCFullYear())
      : month(at);
    ticks.append(svg('path', {d: 'M' + x.toFixed(1) + ' ' + top + 'V' + bottom}),
      svg('text', {x: x + 3, y: bottom + 14}, name));
  }
}

function intervalBand(p, axis, top, bottom) {
  const to = time(p.occurred_to);
  const from = Number.isNaN(time(p.occurred_from)) ? to : time(p.occurred_from);
  if (Number.isNaN(to)) return null;
  const x = axis.x(from);
  return svg('g', {class: 'interval'},
    svg('rect', {x, y: top, width: Math.max(2, axis.x(to) - x), height: bottom - top}),
    svg('title', {}, say('html.occurred_between') + ' ' + days(p.occurred_from, p.occurred_to)));
}

function valueScale(values, top, height) {
  let least = Math.min(...values);
  let most = Math.max(...values);
  const spare = Math.max((most - least) * 0.12, 0.004);
  least -= spare;
  most += spare;
  const step = roundBelow((most - least) / 2.2);
  const marks = [];
  for (let at = Math.ceil(least / step); at * step <= most; at++) marks.push(at * step);
  return {marks, step, y: (value) => top + (most - value) / (most - least) * height};
}

const SERIES = {
  brightness: ['html.brightness', 'brightness', 'ring_brightness'],
  ndvi: ['html.ndvi', 'ndvi', 'ring_ndvi'],
};

function lineOf(looks, axis, scale, name) {
  let d = '';
  for (const look of looks) {
    if (!isNumber(look[name])) continue;
    d += (d ? 'L' : 'M') + axis.x(time(look.utc)).toFixed(1) + ' ' + scale.y(look[name]).toFixed(1);
  }
  return d;
}

function seriesPart(looks, axis, which) {
  const [, inside, ring] = SERIES[which];
  const values = looks.flatMap((look) => [look[inside], look[ring]]).filter(isNumber);
  if (!values.length) return null;
  const scale = valueScale(values, CHART.top, CHART.series);
  const part = svg('g', {class: 'series'});
  const decimals = Math.min(3, Math.max(0, Math.ceil(-Math.log10(scale.step) - 1e-9)));
  for (const mark of scale.marks) {
    const y = scale.y(mark);
    part.append(svg('path', {class: 'rule', d: 'M' + CHART.left + ' ' + y.toFixed(1) + 'H'
      + (CHART.width - CHART.right)}),
    svg('text', {x: CHART.left - 6, y: y + 3.5, 'text-anchor': 'end'}, number(mark, decimals)));
  }
  part.append(svg('path', {class: 'ring-line', d: lineOf(looks, axis, scale, ring)}),
    svg('path', {class: 'inside-line', d: lineOf(looks, axis, scale, inside)}));
  for (const look of looks) {
    if (!isNumber(look[inside])) continue;
    const [x, y] = [axis.x(time(look.utc)), scale.y(look[inside])];
    const isDisturbed = look.state === 'disturbed';
    part.append(svg('path', {
      class: isDisturbed ? 'point is-disturbed' : 'point',
      d: isDisturbed ? 'M' + x.toFixed(1) + ' ' + (y - 4.6).toFixed(1) + 'l4.6 4.6-4.6 4.6-4.6-4.6Z'
        : 'M' + (x - 2.8).toFixed(1) + ' ' + y.toFixed(1) + 'a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0Z',
    }, svg('title', {}, day(look.utc) + ': ' + number(look[inside], 3) + ' ('
      + say('html.ring') + ' ' + number(look[ring], 3) + ')')));
  }
  return part;
}

function beliefPart(p, belief, axis, top) {
  const part = svg('g', {class: 'belief'});
  const y = (value) => top + (1 - value) * CHART.belief;
  for (const mark of [0, 0.5, 1]) {
    part.append(svg('path', {class: 'rule', d: 'M' + CHART.left + ' ' + y(mark) + 'H'
      + (CHART.width - CHART.right)}),
    svg('text', {x: CHART.left - 6, y: y(mark) + 3.5, 'text-anchor': 'end'}, number(mark, 1)));
  }
  let d = 'M' + axis.x(belief[0].at).toFixed(1) + ' ' + y(0).toFixed(1);
  for (const {at, value} of belief) d += 'H' + axis.x(at).toFixed(1) + 'V' + y(value).toFixed(1);
  d += 'H' + axis.x(Math.max(time(run.until), belief[belief.length - 1].at)).toFixed(1);
  part.append(svg('path', {class: 'belief-area', d: d + 'V' + y(0) + 'Z'}),
    svg('path', {class: 'belief-line', d}));
  for (const {at, value} of belief) {
    part.append(svg('circle', {class: 'belief-point', cx: axis.x(at), cy: y(value), r: 2.6},
      svg('title', {}, dayFormat.format(at) + ': ' + number(value, 2))));
  }
  return part;
}

/** @return null where neither looks nor a trace are known */
function chart(one, looks, which) {
  const belief = beliefOf(one.p);
  const axis = timeAxis(one.p, looks, belief);
  if (!axis || (!looks.length && !belief.length)) return null;
  const series = seriesPart(looks, axis, which);
  const beliefTop = CHART.top + (series ? CHART.series + CHART.gap : 10);
  const top = series ? CHART.top - 4 : beliefTop;
  const bottom = belief.length ? beliefTop + CHART.belief : CHART.top + CHART.series;
  const drawing = svg('svg', {
    class: 'chart', viewBox: '0 0 ' + CHART.width + ' ' + (bottom + CHART.foot), role: 'img',
    'aria-label': say('html.chart_alt', days(one.p.occurred_from, one.p.occurred_to)),
  }, monthTicks(axis, top, bottom), intervalBand(one.p, axis, top, bottom));
  if (series) drawing.append(series);
  if (belief.length) {
    drawing.append(beliefPart(one.p, belief, axis, beliefTop), svg('text', {
      class: 'chart-title', x: CHART.left, y: beliefTop - 8}, say('html.belief')));
  }
  return drawing;
}
