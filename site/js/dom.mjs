// Making and changing nodes. Text only ever becomes a text node, so nothing from the data can be HTML.

const SVG = 'http://www.w3.org/2000/svg';
const NEAR = '300px';
const AGAIN = 10_000;

export function el(name, attributes, ...children) {
  return dress(document.createElement(name), attributes, children);
}

export function svg(name, attributes, ...children) {
  return dress(document.createElementNS(SVG, name), attributes, children);
}

function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Changes the text only when it differs: no needless layout, no needless speech. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets an attribute only when it differs; null removes it. */
export function mark(node, name, value) {
  if (value === null) node.removeAttribute(name);
  else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, value);
}

/** How much larger than usual the visitor wants text; drawings grow with it. */
export function textScale() {
  return Math.max(1, parseFloat(getComputedStyle(document.documentElement).fontSize) / 16);
}

/**
 * Keeps the parts of a parent in step with items: known ones are updated in place, so that focus,
 * scroll and open details survive new data.
 *
 * @param {Map<string, {node: Element, update: Function}>} parts the parts of last time, changed here
 */
export function keep(parent, parts, items, create) {
  const seen = new Set();
  let before = null;
  items.forEach((item, index) => {
    const key = seen.has(item.id) ? `${item.id} ${index}` : item.id;
    seen.add(key);
    const part = parts.get(key) ?? create(item);
    parts.set(key, part);
    part.update(item);
    const place = before === null ? parent.firstChild : before.nextSibling;
    if (place !== part.node) parent.insertBefore(part.node, place);
    before = part.node;
  });
  for (const [key, part] of parts) {
    if (seen.has(key)) continue;
    part.node.remove();
    parts.delete(key);
  }
}

/**
 * What lies below the first view is loaded when it comes near, so that what is read first comes first.
 *
 * @param {HTMLElement} section marked data-later until it is there
 * @param {() => Promise<void>} load is called until it succeeds
 */
export function later(section, load) {
  const watch = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && begin(), { rootMargin: NEAR });
  async function begin() {
    if (!('later' in section.dataset)) return;
    watch.disconnect();
    try {
      await load();
      delete section.dataset.later;
    } catch {
      setTimeout(() => watch.observe(section), AGAIN); // the network failed; nothing else is missing for it
    }
  }
  watch.observe(section);
  addEventListener('beforeprint', begin, { once: true });
}

/** A style sheet of a part that came later; resolves when it can be shown. */
export function style(href) {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', () => {
      link.remove();
      reject(new Error(href));
    });
    document.head.append(link);
  });
}
