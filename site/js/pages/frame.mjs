// What all pages but the first have in common: name, ways to the others, language, colours, and words for what is not there.

import { el, say } from '../dom.mjs';
import { t, translate } from '../language.mjs';
import { languageSwitch, themeSwitch } from '../switch.mjs';

const at = (id) => document.getElementById(id);

/** Translates the page and sets up its switches. */
export function frame() {
  translate(document);
  themeSwitch(at('themes'));
  languageSwitch(at('language'));
  say(at('zone'), t('foot.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone }));
  const here = location.pathname.split('/').pop();
  for (const link of document.querySelectorAll('.ways a')) {
    if (link.getAttribute('href') === here) link.setAttribute('aria-current', 'page');
  }
}

/** @param {string} title of this page; the name of the whole stands behind it */
export function named(title, page) {
  const name = typeof page?.name === 'string' && page.name.trim() !== '' ? page.name.trim() : t('title');
  say(at('name'), name);
  document.title = `${title} · ${name}`;
}

/** Shows what `load` makes, or says in words why there is nothing. */
export async function show(load) {
  const place = at('content');
  place.setAttribute('aria-busy', 'true');
  try {
    await load(place);
  } catch (error) {
    const key = error.status === 404 ? 'pages.gone' : error.status === 503 ? 'meaning.starting' : 'pages.unreachable';
    place.replaceChildren(el('p', { class: 'meaning', role: 'alert' }, t(key)));
    if (error.status === undefined) throw error;
  }
  place.removeAttribute('aria-busy');
}

/** A parameter of the address, where it is written as it must be. */
export function wanted(name, syntax) {
  const value = new URLSearchParams(location.search).get(name) ?? '';
  return syntax.test(value) ? value : '';
}
