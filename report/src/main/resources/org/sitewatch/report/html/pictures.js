// Before and after, one over the other with a line between them that can be moved. Date, scale and
// north are drawn in the pictures themselves.
const KINDS = [['', 'html.true_colour'], ['_soil', 'html.soil_colour']];

/** Where a place falls in the picture, 0 to 1: the ground shown is a parallelogram to degrees. */
function placeInFrame(corners, lon, lat) {
  const [lowerLeft, , upperRight, upperLeft] = corners;
  const right = [upperRight[0] - upperLeft[0], upperRight[1] - upperLeft[1]];
  const down = [lowerLeft[0] - upperLeft[0], lowerLeft[1] - upperLeft[1]];
  const at = [lon - upperLeft[0], lat - upperLeft[1]];
  const whole = right[0] * down[1] - right[1] * down[0];
  return [(at[0] * down[1] - at[1] * down[0]) / whole, (right[0] * at[1] - right[1] * at[0]) / whole];
}

function ringPath(ring, corners, width, height) {
  let path = '';
  for (let i = 0; i < ring.length; i += 2) {
    const [x, y] = placeInFrame(corners, ring[i], ring[i + 1]);
    path += (i ? 'L' : 'M') + (x * width).toFixed(1) + ' ' + (y * height).toFixed(1);
  }
  return path + 'Z';
}

function outlineOver(one, frame) {
  const [width, height] = [1000, 1000 * frame.height_px / frame.width_px];
  const layer = svg('svg', {
    class: 'outline-layer', viewBox: '0 0 ' + width + ' ' + height, 'aria-hidden': 'true',
    preserveAspectRatio: 'none',
  });
  const parts = (feature) => feature.polygons.flat()
    .map((ring) => ringPath(ring, frame.corners, width, height)).join('');
  if (one.site) {
    layer.append(svg('path', {d: parts(one.site), class: 'of-site'}),
      svg('path', {d: parts(one.site.core), class: 'of-core'}));
  }
  layer.append(svg('path', {d: parts(one), class: 'of-disturbance-halo'}),
    svg('path', {d: parts(one), class: 'of-disturbance'}));
  return layer;
}

const pictureUrl = (png) => 'data:image/png;base64,' + png;

/** @return null where there are no two pictures of a kind */
function comparison(one, block) {
  const {evidence, png} = block;
  const kinds = KINDS.filter(([ending]) => png['before' + ending] && png['after' + ending]);
  if (!kinds.length) return lonePicture(one, block);
  const before = el('img', {alt: say('html.before_alt', day(evidence.before.utc)), class: 'under'});
  const after = el('img', {alt: say('html.after_alt', day(evidence.after.utc)), class: 'over'});
  const outline = outlineOver(one, evidence.frame);
  const slider = el('input', {
    type: 'range', min: 0, max: 100, value: 50, step: 1, 'aria-label': say('html.slider'),
    input: () => cut(slider.value),
  });
  const box = el('div', {class: 'compare', dir: 'ltr'}, before, after, outline,
    el('span', {class: 'handle', 'aria-hidden': 'true'}), slider);
  box.style.setProperty('--ratio', evidence.frame.width_px / evidence.frame.height_px);
  function cut(percentOfWidth) {
    box.style.setProperty('--cut', percentOfWidth + '%');
    slider.setAttribute('aria-valuetext', say('html.slider_value', percentOfWidth));
  }
  function show(ending) {
    before.src = pictureUrl(png['before' + ending]);
    after.src = pictureUrl(png['after' + ending]);
  }
  cut(50);
  show(kinds[0][0]);
  const choice = kinds.length < 2 ? null : el('span', {class: 'choices', role: 'group',
    'aria-label': say('html.colours')}, kinds.map(([ending, name], i) => el('button', {
    type: 'button', class: 'toggle', 'aria-pressed': String(i === 0), click: (event) => {
      for (const other of event.currentTarget.parentNode.children) {
        other.setAttribute('aria-pressed', String(other === event.currentTarget));
      }
      show(ending);
    },
  }, say(name))));
  const outlineSwitch = el('label', {class: 'check'}, el('input', {type: 'checkbox', checked: true,
    change: (event) => outline.toggleAttribute('hidden', !event.target.checked)}),
  say('html.outline'));
  return el('div', {}, el('p', {class: 'captions', dir: 'ltr'},
    el('span', {dir: 'auto'}, say('html.before_on', day(evidence.before.utc))),
    el('span', {dir: 'auto'}, say('html.after_on', day(evidence.after.utc)))),
  box, el('div', {class: 'controls'}, choice, outlineSwitch));
}

/** Where only one of the two was kept. */
function lonePicture(one, {evidence, png}) {
  for (const [name, key] of [['after', 'html.after_on'], ['before', 'html.before_on']]) {
    const kind = KINDS.map(([ending]) => name + ending).find((candidate) => png[candidate]);
    if (!kind) continue;
    const box = el('div', {class: 'compare', dir: 'ltr'},
      el('img', {src: pictureUrl(png[kind]), alt: say('html.' + name + '_alt',
        day(evidence[name].utc))}), outlineOver(one, evidence.frame));
    box.style.setProperty('--ratio', evidence.frame.width_px / evidence.frame.height_px);
    return el('div', {}, el('p', {class: 'captions'}, say(key, day(evidence[name].utc))), box);
  }
  return null;
}

/** The outline in its site, to scale: what there is where no picture was kept. */
function sketch(one) {
  const features = one.site && one.site.bounds ? [one.site, one] : [one];
  const bounds = union(features);
  if (!bounds) return null;
  const spread = Math.max(bounds.east - bounds.west, bounds.south - bounds.north) * 1.16 || 1e-9;
  const [middle_x, middle_y] = [(bounds.east + bounds.west) / 2, (bounds.south + bounds.north) / 2];
  const side = 300;
  const path = (feature) => feature.rings.map((ring) => {
    let d = '';
    for (let i = 0; i < ring.length; i += 2) {
      d += (i ? 'L' : 'M') + ((ring[i] - middle_x) / spread * side + side / 2).toFixed(1) + ' '
        + ((ring[i + 1] - middle_y) / spread * side + side / 2).toFixed(1);
    }
    return d + 'Z';
  }).join('');
  const wide_m = spread * groundOfUnit_m(middle_y);
  const bar_m = roundBelow(wide_m / 4);
  const bar = bar_m / wide_m * side;
  return svg('svg', {
    class: 'sketch', viewBox: '0 0 ' + side + ' ' + side, role: 'img',
    'aria-label': say('html.sketch_alt'),
  },
  one.site ? svg('path', {d: path(one.site), class: 'sketch-site'}) : null,
  one.site ? svg('path', {d: path(one.site.core), class: 'sketch-core'}) : null,
  svg('path', {d: path(one), class: 'sketch-disturbance is-' + one.p.status}),
  svg('path', {d: 'M' + (side - 10 - bar) + ' ' + (side - 12) + 'h' + bar, class: 'sketch-scale'}),
  svg('text', {x: side - 10 - bar / 2, y: side - 18, 'text-anchor': 'middle'}, length(bar_m)),
  svg('text', {x: 12, y: 20}, 'N ↑'));
}
