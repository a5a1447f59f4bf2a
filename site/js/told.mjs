// How incidents and planned work read: times with UTC beside, progress, updates newest first.

import { el } from './dom.mjs';
import { inUtc, isUtc, moment, span } from './format.mjs';
import { t } from './language.mjs';

/** "14:02", and "13:02 UTC" beside it where the visitor's clock differs. */
export function stamp(instant, now) {
  const local = el('time', { datetime: new Date(instant).toISOString() }, moment(instant, now));
  return withUtc(local, inUtc(instant, now), isUtc(instant));
}

/** "Thu 26 Nov, 02:00 – 03:30". */
export function stampSpan(start, end, now) {
  return withUtc(el('span', {}, span(start, end, now)), span(start, end, now, 'UTC'), isUtc(start) && isUtc(end));
}

function withUtc(node, utc, same) {
  return el('span', { class: 'stamp' }, node, same ? ' UTC' : el('span', { class: 'utc' }, ` (${utc} UTC)`));
}

/** @param {string} words prefix of the keys: "progress" or "work" */
export function updateList(updates, words, now) {
  return el('ol', { class: 'updates' }, ...updates.filter((one) => one.at !== null).map((one) => updateItem(one, words, now)));
}

function updateItem({ at, progress, byMonitor, html, text }, words, now) {
  const body = el('div', { class: 'said', dir: 'auto', ...(byMonitor ? { lang: 'en' } : {}) }, ...safeNodes(html, text));
  const word = byMonitor && progress === 'investigating' ? t('progress.detected') : progress === '' ? '' : t(`${words}.${progress}`);
  return el('li', { class: byMonitor ? 'found' : '' }, el('p', { class: 'told' }, stamp(at, now), ' ', el('strong', {}, word)), body);
}

/** Of the affected components, those that the page shows, by name. */
export const namesOf = (affected, names) => affected.map(({ id }) => names.get(id) ?? '').filter((name) => name !== '');

export const EVIDENCE = 'api/v1/evidence/';

/** Expected beside received beside difference; null where what was kept names no picture. */
export async function evidencePicture(id) {
  try {
    const answer = await fetch(EVIDENCE + id);
    const kept = answer.ok ? await answer.json() : null;
    if (typeof kept?.links?.picture !== 'string') return null;
  } catch {
    return null;
  }
  return el('img', { src: `${EVIDENCE}${id}/picture.png`, alt: t('evidence.difference'), class: 'difference', loading: 'lazy' });
}

// What people wrote comes as HTML that the server made safe: bare elements, and links to the web or to mail.
// It is looked at once more; whatever holds anything else is shown as text.
const SAFE = /^(?:[^<]|<(?:\/?(?:p|strong|em|code|pre|blockquote|ul|ol|li|h[456]|a)|br ?\/?|hr ?\/?|a href="(?:https?:\/\/|mailto:)[^"<>]*"(?: rel="[a-z ]*")?)>)*$/;

/** @returns {Node[]} of the HTML, or of the text where there is none that is safe */
export function safeNodes(html, text) {
  if (html === '' || !SAFE.test(html)) return [document.createTextNode(text)];
  return [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) => document.importNode(node, true));
}
