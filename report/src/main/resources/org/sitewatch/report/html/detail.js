// All that is known of one disturbance, beside the list.
const MULTIPLIED = ['confidence', 'status', 'control', 'authorised'];
const WEIGHED = ['severity', 'zone', 'significance', 'recency', 'threat'];

function section(title, ...content) {
  const inside = content.flat().filter(Boolean);
  return inside.length ? el('section', {}, el('h3', {}, title), inside) : null;
}

function facts(pairs) {
  return el('dl', {class: 'facts'}, pairs.filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))));
}

function factsOf(one) {
  const p = one.p;
  const otherType = isNumber(p.type_2_p) && p.type_2_p >= 0.1
    ? ', ' + word('type', p.type_2) + ' ' + percent(p.type_2_p) : '';
  return facts([
    [say('html.occurred_between'), days(p.occurred_from, p.occurred_to)],
    [say('html.column.certainty'), word('certainty', p.certainty) + ' – '
      + say('html.confidence_of_one', number(p.confidence, 2))],
    [say('html.area_extent'), [el('bdi', {}, area(p.area_m2)), isNumber(p.extent_pct) ? ' · ' : '',
      isNumber(p.extent_pct) ? el('bdi', {}, say('html.of_zone',
        asLatin + number(p.extent_pct, 1) + '\u00a0%', word('zone', p.zone))) : '']],
    [say('html.column.type'), word('type', p.type) + (isNumber(p.type_p) && p.type !== 'other'
      ? ' ' + percent(p.type_p) : '') + otherType],
    [say('html.first_alerted'), day(p.alerted_on)],
    [say('html.last_seen'), day(p.last_seen)],
    [say('html.looks_of'), say('html.looks_counted', number(p.looks_disturbed, 0),
      number(p.looks_clear, 0))],
    [say('html.to_boundary'), isNumber(p.distance_to_boundary_m)
      ? asLatin + number(p.distance_to_boundary_m, 0) + '\u00a0m' : ''],
    [say('html.cause'), p.cause_type && p.cause_type !== 'Unknown' ? p.cause_type : ''],
    [say('html.works'), p.authorised === true ? say('html.authorised') : ''],
    [say('html.region'), p.regional ? say('html.regional') : ''],
    [say('html.history'), isNumber(p.history_looks) ? number(p.history_looks, 0) : ''],
  ]);
}

function copyButton(text) {
  return el('button', {type: 'button', class: 'quiet', click: async (event) => {
    const button = event.currentTarget;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = say('html.copied');
    } catch (refused) {
      getSelection().selectAllChildren(button.previousSibling);
    }
  }}, say('html.copy'));
}

function placeOf(p) {
  return facts(coordinates(p).map(([name, text]) => [say(name),
    [el('bdi', {dir: 'ltr', class: 'coordinates'}, text), copyButton(text)]]));
}

function part(p, name) {
  const value = p['score_' + name];
  if (!isNumber(value)) return null;
  const bar = el('span', {class: 'bar', 'aria-hidden': 'true'}, el('span', {}));
  bar.firstChild.style.inlineSize = value * 100 + '%';
  return el('li', {}, el('span', {}, say('html.part.' + name)), bar,
    el('span', {class: 'figure'}, number(value, 2)));
}

function rankParts(p) {
  return [el('p', {class: 'note'}, say('html.score_of', number(p.score, 1))),
    el('div', {class: 'parts'},
      el('ul', {}, el('li', {class: 'head'}, say('html.multiplied')),
        MULTIPLIED.map((name) => part(p, name))),
      el('ul', {}, el('li', {class: 'head'}, say('html.weighed')),
        WEIGHED.map((name) => part(p, name))))];
}

function followUp(p) {
  const lines = [['verdict', p.verdict], ['verified_by', p.verified_by],
    ['verified_on', p.verified_on && day(p.verified_on)], ['note', p.note],
    ['verdict_effect', p.verdict_effect]]
    .filter(([, value]) => value);
  return lines.length ? section(say('html.follow_up'),
    facts(lines.map(([name, value]) => [say('html.follow.' + name), String(value)]))) : null;
}

function overTime(one, looks) {
  const holder = el('div', {});
  const can = Object.keys(SERIES).filter((which) =>
    looks.some((look) => isNumber(look[SERIES[which][1]])));
  const show = (which) => {
    const drawing = chart(one, looks, which);
    holder.replaceChildren(...(drawing ? [drawing] : []));
  };
  show(can[0] || 'brightness');
  if (!holder.firstChild) return null;
  const choice = can.length < 2 ? null : el('span', {class: 'choices', role: 'group',
    'aria-label': say('html.measure')}, can.map((which, i) => el('button', {
    type: 'button', class: 'toggle', 'aria-pressed': String(i === 0), click: (event) => {
      for (const other of event.currentTarget.parentNode.children) {
        other.setAttribute('aria-pressed', String(other === event.currentTarget));
      }
      show(which);
    },
  }, say(SERIES[which][0]))));
  const legend = can.length ? el('span', {class: 'chart-legend'},
    el('span', {class: 'key key-inside'}, say('html.inside')),
    el('span', {class: 'key key-ring'}, say('html.ring')),
    el('span', {class: 'key key-interval'}, say('html.occurred_between'))) : null;
  return section(say('html.over_time'), can.length
    ? el('div', {class: 'controls'}, choice, legend) : null, holder);
}

function allFields(p) {
  const rows = Object.entries(p).filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => el('tr', {}, el('th', {scope: 'row'}, name),
      el('td', {}, el('bdi', {}, String(value)))));
  return el('details', {class: 'all-fields'}, el('summary', {}, say('html.all_fields')),
    el('table', {}, el('tbody', {}, rows)));
}

function picturesOf(one, block) {
  if (block === undefined) return el('p', {class: 'note'}, say('html.loading'));
  const shown = block ? comparison(one, block) : null;
  if (shown) return shown;
  const drawing = sketch(one);
  const beside = block && Object.keys(block.evidence.pictures || {}).length;
  return el('div', {class: 'no-picture'}, drawing, el('p', {class: 'note'},
    say(beside ? 'html.pictures_beside' : 'html.no_pictures')));
}

/**
 * @param list the ranked list
 * @param map may be told which is open
 */
function detailPanel(list, map) {
  const panel = byId('detail');
  const content = byId('detail-content');
  let open = null;

  function show(one) {
    const p = one.p;
    const block = evidenceOf(one);
    const looks = block ? block.evidence.looks : [];
    byId('detail-title').replaceChildren(one.siteName);
    byId('detail-kind').replaceChildren(statusTag(p.status),
      ...(p.is_new ? [el('span', {class: 'new-tag'}, say('html.new'))] : []),
      el('span', {}, say('html.rank_of', number(p.rank, 0))),
      el('span', {class: 'id'}, el('bdi', {}, p.id)));
    content.replaceChildren(...[
      el('p', {class: 'reason', dir: 'auto'}, one.reason),
      picturesOf(one, block),
      factsOf(one),
      looks.length ? section(say('html.looks'), ...stripOfLooks(looks)) : null,
      overTime(one, looks),
      section(say('html.where'), placeOf(p)),
      section(say('html.why_rank'), ...rankParts(p)),
      followUp(p),
      el('p', {class: 'note'}, say('html.explain_with'), ' ',
        el('code', {dir: 'ltr'}, 'sitewatch explain ' + p.id)),
      allFields(p),
    ].filter(Boolean));
    content.parentNode.scrollTop = 0;
    byId('previous').disabled = !list.neighbour(one, -1);
    byId('next').disabled = !list.neighbour(one, 1);
    open = one;
    panel.hidden = false;
    document.documentElement.classList.add('has-detail');
    list.select(one);
    map.select(one);
    if (block === undefined) {
      addEventListener('DOMContentLoaded', () => open === one && show(one), {once: true});
    }
  }

  function close() {
    if (!open) return;
    const link = list.linkOf(open);
    open = null;
    panel.hidden = true;
    document.documentElement.classList.remove('has-detail');
    list.select(null);
    map.select(null);
    if (link) link.focus({preventScroll: true});
  }

  function leave() {
    history.replaceState(null, '', '#');
    follow();
  }

  /** The address says what is open, so that a link opens it and the back button closes it. */
  function follow() {
    let id = '';
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      id = location.hash.slice(1);
    }
    const one = disturbanceById.get(id);
    if (!one) {
      close();
      return;
    }
    if (!list.isPassing(one)) list.only({});
    show(one);
    byId('detail-title').focus({preventScroll: true});
  }

  function step(by) {
    const next = open && list.neighbour(open, by);
    if (next) location.hash = linkTo(next);
  }

  byId('close').addEventListener('click', leave);
  byId('previous').addEventListener('click', () => step(-1));
  byId('next').addEventListener('click', () => step(1));
  addEventListener('hashchange', follow);
  addEventListener('keydown', (event) => {
    if (!open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches?.('input, select, textarea') && event.key !== 'Escape') return;
    if (event.key === 'Escape') leave();
    else if (event.key === 'j' || event.key === 'n') step(1);
    else if (event.key === 'k' || event.key === 'p') step(-1);
  });
  return {follow};
}
