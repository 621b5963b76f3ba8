// What the run says, in the shape the other parts use it.
const source = JSON.parse(document.getElementById('data').textContent);
const run = source.run;

const STATUSES = ['confirmed', 'verified', 'provisional', 'first', 'finished', 'dismissed'];
const QUIET = new Set(['finished', 'dismissed']);
const STATES = ['seen', 'no_history', 'not_seen', 'no_scene', 'failed'];
const MICRODEGREE = 1e-6;
const DAY_MS = 86400000;

function say(key, ...values) {
  const text = source.words[key];
  if (text === undefined) throw new Error('no words for ' + key);
  return text.replace(/\{(\d)\}/g, (place, i) => (values[i] === undefined ? place : values[i]));
}

/** A word of a vocabulary; one that the language lacks stands as it is. */
function word(vocabulary, value) {
  if (value === null || value === undefined || value === '') return say('html.unknown');
  return source.words[vocabulary + '.' + value] || String(value);
}

const language = run.language === 'en' ? 'en-GB' : run.language;
// A browser may not know a language; what it then takes for it is the reader's own, which is worse.
const isKnown = Intl.DateTimeFormat.supportedLocalesOf([language]).length > 0;
const locale = (isKnown ? language : 'en-GB') + '-u-nu-latn';
const isoDay = (at) => new Date(at).toISOString().slice(0, 10);
const dayFormat = isKnown
  ? new Intl.DateTimeFormat(locale, {
    day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC',
  })
  : {format: isoDay, formatRange: (from, to) => isoDay(from) + ' – ' + isoDay(to)};
const monthNames = new Intl.DateTimeFormat(locale, {month: 'short', timeZone: 'UTC'});
const LONGEST_MONTH = 5;

/** A short name, or a number where the language has none that is short. */
function month(date) {
  const name = isKnown ? monthNames.format(date) : '';
  return name && name.length <= LONGEST_MONTH ? name : String(date.getUTCMonth() + 1);
}

const collator = new Intl.Collator(locale, {numeric: true});
const numberFormats = [0, 1, 2, 3, 4, 5].map((decimals) => new Intl.NumberFormat(locale, {
  minimumFractionDigits: decimals, maximumFractionDigits: decimals,
}));

/** Keeps a number before its unit where the text runs from right to left. */
const asLatin = document.documentElement.dir === 'rtl' ? '\u200e' : '';

const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

function number(value, decimals) {
  return isNumber(value) ? numberFormats[decimals].format(value) : '–';
}

/** Milliseconds of a date or instant; NaN if it is none. */
const time = (text) => (text ? Date.parse(text) : NaN);

function day(text) {
  const at = time(text);
  return Number.isNaN(at) ? (text || '–') : dayFormat.format(at);
}

function days(from, to) {
  const first = time(from);
  const last = time(to);
  if (Number.isNaN(last)) return day(from);
  if (Number.isNaN(first)) return say('html.before', dayFormat.format(last));
  return dayFormat.formatRange(first, last);
}

/** Square metres, or hectares where they say more. */
function area(area_m2) {
  if (!isNumber(area_m2)) return '–';
  return asLatin + (area_m2 >= 20000
    ? number(area_m2 / 10000, 1) + '\u00a0ha'
    : number(area_m2, 0) + '\u00a0m²');
}

function percent(share) {
  return isNumber(share) ? asLatin + number(share * 100, 0) + '\u00a0%' : '–';
}

function sexagesimal(degrees, letters) {
  const tenths = Math.round(Math.abs(degrees) * 36000);
  const two = (value) => String(value).padStart(2, '0');
  return Math.floor(tenths / 36000) + '°' + two(Math.floor(tenths / 600) % 60) + '′'
    + two(Math.floor(tenths / 10) % 60) + '.' + (tenths % 10) + '″\u00a0'
    + letters[degrees < 0 ? 1 : 0];
}

/** The ways a place can be said, the first for maps, the second for old handhelds. */
function coordinates(p) {
  const lat = p.centroid_lat;
  const lon = p.centroid_lon;
  if (!isNumber(lat) || !isNumber(lon)) return [];
  const ways = [
    ['html.decimal_degrees', lat.toFixed(6) + ', ' + lon.toFixed(6)],
    ['html.dms', sexagesimal(lat, 'NS') + ' ' + sexagesimal(lon, 'EW')],
  ];
  if (p.mgrs) ways.push(['html.mgrs', String(p.mgrs)]);
  return ways;
}

function polygonsOf(packed) {
  return packed.map((rings) => rings.map((steps) => {
    const ring = new Float64Array(steps.length);
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      ring[i] = lon * MICRODEGREE;
      ring[i + 1] = lat * MICRODEGREE;
    }
    return ring;
  }));
}

function features(table, outlines) {
  return table.rows.map((row, place) => {
    const p = Object.create(null);
    table.names.forEach((name, i) => { p[name] = row[i]; });
    return {place, p, polygons: polygonsOf(outlines[place])};
  });
}

const plain = (text) => String(text).toLocaleLowerCase(locale).normalize('NFKD')
  .replace(/\p{M}/gu, '');

const disturbances = features(source.disturbances, source.disturbance_outlines);
const sites = features(source.sites, source.site_outlines);
const siteById = new Map(sites.map((site) => [site.p.site_id, site]));
const disturbanceById = new Map(disturbances.map((one) => [one.p.id, one]));

for (const site of sites) {
  site.found = [];
  site.core = {polygons: polygonsOf(source.site_cores[site.place])};
  site.name = site.p.site_name || site.p.site_id;
  // Never seen clear counts as longer than any number of days.
  site.whyNot = source.why_not[site.place] || site.p.why_not || '';
  site.unseenDays = isNumber(site.p.days_since_clear) ? site.p.days_since_clear : Infinity;
}
for (const one of disturbances) {
  const p = one.p;
  one.site = siteById.get(p.site_id) || null;
  one.siteName = p.site_name || p.site_id;
  one.reason = source.reasons[one.place] || p.reason || '';
  one.hasEvidence = source.evidence[one.place] === 1;
  one.isQuiet = QUIET.has(p.status);
  one.text = plain([p.id, p.site_id, one.siteName, word('type', p.type), word('status', p.status),
    word('zone', p.zone), p.mgrs || '', one.reason].join(' '));
  if (one.site) one.site.found.push(one);
}

/** Its looks and pictures; null where there are none, undefined while the page still loads. */
function evidenceOf(one) {
  if (!one.hasEvidence) return null;
  const block = document.getElementById('evidence-' + one.place);
  if (!block) return document.readyState === 'loading' ? undefined : null;
  return JSON.parse(block.textContent);
}
