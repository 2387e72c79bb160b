/** The browser the web pages are tested with: found, or brought along where the machine lets us. */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Expected, say } from './say.mjs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** Noto has every Vietnamese letter; without a font pages are squares, and their widths untrue. */
const PACKAGES = ['chromium', 'fonts-noto-core'];
const DEBIANS = ['debian', 'ubuntu'];
const ANSWERS_WITHIN_MS = 60_000;

/**
 * `given` (CHROMIUM_PATH), else the first that runs of the system's, then Playwright's `own`; undefined where there is none.
 * Refuses a given one that does not run: to test with another than was asked for would be a surprise.
 */
export function chooseBrowser({ given = '', own, runs }) {
  if (given !== '') {
    if (runs(given)) return given;
    throw new Expected(`CHROMIUM_PATH is ${given}, and that does not run`);
  }
  return [...SYSTEM, ...(own === undefined ? [] : [own])].find(runs);
}

/** Why none can be installed here; undefined where it can. */
export function whyNotInstall({ platform, family, isRoot, hasApt }) {
  if (platform !== 'linux' || !family.some((name) => DEBIANS.includes(name))) return 'this is not Debian or Ubuntu';
  if (!hasApt) return 'there is no apt-get';
  return isRoot ? undefined : 'only root may install packages';
}

/** The distribution and those it is made from, as /etc/os-release tells them. */
export function familyOf(osRelease) {
  return [...osRelease.matchAll(/^(?:ID|ID_LIKE)="?([^"\n]*)"?$/gm)].flatMap(([, names]) => names.split(/\s+/));
}

/** The browser of this machine, or undefined. */
export async function findBrowser() {
  const { chromium } = await import('playwright-core');
  return chooseBrowser({ given: process.env.CHROMIUM_PATH, own: chromium.executablePath(), runs });
}

/** The browser of this machine, installed where there is none and that is possible; undefined, with the reason told, else. */
export async function provideBrowser() {
  const found = await findBrowser();
  if (found !== undefined) return found;
  const obstacle = whyNotInstall(machine());
  if (obstacle !== undefined) {
    say(`no Chromium, and none can be installed: ${obstacle}; install one or set CHROMIUM_PATH`);
    return undefined;
  }
  say(`no Chromium: installing ${PACKAGES.join(' and ')} with apt-get`);
  // Lists that could not be read anew may still be good enough to install from.
  if (!(await apt('update'))) say('apt-get update failed (above); trying with the lists there are');
  if (!(await apt('install', '-y', '--no-install-recommends', ...PACKAGES))) {
    say(`apt-get could not install ${PACKAGES.join(' and ')} (above); install a Chromium or set CHROMIUM_PATH`);
    return undefined;
  }
  const installed = await findBrowser();
  say(installed === undefined ? 'what apt-get installed is no Chromium that runs' : `Chromium installed: ${installed}`);
  return installed;
}

/** A file of that name is not enough: Ubuntu has one that only tells how to install a snap. */
function runs(path) {
  if (!existsSync(path)) return false;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: ANSWERS_WITHIN_MS }).status === 0;
}

function machine() {
  const release = '/etc/os-release';
  return {
    platform: process.platform,
    family: existsSync(release) ? familyOf(readFileSync(release, 'utf8')) : [],
    isRoot: process.getuid?.() === 0,
    hasApt: (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, 'apt-get'))),
  };
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function apt(...args) {
  // A mirror that is slow, or away for a moment, is asked again.
  const options = [
    'DPkg::Lock::Timeout=600',
    'Acquire::Retries=5',
    'Acquire::http::Timeout=60',
    'Acquire::https::Timeout=60',
  ];
  const patience = options.flatMap((option) => ['-o', option]);
  return new Promise((done) => {
    const child = spawn('apt-get', [...patience, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });
}
