import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../libs/config/paths.js';
import { chooseBrowser, familyOf, whyNotInstall } from '../../scripts/lib/browser.mjs';

const only =
  (...paths: readonly string[]) =>
  (path: string): boolean =>
    paths.includes(path);

describe('issue 6: the browser of the tests', () => {
  it('is the one that is asked for, and no other when that one does not run', () => {
    const given = '/opt/chrome';
    expect(chooseBrowser({ given, own: '/own', runs: only(given, '/usr/bin/chromium', '/own') })).toBe(given);
    expect(() => chooseBrowser({ given, own: '/own', runs: only('/usr/bin/chromium') })).toThrow(/CHROMIUM_PATH/);
  });

  it("is the system's before Playwright's own, and only one that runs", () => {
    const runs = only('/usr/bin/google-chrome', '/own');
    expect(chooseBrowser({ own: '/own', runs })).toBe('/usr/bin/google-chrome');
    expect(chooseBrowser({ given: '', own: '/own', runs: only('/own') })).toBe('/own');
    expect(chooseBrowser({ own: '/own', runs: only() })).toBeUndefined();
    expect(chooseBrowser({ runs: only() })).toBeUndefined();
  });

  it('is installed by root on Debian, Ubuntu and what is made from them, and nowhere else', () => {
    const machine = { platform: 'linux', family: ['debian'], isRoot: true, hasApt: true };
    expect(whyNotInstall(machine)).toBeUndefined();
    expect(whyNotInstall({ ...machine, family: ['linuxmint', 'ubuntu', 'debian'] })).toBeUndefined();
    expect(whyNotInstall({ ...machine, family: ['fedora'] })).toMatch(/not Debian/);
    expect(whyNotInstall({ ...machine, platform: 'darwin' })).toMatch(/not Debian/);
    expect(whyNotInstall({ ...machine, hasApt: false })).toMatch(/apt-get/);
    expect(whyNotInstall({ ...machine, isRoot: false })).toMatch(/root/);
  });

  it('is looked for by the family the system says it is of', () => {
    expect(familyOf('NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\nVERSION_ID="22"\n')).toEqual([
      'linuxmint',
      'ubuntu',
      'debian',
    ]);
    expect(familyOf('ID=debian\n')).toEqual(['debian']);
  });

  it('is not left out on CI: .ci/run says that it is CI', () => {
    expect(readFileSync(join(repositoryRoot(), '.ci/run'), 'utf8')).toMatch(/^export CI=true$/m);
  });
});
