// The foot of the page: what the shapes mean, how we count, the data in other forms, language, theme, the visitor's time zone.

import { el, say } from './dom.mjs';
import { t } from './language.mjs';
import { languageSwitch, themeSwitch } from './switch.mjs';
import { badge } from './symbols.mjs';

const TONES = ['operational', 'degraded', 'partial', 'down', 'maintenance', 'unknown'];
const FORMS = [
  ['api/v1/status', 'foot.raw'],
  ['api/v2/summary.json', 'Statuspage v2 API'],
  ['history.atom', 'foot.feed'],
  ['maintenance.ics', 'foot.calendar'],
  ['badge/status.svg', 'foot.badge'],
  ['metrics', 'foot.metrics'],
];

/** @param {HTMLElement} foot empty before */
export function footSection(foot) {
  const forms = FORMS.map(([href, key]) => el('li', {}, el('a', { href }, t(key))));
  const links = el('ul', { class: 'links', id: 'links' }, ...forms);
  const own = el('p', { class: 'zone', id: 'own', dir: 'auto' });
  foot.append(
    legend(),
    el('h2', {}, t('foot.count')),
    el('p', {}, t('foot.countText')),
    el('div', { class: 'foot-row' }, links, languages(), themes()),
    el('p', { class: 'zone' }, t('foot.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })),
    own,
  );
  return {
    /** The owner's own links and words, which may change with the data. */
    update({ status }) {
      const added = status.own.links.map(({ name, url }) => el('li', { class: 'own' }, el('a', { href: url, dir: 'auto' }, name)));
      links.replaceChildren(...added, ...forms);
      say(own, status.own.footer);
      own.hidden = status.own.footer === '';
    },
  };
}

function legend() {
  return el('div', { class: 'legend', id: 'legend' }, ...TONES.map((tone) => {
    const entry = badge('');
    entry.show(tone);
    return entry.node;
  }));
}

function languages() {
  const select = el('select', { id: 'language' });
  languageSwitch(select);
  return el('label', { class: 'language' }, el('span', { class: 'unseen' }, t('foot.language')), select);
}

function themes() {
  const choices = ['system', 'light', 'dark'].map((value) =>
    el('label', {}, el('input', { type: 'radio', name: 'theme', value }), el('span', {}, t(`theme.${value}`))));
  const set = el('fieldset', { class: 'themes', id: 'themes' }, el('legend', { class: 'unseen' }, t('foot.theme')), ...choices);
  themeSwitch(set);
  return set;
}
