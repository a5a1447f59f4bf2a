// The words of the page: one file for each language, of which only the visitor's own is loaded.

const PATIENCE = 8000;
const LOCALES = { en: 'en-GB' };
const root = document.documentElement;
const wanted = root.lang || 'en';

const { tag, words } = await load(wanted);
root.lang = tag;

/** For Intl: numbers, dates, lists and plural forms of the language that is shown. */
export const locale = LOCALES[tag] ?? tag;

const plural = new Intl.PluralRules(locale);
const figures = new Intl.NumberFormat(locale);

/** What cannot be loaded or read is shown in English; a page without words would say nothing at all. */
async function load(first) {
  for (const one of new Set([first, 'en'])) {
    try {
      return { tag: one, words: Object.assign({}, ...await Promise.all(files(one).map(read))) };
    } catch {
      continue; // the next language
    }
  }
  return { tag: 'en', words: {} };
}

/** A page with words of its own names the file of them: <html data-words="pages"> wants en.pages.json too. */
function files(one) {
  const own = root.dataset.words;
  return [`${one}.json`, ...(own === undefined ? [] : [`${one}.${own}.json`])];
}

async function read(file) {
  const answer = await fetch(new URL(`../languages/${file}`, import.meta.url), { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const found = await answer.json();
  if (typeof found !== 'object' || found === null) throw new Error('no words');
  return found;
}

const learnt = new Map();

/** Adds the words of a part of the page when it is needed; each is loaded once. */
export async function learn(part) {
  const reading = learnt.get(part) ?? read(`${tag}.${part}.json`);
  learnt.set(part, reading);
  try {
    Object.assign(words, await reading);
  } catch (error) {
    learnt.delete(part);
    throw error;
  }
}

/**
 * The words of a key, with {name} replaced by values.name. Numbers are written as the language writes
 * them; where there are several forms, values.n chooses among them.
 *
 * @returns {string} text, never HTML
 */
export function t(key, values = {}) {
  const entry = words[key] ?? key;
  const text = typeof entry === 'string' ? entry : entry[plural.select(values.n)] ?? entry.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => shown(values[name] ?? whole));
}

export const has = (key) => Object.hasOwn(words, key);

const shown = (value) => (typeof value === 'number' ? figures.format(value) : value);

/** Sentences one after the other, as the language puts them; empty ones are left out. */
export const sentences = (...parts) => parts.filter((part) => part !== '').join(t('sentence.joint'));

/** Fills every node with data-t, and the label of those with data-t-label, from the words. */
export function translate(within) {
  for (const node of within.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of within.querySelectorAll('[data-t-label]')) node.setAttribute('aria-label', t(node.dataset.tLabel));
}
