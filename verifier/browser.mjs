/** The verifier in a browser: the cryptography of the browser itself, and the page around it. */
import { hexOf } from './bytes.mjs';
import { verifyBundle } from './verify.mjs';

const { subtle } = globalThis.crypto;
const bytesOf = (buffer) => new Uint8Array(buffer);

export const browserCrypto = {
  sha256: async (bytes) => bytesOf(await subtle.digest('SHA-256', bytes)),
  async hmac(key, bytes) {
    const imported = await subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return bytesOf(await subtle.sign('HMAC', imported, bytes));
  },
  async verifies(publicKey, signature, message) {
    const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
    return subtle.verify('Ed25519', key, signature, message);
  },
  async decrypt(key, nonce, sealed, about) {
    const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
    return subtle
      .decrypt({ name: 'AES-GCM', iv: nonce, additionalData: about }, imported, sealed)
      .then(bytesOf, () => undefined);
  },
};

const TITLES = {
  proven: { vi: 'Đã chứng minh', en: 'Proven' },
  open: { vi: 'Không chứng minh', en: 'Not proven' },
  failed: { vi: 'Sai', en: 'Fails' },
};
const VERDICTS = {
  true: { vi: 'ĐÚNG: mọi điều kiểm tra được đều đúng', en: 'HOLDS: all that can be checked is right' },
  false: { vi: 'KHÔNG ĐÚNG: đừng dựa vào tệp này', en: 'DOES NOT HOLD: do not rely on this file' },
};

const chosen = (page, id) => [...page.getElementById(id).files];
const typed = (page, id) => page.getElementById(id).value.trim();

async function digestsOf(files) {
  const digests = {};
  for (const file of files) digests[file.name] = hexOf(await browserCrypto.sha256(bytesOf(await file.arrayBuffer())));
  return digests;
}

/** What was brought along; what was left empty is not checked. */
async function givenIn(page) {
  const [checkpoint] = chosen(page, 'checkpoint');
  const documents = chosen(page, 'documents');
  const witnesses = typed(page, 'witnesses').split(/\s+/).filter(Boolean);
  return {
    ...(typed(page, 'key') === '' ? {} : { key: typed(page, 'key') }),
    ...(checkpoint === undefined ? {} : { checkpoint: await checkpoint.text() }),
    ...(witnesses.length === 0 ? {} : { witnesses }),
    ...(documents.length === 0 ? {} : { documents: await digestsOf(documents) }),
  };
}

function show(page, { ok, lines, bundle }, language) {
  const result = page.getElementById('result');
  const element = (name, text) => Object.assign(page.createElement(name), { textContent: text });
  const verdict = element('p', VERDICTS[ok][language]);
  verdict.className = ok ? 'holds' : 'fails';
  result.replaceChildren(verdict);
  for (const state of ['failed', 'proven', 'open']) {
    const these = lines.filter((line) => line.state === state);
    if (these.length === 0) continue;
    const list = page.createElement('ul');
    list.append(...these.map((line) => element('li', line[language])));
    list.className = state;
    result.append(element('h2', TITLES[state][language]), list);
  }
  const report = page.getElementById('report');
  report.hidden = !ok;
  // Sandboxed and without a network: a report can be read here and do nothing else.
  report.srcdoc = ok ? bundle.report : '';
}

/** Has the page verify whenever something was chosen. */
export function start(page) {
  const look = async () => {
    const [file] = chosen(page, 'file');
    if (file === undefined) return;
    const language = page.getElementById('language').value;
    page.documentElement.lang = language;
    show(page, await verifyBundle(bytesOf(await file.arrayBuffer()), browserCrypto, await givenIn(page)), language);
  };
  page.addEventListener('change', () => void look());
}
