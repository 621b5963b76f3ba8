// The ranked table.
const CHUNK = 60;
const PRINTED_ROWS = 300;

function certainty(p) {
  const meter = el('span', {class: 'meter', 'aria-hidden': 'true'}, el('span', {}));
  meter.firstChild.style.inlineSize = (isNumber(p.confidence) ? p.confidence * 100 : 0) + '%';
  return el('span', {class: 'certainty'},
    el('span', {}, word('certainty', p.certainty)), meter,
    el('span', {class: 'figure'}, number(p.confidence, 2)));
}

const zoneOrder = ['core', 'buffer', 'setting'];

/** value: what is sorted by; down: the larger first when it is first pressed. */
const COLUMNS = [
  {key: 'rank', numeric: true, value: (one) => one.p.rank,
    cell: (one) => number(one.p.rank, 0)},
  {key: 'status', value: (one) => STATUSES.indexOf(one.p.status),
    cell: (one) => [statusTag(one.p.status),
      one.p.is_new ? el('span', {class: 'new-tag'}, say('html.new')) : null]},
  {key: 'site', value: (one) => one.siteName,
    cell: (one) => [el('a', {href: linkTo(one), class: 'row-link'}, one.siteName),
      el('span', {class: 'id'}, el('bdi', {}, one.p.id))]},
  {key: 'zone', value: (one) => zoneOrder.indexOf(one.p.zone),
    cell: (one) => word('zone', one.p.zone)},
  {key: 'type', value: (one) => word('type', one.p.type), cell: (one) => word('type', one.p.type)},
  {key: 'area', numeric: true, down: true, value: (one) => one.p.area_m2,
    cell: (one) => area(one.p.area_m2)},
  {key: 'occurred', down: true, value: (one) => one.p.occurred_to,
    cell: (one) => days(one.p.occurred_from, one.p.occurred_to)},
  {key: 'certainty', down: true, value: (one) => one.p.confidence, cell: (one) => certainty(one.p)},
  {key: 'score', numeric: true, down: true, value: (one) => one.p.score,
    cell: (one) => number(one.p.score, 1)},
];

const linkTo = (one) => '#' + encodeURIComponent(one.p.id);

function compareValues(a, b) {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  const unknownA = a === null || a === undefined || a === '';
  const unknownB = b === null || b === undefined || b === '';
  if (unknownA || unknownB) return unknownA - unknownB;
  return a < b ? -1 : a > b ? 1 : 0;
}

function headerRow(columns, prefix, sortBy) {
  return el('tr', {}, columns.map((column) => el('th', {
    scope: 'col', class: (column.numeric ? 'is-number ' : '') + 'col-' + column.key,
    'data-key': column.key,
  }, el('button', {type: 'button', click: () => sortBy(column)},
    say(prefix + column.key), el('span', {class: 'arrow', 'aria-hidden': 'true'})))));
}

function markSorted(head, sort) {
  for (const cell of head.querySelectorAll('th')) {
    if (cell.dataset.key === sort.key) {
      cell.setAttribute('aria-sort', sort.down ? 'descending' : 'ascending');
    } else cell.removeAttribute('aria-sort');
  }
}

/**
 * @param changed told the set of disturbances that pass
 */
function rankedList(changed, pointAt) {
  const filter = {text: '', statuses: new Set(), zone: '', site: '', fresh: false};
  const sort = {key: 'rank', down: false};
  const body = byId('rows');
  const rows = new Map();
  let passing = disturbances;
  let selected = null;
  const endOfPatrol = lastOfPatrol();
  const lazy = lazyRows(body, rowOf, CHUNK);

  /** The last of the patrol's week, if something that could be visited lies below it. */
  function lastOfPatrol() {
    const within = disturbances.filter((one) => one.p.in_patrol_week === true);
    const below = disturbances.some((one) => one.p.in_patrol_week === false && !one.isQuiet);
    return below && within.length ? within[within.length - 1] : null;
  }

  function rowOf(one) {
    const row = el('tr', {
      role: 'row',
      class: (one.isQuiet ? 'is-quiet' : '') + (one === selected ? ' is-selected' : ''),
      'data-id': one.p.id,
      click: (event) => {
        if (!event.target.closest('a')) location.hash = linkTo(one);
      },
      pointerenter: () => pointAt(one),
      pointerleave: () => pointAt(null),
    }, COLUMNS.map((column) => el(column.key === 'site' ? 'th' : 'td', {
      scope: column.key === 'site' ? 'row' : null,
      role: column.key === 'site' ? 'rowheader' : 'cell',
      class: (column.numeric ? 'is-number ' : '') + 'col-' + column.key,
      'data-label': say('html.column.' + column.key),
    }, column.cell(one))));
    rows.set(one, row);
    if (one !== endOfPatrol || sort.key !== 'rank' || sort.down) return [row];
    return [row, el('tr', {class: 'patrol-end'},
      el('td', {colspan: COLUMNS.length}, say('html.patrol_end')))];
  }

  function refresh() {
    const asked = plain(filter.text).split(/\s+/).filter(Boolean);
    passing = disturbances.filter((one) => (!filter.statuses.size
        || filter.statuses.has(one.p.status))
      && (!filter.zone || one.p.zone === filter.zone)
      && (!filter.site || one.p.site_id === filter.site)
      && (!filter.fresh || one.p.is_new)
      && asked.every((part) => one.text.includes(part)));
    const column = COLUMNS.find((candidate) => candidate.key === sort.key);
    const sign = sort.down ? -1 : 1;
    passing.sort((a, b) => {
      const [x, y] = [column.value(a), column.value(b)];
      const lacks = (value) => value === null || value === undefined || value === '';
      if (lacks(x) || lacks(y)) return lacks(x) - lacks(y) || a.place - b.place;
      return sign * compareValues(x, y) || a.place - b.place;
    });
    rows.clear();
    lazy.show(passing);
    markSorted(byId('list-head'), sort);
    byId('sort').value = sort.key;
    byId('nothing').hidden = passing.length > 0;
    byId('shown').textContent = say('html.shown', number(passing.length, 0),
      number(disturbances.length, 0));
    byId('clear-filter').hidden = !(filter.text || filter.statuses.size || filter.zone
      || filter.site || filter.fresh);
    for (const button of byId('status-filter').children) {
      button.setAttribute('aria-pressed', String(filter.statuses.has(button.dataset.status)));
    }
    byId('fresh').checked = filter.fresh;
    byId('zone').value = filter.zone;
    byId('site').value = filter.site;
    byId('search').value = filter.text;
    changed(new Set(passing));
  }

  function sortBy(column) {
    sort.down = sort.key === column.key ? !sort.down : Boolean(column.down);
    sort.key = column.key;
    refresh();
  }

  function toggle(status) {
    if (!filter.statuses.delete(status)) filter.statuses.add(status);
    refresh();
  }

  function reset(change) {
    Object.assign(filter, {text: '', statuses: new Set(), zone: '', site: '', fresh: false},
      change);
    refresh();
  }

  byId('list-head').append(headerRow(COLUMNS, 'html.column.', sortBy));
  for (const column of COLUMNS) {
    byId('sort').append(el('option', {value: column.key}, say('html.sort_by',
      say('html.column.' + column.key))));
  }
  byId('sort').addEventListener('change', (event) => {
    sort.key = '';
    sortBy(COLUMNS.find((column) => column.key === event.target.value));
  });
  for (const status of STATUSES) {
    const count = disturbances.filter((one) => one.p.status === status).length;
    if (!count) continue;
    byId('status-filter').append(el('button', {
      type: 'button', class: 'toggle', 'data-status': status, click: () => toggle(status),
    }, symbol(status), word('status', status), ' ', el('span', {class: 'figure'},
      number(count, 0))));
  }
  const present = new Set(disturbances.map((one) => one.p.zone).filter(Boolean));
  for (const zone of [...present].sort((a, b) => zoneOrder.indexOf(a) - zoneOrder.indexOf(b))) {
    byId('zone').append(el('option', {value: zone}, word('zone', zone)));
  }
  const withFinds = new Map(disturbances.map((one) => [one.p.site_id, one.siteName]));
  for (const [id, name] of [...withFinds].sort((a, b) => collator.compare(a[1], b[1]))) {
    byId('site').append(el('option', {value: id}, name === id ? id : name + ' (' + id + ')'));
  }
  let typing = 0;
  byId('search').addEventListener('input', (event) => {
    filter.text = event.target.value;
    clearTimeout(typing);
    typing = setTimeout(refresh, 120);
  });
  byId('zone').addEventListener('change', (event) => {
    filter.zone = event.target.value;
    refresh();
  });
  byId('site').addEventListener('change', (event) => {
    filter.site = event.target.value;
    refresh();
  });
  byId('fresh').addEventListener('change', (event) => {
    filter.fresh = event.target.checked;
    refresh();
  });
  byId('clear-filter').addEventListener('click', () => reset({}));
  body.addEventListener('keydown', (event) => {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    const row = event.target.closest('tr');
    if (!step || !row || !event.target.matches('a')) return;
    const next = passing[passing.indexOf(disturbanceById.get(row.dataset.id)) + step];
    if (!next) return;
    event.preventDefault();
    lazy.reach(next);
    rows.get(next).querySelector('a').focus();
  });
  addEventListener('beforeprint', () => lazy.addUpTo(Math.min(PRINTED_ROWS, passing.length)));

  return {
    refresh,
    only: reset,
    isPassing: (one) => passing.includes(one),
    neighbour: (one, step) => passing[passing.indexOf(one) + step] || null,
    linkOf: (one) => rows.get(one)?.querySelector('a') || null,
    select(one) {
      if (selected) rows.get(selected)?.classList.remove('is-selected');
      selected = one;
      if (one) {
        lazy.reach(one);
        rows.get(one)?.classList.add('is-selected');
      }
    },
  };
}
