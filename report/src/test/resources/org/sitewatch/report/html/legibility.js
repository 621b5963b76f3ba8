// What is hard to read: text under the contrast of WCAG 2 AA, controls without a name.
(() => {
  const faults = [];
  const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = (rgb) => {
    const [r, g, b] = rgb.slice(0, 3).map((c) => {
      const s = c / 255;
      return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const rgb = parts(getComputedStyle(e).backgroundColor);
      if (rgb.length === 3 || rgb[3] > 0.9) return rgb;
    }
    return [255, 255, 255];
  };
  const opacity = (element) => {
    let all = 1;
    for (let e = element; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
    return all;
  };
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('tr:nth-child(n+9)')) continue;
    const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const box = element.getBoundingClientRect();
    if (own && box.width > 2 && box.height > 2 && !element.closest('script, style, noscript')) {
      const style = getComputedStyle(element);
      const under = ground(element);
      const share = opacity(element);
      const over = parts(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
      const seen = over.slice(0, 3).map((c, i) => c * share + under[i] * (1 - share));
      const [a, b] = [light(seen), light(under)].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      const isLarge = parseFloat(style.fontSize) >= 24;
      const isOff = element.disabled || element.matches('option');
      if (ratio < (isLarge ? 3 : 4.5) && !isOff) {
        faults.push(ratio.toFixed(2) + ' ' + element.tagName + '.' + element.getAttribute('class')
          + ' ' + element.textContent.slice(0, 30));
      }
    }
    if (element.matches('button, a, input, select, canvas, [role=img]')) {
      const name = element.getAttribute('aria-label') || element.textContent.trim()
        || (element.labels && element.labels.length && element.labels[0].textContent.trim());
      if (!name) faults.push('no name: ' + element.outerHTML.slice(0, 80));
    }
  }
  return faults;
})();
