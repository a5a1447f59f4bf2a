// What a link in a mail opens: confirm, change or end a subscription. The token stands behind the #, so that no server logs it.

import { el, say } from './dom.mjs';
import { fetchStatus } from './feed.mjs';
import { t, translate } from './language.mjs';
import { ask, componentChoice } from './subscribe.mjs';

const TOKEN = /^[A-Za-z0-9._~-]{1,300}$/;
const at = (id) => document.getElementById(id);
const token = location.hash.slice(1);
const path = `api/v1/subscriptions/${encodeURIComponent(token)}`;

translate(document);
if (TOKEN.test(token)) begin();
else tell('subscription.noToken');

async function begin() {
  const { status, body } = await ask('GET', path);
  if (status === 404 || status === 410) return tell('subscription.gone');
  if (status !== 200) return tell('subscription.failed');
  if (body.confirmed !== true) return offerConfirm(body);
  return offerChange(body);
}

function tell(key, values) {
  say(at('said'), t(key, values));
}

function offerConfirm(subscription) {
  tell('subscription.confirmText', { email: String(subscription.email) });
  const confirm = button('subscription.confirm', async () => {
    const { status } = await ask('POST', `${path}/confirm`);
    if (status !== 200 && status !== 204) return tell('subscription.failed');
    await offerChange({ ...subscription, confirmed: true });
    return tell('subscription.confirmed');
  });
  at('form').replaceChildren(confirm, end());
}

async function offerChange({ email, components }) {
  tell('subscription.is', { email: String(email) });
  const groups = await fetchStatus().then(({ status }) => status.groups, () => []);
  const choice = componentChoice(groups, Array.isArray(components) ? components : []);
  const save = button('subscription.save', async () => {
    const { status } = await ask('PUT', path, { components: choice.chosen() });
    tell(status === 200 || status === 204 ? 'subscription.saved' : 'subscription.failed');
  });
  at('form').replaceChildren(...(groups.length === 0 ? [] : [choice.node, save]), end());
}

function end() {
  return button('subscription.end', async () => {
    const { status } = await ask('DELETE', path);
    if (status !== 200 && status !== 204) return tell('subscription.failed');
    at('form').replaceChildren();
    return tell('subscription.ended');
  }, 'quiet');
}

function button(key, act, kind = '') {
  const node = el('button', { type: 'button', class: kind }, t(key));
  node.addEventListener('click', async () => {
    node.disabled = true;
    await act();
    node.disabled = false;
    if (!node.isConnected) at('said').focus(); // or who uses a keyboard would start again at the top
  });
  return node;
}
