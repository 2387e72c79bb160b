/** What has to be true before anything else can be imported. Built-in modules only: it runs before node_modules exists. */
import { spawn } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, statfsSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot, root } from './paths.mjs';
import { Expected, say } from './say.mjs';

const FREE_BYTES_NEEDED = 2e9;

export async function prepareMachine(dataDirectory) {
  refuseOldNode();
  refuseFullDisk(dataDirectory);
  if (!isInstalled()) await install();
  linkCommand();
}

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const wanted = engines.node.match(/\d+/g).map(Number);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
    throw new Expected(`Node ${engines.node} is needed, this is ${process.versions.node}`);
  }
  if (process.platform === 'win32') throw new Expected('on Windows use WSL, or docker-compose.yml');
}

function refuseFullDisk(dataDirectory) {
  let folder = dataDirectory;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = Number(bavail) * Number(bsize);
  if (free < FREE_BYTES_NEEDED) {
    throw new Expected(
      `only ${(free / 1e9).toFixed(1)} GB free at ${folder}; at least ${FREE_BYTES_NEEDED / 1e9} GB are needed`,
    );
  }
}

/** npm keeps a copy of the lock file of what it installed: the two must tell the same versions. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(inRoot('node_modules/.package-lock.json'), 'utf8')).packages;
    const same = (path) => present[path]?.version === wanted[path].version;
    return Object.entries(wanted).every(([path, { optional, link }]) => path === '' || optional || link || same(path));
  } catch {
    return false;
  }
}

async function install() {
  say('installing dependencies (npm ci)');
  if (await npm('ci')) return;
  // A registry that lacks some platforms' binaries can make `npm ci` refuse a lock file that is good enough to install from.
  say('npm ci refused: installing the locked versions with npm install');
  if (!(await npm('install', '--no-save'))) throw new Expected('npm could not install the dependencies (above)');
}

function npm(...args) {
  return new Promise((done, fail) => {
    const child = spawn('npm', [...args, '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => fail(new Expected('npm was not found on the PATH')));
    child.on('exit', (code) => done(code === 0));
  });
}

/** So that `npx vinhdanh` finds our command: npm links the commands of dependencies, not one's own. */
function linkCommand() {
  const link = inRoot('node_modules/.bin/vinhdanh');
  try {
    if (lstatSync(link).isSymbolicLink() && existsSync(link)) return;
    rmSync(link, { force: true });
  } catch {
    mkdirSync(dirname(link), { recursive: true });
  }
  symlinkSync('../../bin/vinhdanh.mjs', link);
}
