// The foot of the page: what the shapes mean, the switches of language and theme, the visitor's time zone.

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
