// Puts the parts together.
let shownSet = new Set(disturbances);
const map = siteMap(byId('map'), {
  open: (one) => { location.hash = linkTo(one); },
  showSite,
  isShown: (one) => shownSet.has(one),
});
const list = rankedList((passing) => {
  shownSet = passing;
  map.redraw();
}, (one) => map.pointAt(one));
const detail = detailPanel(list, map);

/** On the map, and in the list if something was found there. */
function showSite(site) {
  map.fitSite(site);
  list.only(site.found.length ? {site: site.p.site_id} : {});
}

function filterBy(change) {
  list.only({fresh: Boolean(change.fresh), statuses: new Set(change.status ? [change.status] : [])});
  byId('list').scrollIntoView({block: 'start'});
}

showPeriod();
showCounts(filterBy);
showCoverage();
showUnseen(showSite, (limit) => map.unseenAfter(limit));
showFailures(showSite);
list.refresh();
ledger(showSite);
detail.follow();
map.resize();
document.documentElement.classList.add('is-ready');
