// The dialog behind "Subscribe": feeds and calendar always, e-mail where the monitor can send any.

import { el, mark } from './dom.mjs';
import { t } from './language.mjs';

const ADDRESS = 'api/v1/subscriptions';
const PATIENCE = 15_000;
const FEEDS = [['history.atom', 'Atom'], ['history.rss', 'RSS'], ['feed.json', 'JSON Feed']];

/** @param {{mail: boolean, groups: object[]}} page whether mail is offered, and what can be chosen */
export function openSubscribe({ mail, groups }) {
  const title = el('h2', { id: 'subscribe-title' }, t('subscribe.title'));
  const close = el('button', { type: 'button', class: 'quiet' }, t('subscribe.close'));
  const dialog = el('dialog', { class: 'subscribe', 'aria-labelledby': title.id },
    el('div', { class: 'subscribe-head' }, title, close), ...(mail ? [byMail(groups)] : []), feeds(), calendar());
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function feeds() {
  const links = FEEDS.map(([href, name]) => el('li', {}, el('a', { href, lang: 'en' }, name)));
  return el('section', {}, el('h3', {}, t('subscribe.feeds')), el('p', {}, t('subscribe.feedsText')), el('ul', { class: 'links' }, ...links));
}

function calendar() {
  const link = el('a', { href: 'maintenance.ics' }, t('foot.calendar'));
  return el('section', {}, el('h3', {}, t('subscribe.calendar')), el('p', {}, t('subscribe.calendarText'), ' ', link));
}

function byMail(groups) {
  const address = el('input', { type: 'email', id: 'subscribe-mail', autocomplete: 'email', required: '', maxlength: '254', dir: 'ltr', autofocus: '' });
  const choice = componentChoice(groups, []);
  const send = el('button', { type: 'submit' }, t('subscribe.send'));
  const said = el('p', { role: 'status', class: 'answer', id: 'subscribe-said' });
  const form = el('form', { novalidate: '' },
    el('label', { for: address.id }, t('subscribe.address')), address,
    el('details', {}, el('summary', {}, t('subscribe.choose')), choice.node), send, said);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    isWrong(address, false);
    said.textContent = t('subscribe.sending');
    const answer = await ask('POST', ADDRESS, { email: address.value.trim(), components: choice.chosen() });
    said.textContent = t(OUTCOMES[answer.status] ?? 'subscribe.failed');
    send.disabled = false;
    if (answer.status !== 422) return;
    isWrong(address, true);
    address.focus();
  });
  address.addEventListener('input', () => {
    if (isWrong(address, false)) said.textContent = '';
  });
  return el('section', {}, el('h3', {}, t('subscribe.mail')), el('p', {}, t('subscribe.mailText')), form);
}

/** Who listens hears at the field itself that it is wrong, and why. Returns whether it was. */
function isWrong(address, wrong) {
  const was = address.hasAttribute('aria-invalid');
  mark(address, 'aria-invalid', wrong ? 'true' : null);
  mark(address, 'aria-describedby', wrong ? 'subscribe-said' : null);
  return was;
}

const OUTCOMES = { 202: 'subscribe.sent', 404: 'subscribe.noMail', 422: 'subscribe.noAddress', 429: 'subscribe.tooMany' };

/** Check boxes by group; none chosen means all. */
export function componentChoice(groups, chosen) {
  const boxes = [];
  const sets = groups.map(({ name, components }) => el('fieldset', {}, el('legend', { dir: 'auto' }, name), ...components.map((one) => {
    const box = el('input', { type: 'checkbox', value: one.id });
    box.checked = chosen.includes(one.id);
    boxes.push(box);
    return el('label', { dir: 'auto' }, box, ' ', one.name);
  })));
  return {
    node: el('div', { class: 'choice' }, el('p', {}, t('subscribe.none')), ...sets),
    chosen: () => boxes.filter((box) => box.checked).map((box) => box.value),
  };
}

/** @returns {Promise<{status: number, body: object}>} status 0 when no answer came */
export async function ask(method, path, body = undefined) {
  try {
    const answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
      cache: 'no-store',
    });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0, body: {} };
  }
}
