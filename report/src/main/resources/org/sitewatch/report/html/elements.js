// Elements and symbols. All text goes in as text.
const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** @param attributes those that are functions are listeners, by the name of the event */
function el(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function svg(name, attributes, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

const byId = (id) => document.getElementById(id);

const CIRCLE = 'M8 2.2A5.8 5.8 0 1 1 8 13.8A5.8 5.8 0 1 1 8 2.2Z';

/**
 * In a box of 16: an outline, whether it is filled, and a mark on it. Those of a status have the
 * outlines of the maps in QGIS and Earth.
 */
const SYMBOLS = {
  confirmed: {outline: source.marks.confirmed, filled: true},
  verified: {outline: source.marks.verified, filled: true},
  provisional: {outline: source.marks.provisional, filled: true},
  first: {outline: source.marks.first, filled: false},
  finished: {outline: source.marks.finished, filled: false, mark: 'M5 8H11'},
  dismissed: {outline: source.marks.dismissed, filled: false},
  seen: {outline: 'M8 4.2A3.8 3.8 0 1 1 8 11.8A3.8 3.8 0 1 1 8 4.2Z', filled: false},
  no_history: {outline: CIRCLE, filled: false, letter: '0', dashed: true},
  not_seen: {outline: CIRCLE, filled: false, letter: '?', dashed: true},
  no_scene: {outline: CIRCLE, filled: false, letter: '–', dashed: true},
  failed: {outline: 'M8 1.4 15 14H1Z', filled: false, letter: '!'},
};

const symbolOf = (name) => SYMBOLS[name] || SYMBOLS.first;

function symbol(name, size = 14) {
  const shape = symbolOf(name);
  return svg('svg', {
    class: 'symbol is-' + (SYMBOLS[name] ? name : 'first'),
    viewBox: '0 0 16 16', width: size, height: size, 'aria-hidden': 'true',
  },
  shape.outline ? svg('path', {
    d: shape.outline, class: shape.filled ? 'solid' : 'hollow',
    'stroke-dasharray': shape.dashed ? '2.4 1.7' : null,
  }) : null,
  shape.mark ? svg('path', {d: shape.mark, class: shape.filled ? 'mark on-solid' : 'mark'}) : null,
  shape.letter ? svg('text', {
    x: 8, y: shape.letter === '!' ? 12.6 : 11.4, 'text-anchor': 'middle', 'font-size': 9.5,
    'font-weight': 700,
  }, shape.letter) : null);
}

function statusTag(status) {
  return el('span', {class: 'tag is-' + status}, symbol(status), word('status', status));
}

function stateTag(state) {
  return el('span', {class: 'tag is-' + state}, symbol(state), say('html.state.' + state));
}

/** A time that reads well and is exact for programs. */
function dayElement(text) {
  return Number.isNaN(time(text)) ? el('span', {}, '–') : el('time', {datetime: text}, day(text));
}

const LOOK_LETTERS = {
  disturbed: 'D', since: '•', clear: '', seen: '', cloud: 'C', shadow: 'H', snow: 'S', outside: 'O',
  failed: '!', invalid: '!', no_scene: '–',
};

const KNOWN_LOOKS = new Set(['disturbed', 'since', 'clear', 'seen', 'cloud', 'snow', 'outside', 'failed']);

function lookWord(state) {
  return source.words['html.look.' + state] || state;
}

/** One look as a small cell that reads without colour. */
function lookCell(state, label) {
  const letter = LOOK_LETTERS[state];
  return el('span', {
    class: 'look look-' + (KNOWN_LOOKS.has(state) ? state : 'other'),
    title: label,
  }, el('span', {'aria-hidden': 'true'}, letter === undefined ? '·' : letter),
  el('span', {class: 'hidden-text'}, label));
}

/**
 * Rows put in as they come near the view.
 *
 * @return shows other things, and makes sure that one of them is there
 */
function lazyRows(body, makeRow, chunk) {
  const more = el('tr', {class: 'more'}, el('td', {colspan: 20}));
  let things = [];
  let shown = 0;
  function add(count) {
    const rows = things.slice(shown, shown + count).map((thing, i) => makeRow(thing, shown + i));
    shown += rows.length;
    more.remove();
    body.append(...rows.flat());
    if (shown < things.length) body.append(more);
  }
  const near = new IntersectionObserver((entries) => {
    if (entries.some((entry) => entry.isIntersecting) && shown < things.length) {
      add(chunk);
      near.unobserve(more);
      near.observe(more);
    }
  }, {rootMargin: '600px'});
  near.observe(more);
  return {
    show(next) {
      things = next;
      shown = 0;
      body.replaceChildren();
      add(chunk);
    },
    reach(thing) {
      const at = things.indexOf(thing);
      if (at >= shown) add(at + 1 - shown);
    },
    addUpTo(count) {
      if (shown < count) add(count - shown);
    },
  };
}
