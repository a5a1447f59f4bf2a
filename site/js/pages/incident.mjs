// One incident, or one time that planned work takes place: what happened, when, what was seen, and what was learned.

import { el } from '../dom.mjs';
import { duration, list } from '../format.mjs';
import { t } from '../language.mjs';
import { incidents, namesOf, safeNodes, stamp, stampSpan, updateList, works } from '../told.mjs';
import { isObject } from '../read.mjs';
import { ask } from './ask.mjs';
import { evidenceCard } from './evidence.mjs';
import { frame, named, show, wanted } from './frame.mjs';
import { heading, note, state } from './parts.mjs';

const ID = /^[a-z0-9]{12}$/;
const MOST_EVIDENCE = 3;

frame();
show(async (place) => {
  const { document: answer, now } = await ask(`api/v1/incidents/${wanted('id', ID) || '-'}`);
  const names = new Map(isObject(answer.names) ? Object.entries(answer.names).filter(([, name]) => typeof name === 'string') : []);
  const [incident] = incidents([answer.incident]);
  const [work] = works([answer.maintenance]);
  const one = incident ?? work;
  if (one === undefined) throw Object.assign(new Error('nothing told'), { status: 404 });
  named(one.title, answer.page);
  const title = document.getElementById('title');
  title.replaceChildren(one.title);
  if (incident?.byMonitor) title.lang = 'en';
  place.replaceChildren(...(incident === undefined ? workParts(work, names, now) : incidentParts(incident, names, now)));
  if (incident !== undefined) await showEvidence(place.querySelector('.proofs'), incident.evidence, now);
});

function incidentParts(incident, names, now) {
  const learned = incident.updates.filter((one) => one.progress === 'postmortem');
  const told = incident.updates.filter((one) => one.progress !== 'postmortem');
  return [
    el('p', { class: 'under-title' },
      state(incident.ended === null ? incident.tone : 'operational', t(incident.ended === null ? `progress.${incident.progress || 'investigating'}` : 'progress.resolved')),
      el('span', { class: 'small' }, t(`impact.${incident.impact}`))),
    el('div', { class: 'card padded' }, el('dl', { class: 'facts first' }, ...facts(incident, names, now))),
    ...learned.flatMap((one) => [heading(t('progress.postmortem')), el('div', { class: 'card padded said', dir: 'auto' }, ...safeNodes(one.html, one.text))]),
    heading(t('incident.timeline')),
    el('div', { class: 'card padded' }, updateList(told, 'progress', now)),
    el('div', { class: 'proofs' }),
    el('p', { class: 'after' }, el('a', { href: `history.html?month=${new Date(incident.started).toISOString().slice(0, 7)}` }, t('incident.month'))),
  ];
}

function facts({ started, ended, seemsOver, affected }, names, now) {
  const known = namesOf(affected, names);
  const over = ended === null ? [] : [[t('incident.ended'), stamp(ended, now)]];
  const seems = ended !== null || seemsOver === null ? [] : [[t('incident.seemsOver'), stamp(seemsOver, now)]];
  return [
    [t('incident.started'), stamp(started, now)],
    ...over,
    ...seems,
    [t('incident.lasted'), duration((ended ?? now) - started)],
    [t('fact.affects'), known.length === 0 ? '–' : list(known, 12)],
  ].map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', { dir: 'auto' }, value)));
}

/** Newest last in the document; the newest says most. What is older than some weeks is kept no more. */
async function showEvidence(place, ids, now) {
  if (ids.length === 0) return place.remove();
  const cards = (await Promise.all([...ids].reverse().slice(0, MOST_EVIDENCE).map((id) => evidenceCard(id, now)))).filter((card) => card !== null);
  place.replaceChildren(heading(t('incident.seen')), ...(cards.length === 0 ? [note(t('incident.forgotten'))] : cards));
}

function workParts(work, names, now) {
  const known = namesOf(work.affected, names);
  const said = work.text === '' && work.html === '' ? [] : [el('div', { class: 'card padded said', dir: 'auto' }, ...safeNodes(work.html, work.text))];
  const updates = work.updates.length === 0 ? [] : [heading(t('incident.timeline')), el('div', { class: 'card padded' }, updateList(work.updates, 'work', now))];
  const calendar = work.series === '' ? [] : [el('p', { class: 'after' }, el('a', { href: `maintenance/${work.series}.ics` }, t('work.calendar')))];
  return [
    el('p', { class: 'under-title' }, state('maintenance', t(`work.${work.status}`)), el('span', { class: 'small' }, stampSpan(work.start, work.end, now))),
    ...(known.length === 0 ? [] : [el('p', { class: 'meaning', dir: 'auto' }, t('work.affects', { names: list(known, 12) }))]),
    ...said, ...updates, ...calendar,
  ];
}
