// The foot of the page: what the shapes mean, the switches of language and theme, the visitor's time zone.

import { el, say } from './dom.mjs';
import { languageSwitch, t } from './language.mjs';
import { themeSwitch } from './switch.mjs';
import { badge } from './symbols.mjs';

const at = (id) => document.getElementById(id);

export function dressFoot() {
  for (const tone of ['operational', 'degraded', 'partial', 'down', 'maintenance', 'unknown']) {
    const entry = badge('');
    entry.show(tone);
    at('legend').append(entry.node);
  }
  themeSwitch(at('themes'));
  languageSwitch(at('language'));
  at('zone').textContent = t('foot.zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
}

/** The owner's own links and words, which may change with the data. */
export function footSection() {
  const place = at('links');
  return {
    update({ status: { own } }) {
      for (const old of place.querySelectorAll('.own')) old.remove();
      place.prepend(...own.links.map(({ name, url }) => el('li', { class: 'own' }, el('a', { href: url, dir: 'auto' }, name))));
      say(at('own'), own.footer);
      at('own').hidden = own.footer === '';
    },
  };
}
