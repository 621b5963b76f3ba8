// The first screen: counts, what was not seen, what failed.
const UNSEEN_DAYS = [7, 14, 30, 60];
const LISTED = 8;

function tile(count, label, name, press) {
  return el('button', {type: 'button', class: 'tile' + (count ? '' : ' is-none'), click: press},
    el('span', {class: 'count'}, number(count, 0)),
    el('span', {class: 'label'}, name ? symbol(name) : null, label));
}

function showCounts(filterBy) {
  const tiles = [
    tile(disturbances.filter((one) => one.p.is_new).length, say('html.new'), null,
      () => filterBy({fresh: true})),
  ];
  for (const status of STATUSES) {
    const count = disturbances.filter((one) => one.p.status === status).length;
    if (count || status !== 'verified') {
      tiles.push(tile(count, word('status', status), status, () => filterBy({status})));
    }
  }
  byId('counts').append(...tiles);
}

/** How the sites fared in the period, as one bar with its numbers. */
function showCoverage() {
  const counts = STATES.map((state) => [state, sites.filter((s) => s.p.state === state).length])
    .filter(([, count]) => count > 0);
  const bar = el('div', {class: 'coverage-bar', 'aria-hidden': 'true'});
  for (const [state, count] of counts) {
    const part = el('span', {class: 'part is-' + state});
    part.style.flexGrow = count;
    bar.append(part);
  }
  const list = el('ul', {class: 'coverage-list'});
  for (const [state, count] of counts) {
    list.append(el('li', {}, symbol(state), el('b', {}, number(count, 0)), ' ',
      say('html.state.' + state)));
  }
  byId('coverage').append(bar, list);
  if (sites.length && !sites.some((site) => site.p.state === 'seen')) {
    byId('coverage').append(el('p', {class: 'warning'}, say('html.nothing_seen')));
  }
}

function siteLink(site, showSite) {
  return el('button', {type: 'button', class: 'link', click: () => showSite(site)}, site.name);
}

/** A list of sites, the longest first; what is over can be opened. */
function longList(items) {
  const list = el('ol', {class: 'plain'}, items.slice(0, LISTED));
  if (items.length <= LISTED) return [list];
  const rest = el('button', {type: 'button', class: 'quiet', click: () => {
    list.append(...items.slice(LISTED));
    rest.remove();
  }}, say('html.show_all', number(items.length, 0)));
  return [list, rest];
}

function showUnseen(showSite, changed) {
  const choice = el('select', {id: 'unseen-days', change: show},
    UNSEEN_DAYS.map((count) => el('option', {value: count, selected: count === 14},
      number(count, 0))));
  const [before, after] = say('html.unseen_more_than').split('{0}');
  byId('unseen-title').append(el('label', {for: 'unseen-days'}, before), choice, after || '');
  function show() {
    const limit = Number(choice.value);
    const unseen = sites.filter((site) => site.unseenDays > limit)
      .sort((a, b) => b.unseenDays - a.unseenDays || collator.compare(a.name, b.name));
    byId('unseen').replaceChildren(
      el('p', {class: 'lead'}, unseen.length
        ? say('html.unseen_count', number(unseen.length, 0), number(sites.length, 0))
        : say('html.unseen_none')),
      ...longList(unseen.map((site) => el('li', {class: 'one-line'},
        symbol(site.p.state === 'seen' ? 'not_seen' : site.p.state),
        siteLink(site, showSite),
        el('span', {class: 'aside', title: say('html.ledger.last_clear') + ': '
          + day(site.p.last_clear)}, site.unseenDays === Infinity
          ? say('html.never_seen') : say('html.days', number(site.unseenDays, 0)))))));
    byId('unseen-box').classList.toggle('is-unseen', unseen.length > 0);
    changed(limit);
  }
  show();
}

function showFailures(showSite) {
  const failed = sites.filter((site) => site.p.state === 'failed' || site.p.looks_failed > 0);
  const box = byId('failures');
  if (!failed.length) {
    box.append(el('p', {class: 'lead'}, say('html.failures_none')));
    return;
  }
  byId('failures-box').classList.add('is-alarming');
  box.append(...longList(failed.map((site) => el('li', {}, symbol('failed'),
    siteLink(site, showSite),
    el('span', {class: 'aside'}, site.whyNot
      || say('html.looks_failed', number(site.p.looks_failed, 0)))))));
}

function showPeriod() {
  const first = new Date(time(run.since) + DAY_MS).toISOString().slice(0, 10);
  byId('period').append(days(first, run.until));
  byId('scope').append(say('html.scope', number(sites.length, 0), number(disturbances.length, 0)));
}
