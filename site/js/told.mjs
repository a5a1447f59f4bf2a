// Incidents and planned work: taken out of the status document as carefully as read.mjs takes the rest, and how they are shown.

import { el } from './dom.mjs';
import { inUtc, isUtc, moment, span } from './format.mjs';
import { t } from './language.mjs';
import { instant, isObject, objects, oneOf, toneOf, words } from './read.mjs';

const PROGRESS = ['investigating', 'identified', 'monitoring', 'resolved', 'postmortem'];
const WORK = ['scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'];
const IMPACTS = { none: 'unknown', minor: 'degraded', major: 'partial', critical: 'down' };
const WORST_FIRST = ['down', 'partial', 'degraded', 'maintenance', 'unknown', 'operational'];
const DAY = 24 * 3600 * 1000;

export const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** @returns {object[]} newest start first; one without an id or a start is passed over */
export function incidents(value) {
  return objects(value).map(incident).filter((one) => one.id !== '' && one.started !== null);
}

function incident(value) {
  const impact = Object.hasOwn(IMPACTS, value.impact) ? value.impact : 'none';
  const affected = objects(value.components).map((one) => ({ id: words(one.id), tone: toneOf(one.status) }));
  return {
    id: identity(value.id),
    title: words(value.title),
    byMonitor: value.takenOver !== true,
    progress: oneOf(PROGRESS, value.status),
    impact,
    tone: worst(affected, IMPACTS[impact]),
    affected,
    started: instant(value.started),
    ended: instant(value.ended),
    seemsOver: instant(value.proposedEnd),
    updates: objects(value.updates).map((one) => update(one, PROGRESS)),
    evidence: (Array.isArray(value.evidence) ? value.evidence : []).filter((id) => isObject(id) === false && /^[A-Za-z0-9.-]+$/.test(id)),
  };
}

/** The colour of an incident is that of the component that fares worst; over or unknown, that of its impact. */
function worst(affected, fallback) {
  const bad = affected.map((one) => one.tone).filter((tone) => tone !== 'operational' && tone !== 'unknown');
  return bad.sort((a, b) => WORST_FIRST.indexOf(a) - WORST_FIRST.indexOf(b))[0] ?? fallback;
}

const identity = (value) => (ID.test(words(value)) ? words(value) : '');

function update(value, known) {
  return {
    progress: oneOf(known, value.status),
    byMonitor: value.byMonitor === true,
    text: words(value.body),
    html: words(value.bodyHtml),
    at: instant(value.at),
  };
}

/** @returns {object[]} by start; one without an id, a start or an end is passed over */
export function works(value) {
  return objects(value).map(work)
    .filter((one) => one.id !== '' && one.status !== '' && one.start !== null && one.end !== null);
}

function work(value) {
  return {
    id: identity(value.id),
    series: identity(value.maintenance),
    title: words(value.title),
    text: words(value.body),
    html: words(value.bodyHtml),
    status: oneOf(WORK, value.status),
    start: instant(value.start),
    end: instant(value.end),
    announcedEnd: instant(value.announcedEnd),
    affected: (Array.isArray(value.components) ? value.components : []).filter((id) => typeof id === 'string').map((id) => ({ id })),
    updates: objects(value.updates).map((one) => update(one, WORK)),
  };
}

/** What was told of each component, by the UTC day: incidents and work that took place. */
export function toldByDay(incidentList, workList, now) {
  const told = new Map();
  const add = (id, from, to, one) => {
    for (let day = Math.floor(from / DAY) * DAY; day <= to; day += DAY) {
      const key = `${id} ${new Date(day).toISOString().slice(0, 10)}`;
      told.set(key, [...(told.get(key) ?? []), one]);
    }
  };
  const oldest = now - 91 * DAY;
  for (const one of incidentList) {
    for (const { id } of one.affected) add(id, Math.max(one.started, oldest), Math.min(one.ended ?? now, now), { id: one.id, title: one.title });
  }
  for (const one of workList.filter(({ status, start }) => status !== 'scheduled' && status !== 'cancelled' && start <= now)) {
    for (const { id } of one.affected) add(id, Math.max(one.start, oldest), Math.min(one.end, now), { id: '', title: one.title });
  }
  return told;
}

// How they are shown: times with UTC beside, progress, updates newest first.

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
