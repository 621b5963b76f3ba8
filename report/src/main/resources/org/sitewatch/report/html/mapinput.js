// What a hand does to the map: drag, pinch, wheel, keys.
const STEP_PX = 60;
const ZOOM_STEP = 1.6;
const CLICK_PX = 5;

const middleX = ({bounds}) => (bounds.west + bounds.east) / 2;
const middleY = ({bounds}) => (bounds.north + bounds.south) / 2;

function tipOf(mark) {
  if (mark.thing.site !== undefined) {
    const p = mark.thing.p;
    return [el('b', {}, say('html.rank_of', number(p.rank, 0)), ' · ', word('type', p.type)),
      el('span', {}, statusTag(p.status)),
      el('span', {}, mark.thing.siteName + ' · ' + area(p.area_m2)),
      el('span', {}, days(p.occurred_from, p.occurred_to))];
  }
  if (mark.sites && mark.sites.length > 1) {
    const found = mark.sites.reduce((sum, site) => sum + site.found.length, 0);
    return [el('b', {}, say('html.sites_here', number(mark.sites.length, 0))),
      el('span', {}, say('html.found_here', number(found, 0))),
      ...mark.sites.slice(0, 4).map((site) => el('span', {}, site.name))];
  }
  const site = mark.thing;
  return [el('b', {}, site.name), el('span', {}, stateTag(site.p.state)),
    el('span', {}, site.unseenDays === Infinity ? say('html.never_seen')
      : say('html.ledger.last_clear') + ': ' + day(site.p.last_clear)),
    el('span', {}, say('html.found_here', number(site.found.length, 0)))];
}

/**
 * The wheel scrolls the page unless the map has the focus or Ctrl is held: a map must not catch
 * a reader who passes by.
 */
function listenToMap(canvas, act) {
  const fingers = new Map();
  let moved = 0;
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return {x: event.clientX - box.left, y: event.clientY - box.top};
  };
  const spread = () => {
    const [a, b] = [...fingers.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };

  canvas.addEventListener('pointerdown', (event) => {
    fingers.set(event.pointerId, at(event));
    if (fingers.size === 1) moved = 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener('pointermove', (event) => {
    const now = at(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      act.point(act.thingAt(now.x, now.y));
      return;
    }
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (fingers.size === 2) {
      const was = spread();
      fingers.set(event.pointerId, now);
      const [a, b] = [...fingers.values()];
      act.zoom(spread() / Math.max(1, was), (a.x + b.x) / 2, (a.y + b.y) / 2);
      return;
    }
    fingers.set(event.pointerId, now);
    if (moved > CLICK_PX) act.pan(now.x - before.x, now.y - before.y);
  });
  const lift = (event) => {
    const now = at(event);
    if (event.type === 'pointerup' && fingers.size === 1 && moved <= CLICK_PX) {
      act.press(act.thingAt(now.x, now.y));
    }
    fingers.delete(event.pointerId);
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
  canvas.addEventListener('pointerleave', () => act.point(null));
  canvas.addEventListener('wheel', (event) => {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== canvas) return;
    event.preventDefault();
    const {x, y} = at(event);
    act.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), x, y);
  }, {passive: false});
  canvas.addEventListener('dblclick', (event) => {
    const {x, y} = at(event);
    act.zoom(2.5, x, y);
  });
  const keys = {
    ArrowLeft: () => act.pan(STEP_PX, 0),
    ArrowRight: () => act.pan(-STEP_PX, 0),
    ArrowUp: () => act.pan(0, STEP_PX),
    ArrowDown: () => act.pan(0, -STEP_PX),
    '+': () => act.zoom(ZOOM_STEP),
    '=': () => act.zoom(ZOOM_STEP),
    '-': () => act.zoom(1 / ZOOM_STEP),
    0: act.reset,
    Home: act.reset,
  };
  canvas.addEventListener('keydown', (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    keys[event.key]();
  });
  byId('zoom-in').addEventListener('click', () => act.zoom(ZOOM_STEP));
  byId('zoom-out').addEventListener('click', () => act.zoom(1 / ZOOM_STEP));
  byId('zoom-all').addEventListener('click', act.reset);
}
