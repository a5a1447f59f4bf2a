// Is it me? Everything is asked and judged in this browser; nothing of it is sent to the monitor.

import { el, say } from '../dom.mjs';
import { milliseconds, moment } from '../format.mjs';
import { readStatus } from '../read.mjs';
import { t } from '../language.mjs';
import { symbol } from '../symbols.mjs';
import { headline } from '../words.mjs';
import { ask } from './ask.mjs';
import { frame, named } from './frame.mjs';
import { judge, judgeOwn } from './judgement.mjs';
import { look } from './look.mjs';

const at = (id) => document.getElementById(id);
const SEEN_TONES = {
  right: 'operational', shown: 'operational', wrong: 'partial', hidden: 'partial', error: 'down', late: 'down', silent: 'down', barred: 'unknown',
};

let known = null;
let verdict = 'unclear';

/** Never asked for before, so that neither this browser nor a cache answers from memory. */
const nonce = () => crypto.getRandomValues(new Uint32Array(2)).join('');
const bare = (address) => address.replace(/\/$/, '');

async function card() {
  return (await fetch('card.json')).json();
}

async function instance() {
  const { document: checks, now } = await ask('api/v1/checks');
  named(t('me.title'), checks.page);
  const first = (Array.isArray(checks.instances) ? checks.instances : []).find((one) => typeof one?.url === 'string' && typeof one?.origin === 'string');
  return { first, now };
}

/** What the monitor saw in the same minute; nothing where it cannot be asked or is blind itself. */
async function monitor() {
  try {
    const { document: status, now } = await ask('api/v1/status');
    const read = readStatus(JSON.stringify(status));
    const old = read.dataThrough === null || now - read.dataThrough > read.staleAfter * 1000;
    return { headline: old ? 'cannot_see' : read.headline, at: read.dataThrough, now };
  } catch {
    return { headline: 'cannot_see', at: null, now: Date.now() };
  }
}

/** As weserv's users write the address of a picture. */
function through(service, picture, parameters) {
  return `${bare(service.url)}/?url=${encodeURIComponent(picture.replace(/^http:\/\//i, ''))}${parameters}&nonce=${nonce()}`;
}

async function check() {
  busy(true);
  try {
    const [colours, { first }] = await Promise.all([card(), instance()]);
    if (first === undefined) return tell('nothing', 'unknown');
    known = { service: first, colours };
    const picture = `${bare(first.origin)}/card.png`;
    const [service, origin, seen] = await Promise.all([
      look(through(first, picture, '&w=320'), colours),
      look(`${picture}?nonce=${nonce()}`, colours),
      monitor(),
    ]);
    const found = judge({ online: navigator.onLine, monitor: seen.headline, service, origin });
    verdict = found.verdict;
    tell(found.verdict, found.tone);
    at('facts').replaceChildren(
      fact(t('me.through', { host: new URL(first.url).host }), service),
      fact(t('me.direct', { host: new URL(first.origin).host }), origin),
      monitorFact(seen),
    );
  } catch {
    tell(navigator.onLine ? 'noPage' : 'offline', 'unknown');
  } finally {
    busy(false);
  }
}

function busy(is) {
  at('again').disabled = is;
  at('try').disabled = is;
  at('result').setAttribute('aria-busy', String(is));
  if (is) tell('checking', 'unknown');
}

function tell(name, tone) {
  at('symbol').replaceChildren(symbol(tone));
  say(at('headline'), t(`me.${name}.title`));
  say(at('meaning'), t(`me.${name}.text`));
}

function fact(title, { seen, status, ms, message, picture, off }) {
  const words = seen === 'error' ? t('me.seen.error', { status: String(status) }) : t(`me.seen.${seen}`);
  const details = [ms > 0 ? milliseconds(ms) : '', off === undefined ? '' : t('me.off', { n: off })].filter((one) => one !== '');
  const lines = [
    el('h3', { dir: 'auto' }, title),
    el('p', { class: `badge tone-${SEEN_TONES[seen]}` }, symbol(SEEN_TONES[seen]), el('span', {}, words)),
    el('p', { class: 'small' }, details.join(' · ')),
  ];
  if (message !== undefined && message !== '') lines.push(el('p', { class: 'small', dir: 'auto', lang: 'en' }, message));
  const part = el('li', { class: 'seen' }, el('div', {}, ...lines));
  if (picture !== undefined) {
    picture.alt = t('me.picture');
    picture.className = 'thumb';
    part.prepend(picture);
  }
  return part;
}

function monitorFact({ headline: name, at: when, now }) {
  const [tone, words] = headline({ kind: 'seen', status: { headline: name } });
  const time = when === null ? '' : moment(when, now);
  return el('li', { class: 'seen' }, el('div', {},
    el('h3', {}, t('me.monitor')),
    el('p', { class: `badge tone-${tone}` }, symbol(tone), el('span', {}, words)),
    el('p', { class: 'small' }, time === '' ? '' : t('me.monitorAt', { time }))));
}

async function tryOwn(event) {
  event.preventDefault();
  const field = at('address');
  const address = absolute(field.value);
  field.setAttribute('aria-invalid', String(address === null));
  say(at('wrong'), address === null ? t('me.noAddress') : '');
  if (address === null || known === null) return field.focus();
  at('try').disabled = true;
  at('own').hidden = false;
  say(at('ownTitle'), t('me.checking.title'));
  say(at('ownText'), '');
  at('ownFacts').replaceChildren();
  const [direct, by] = await Promise.all([look(address.href, null), look(through(known.service, address.href, '&w=320'), null)]);
  const found = judgeOwn(verdict, direct, by);
  at('ownSymbol').replaceChildren(symbol(found.tone));
  say(at('ownTitle'), t(`me.${found.verdict}.title`));
  say(at('ownText'), t(`me.${found.verdict}.text`));
  at('ownFacts').replaceChildren(fact(t('me.through', { host: new URL(known.service.url).host }), by), fact(t('me.direct', { host: address.host }), direct));
  at('try').disabled = false;
}

/** Only what a browser can ask for; without a scheme it is https. */
function absolute(text) {
  const trimmed = text.trim();
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
    return /^https?:$/.test(url.protocol) && (url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')) ? url : null;
  } catch {
    return null;
  }
}

frame();
named(t('me.title'), null);
at('again').addEventListener('click', check);
at('form').addEventListener('submit', tryOwn);
check();
