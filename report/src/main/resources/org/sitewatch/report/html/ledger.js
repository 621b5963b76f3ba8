// Every site and what was seen of it.
const LEDGER_COLUMNS = [
  {key: 'site', value: (site) => site.name,
    cell: (site, showSite) => [siteLink(site, showSite),
      el('span', {class: 'id'}, el('bdi', {}, site.p.site_id))]},
  {key: 'state', value: (site) => STATES.indexOf(site.p.state),
    cell: (site) => stateTag(site.p.state)},
  {key: 'days', numeric: true, down: true, value: (site) => site.unseenDays,
    cell: (site) => (site.unseenDays === Infinity ? say('html.never')
      : number(site.unseenDays, 0))},
  {key: 'last_clear', down: true, value: (site) => site.p.last_clear || '',
    cell: (site) => dayElement(site.p.last_clear)},
  {key: 'looks', value: (site) => site.p.looks_seen, cell: (site) => looksOfPeriod(site.p)},
  {key: 'clear', numeric: true, down: true, value: (site) => site.p.clear_share,
    cell: (site) => percent(site.p.clear_share)},
  {key: 'found', numeric: true, down: true, value: (site) => site.found.length,
    cell: (site) => number(site.found.length, 0)},
  {key: 'why', value: (site) => site.whyNot, cell: (site) => el('span', {dir: 'auto'}, site.whyNot)},
];

/** {@code 2024-05-03:seen 0.97 s2;2024-05-08:cloud s2} as cells. */
function looksOfPeriod(p) {
  const strip = el('span', {class: 'strip is-short'});
  for (const entry of String(p.looks || '').split(';').filter(Boolean)) {
    const [, date, state, rest] = /^([\d-]{10}):(\S+)\s*(.*)$/.exec(entry) || [null, '', entry, ''];
    strip.append(lookCell(state, (date ? day(date) + ': ' : '') + lookWord(state)
      + (rest ? ' (' + rest + ')' : '')));
  }
  return strip;
}

function ledger(showSite) {
  const sort = {key: 'days', down: true};
  const body = byId('ledger-rows');
  const lazy = lazyRows(body, (site) => [el('tr', {role: 'row'}, LEDGER_COLUMNS.map((column) =>
    el(column.key === 'site' ? 'th' : 'td', {
      scope: column.key === 'site' ? 'row' : null,
      role: column.key === 'site' ? 'rowheader' : 'cell',
      class: (column.numeric ? 'is-number ' : '') + 'col-' + column.key,
      'data-label': say('html.ledger.' + column.key),
    }, column.cell(site, showSite))))], CHUNK);
  const head = byId('ledger-head');
  head.append(headerRow(LEDGER_COLUMNS, 'html.ledger.', (column) => {
    sort.down = sort.key === column.key ? !sort.down : Boolean(column.down);
    sort.key = column.key;
    refresh();
  }));
  function refresh() {
    const column = LEDGER_COLUMNS.find((candidate) => candidate.key === sort.key);
    lazy.show(sites.slice().sort((a, b) =>
      (sort.down ? -1 : 1) * compareValues(column.value(a), column.value(b))
        || collator.compare(a.name, b.name)));
    markSorted(head, sort);
  }
  refresh();
  addEventListener('beforeprint', () => lazy.addUpTo(sites.length));
}
