// Finds installed browsers, and installs them where that takes one command: on Debian, as root. npm downloads none.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Launcher } from 'chrome-launcher';
import { run } from './run.mjs';
import { findMiniBrowser } from './webkit-session.mjs';

const onPath = (...names) => {
  for (const dir of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of names) {
      const file = join(dir, process.platform === 'win32' ? `${name}.exe` : name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // not here
      }
    }
  }
  return undefined;
};

const fromEnv = (name) => {
  const file = process.env[name];
  if (file && !existsSync(file)) throw new Error(`${name} names ${file}, which does not exist.`);
  return file || undefined;
};

export function findChromium() {
  const named = fromEnv('CHROME_PATH');
  if (named) return named;
  // On Linux chrome-launcher also looks through .desktop files; PATH is enough and quicker.
  const found = onPath(
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
  );
  if (found || process.platform === 'linux') return found;
  try {
    return Launcher.getFirstInstallation();
  } catch {
    return undefined;
  }
}

export function findFirefox() {
  return (
    fromEnv('FIREFOX_PATH') ??
    onPath('firefox', 'firefox-esr') ??
    [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ].find((file) => existsSync(file))
  );
}

export function findWebKit() {
  return process.platform === 'linux' && onPath('WebKitWebDriver') && (process.env.DISPLAY || onPath('Xvfb'))
    ? findMiniBrowser()
    : undefined;
}

const browsers = {
  chromium: {
    find: findChromium,
    debian: ['chromium'],
    help: 'No Chrome, Chromium or Edge found: install one, or set CHROME_PATH to its program (Debian: apt-get install chromium).',
  },
  firefox: {
    find: findFirefox,
    debian: ['firefox-esr'],
    help: 'No Firefox found: install it, or set FIREFOX_PATH to its program (Debian: apt-get install firefox-esr).',
  },
  webkit: {
    find: findWebKit,
    debian: ['webkit2gtk-driver', 'xvfb'],
    help: 'No WebKitGTK driver found, which exists for Linux only (Debian: apt-get install webkit2gtk-driver xvfb).',
  },
};

/** The browsers of `--browsers` or BO_BROWSERS; Chromium unless told. */
export function wantedBrowsers(names = process.env.BO_BROWSERS || 'chromium') {
  const wanted = names.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !Object.hasOwn(browsers, name));
  if (unknown === undefined) return wanted;
  throw new Error(`There is no browser '${unknown}' here, but ${Object.keys(browsers).join(', ')}.`);
}

export function requireBrowser(name) {
  const path = browsers[name].find();
  if (path) return path;
  throw new Error(browsers[name].help);
}

/**
 * Chromium for whoever looks at pages only: where Debian's build without windows is installed, that takes a third less of a
 * machine. It does not keep pages for the way back, and asks for favicons: tests of such things want the browser itself.
 */
export const headlessChromium = () =>
  fromEnv('CHROME_PATH') ?? onPath('chromium-headless-shell') ?? requireBrowser('chromium');

const canInstall = () =>
  existsSync('/etc/debian_version') && process.getuid?.() === 0 && Boolean(onPath('apt-get'));

/** Sees to it that the browsers are there: installs what is missing, or throws what to do about it. */
export async function ensureBrowsers(names) {
  const missing = names.filter((name) => !browsers[name].find());
  if (missing.length && canInstall()) {
    const packages = missing.flatMap((name) => browsers[name].debian);
    console.log(`Installing ${packages.join(' ')} ...`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const apt = ['-qq', '-y', '-o', 'Acquire::Retries=3', '-o', 'Dpkg::Use-Pty=0'];
    await run('apt-get', [...apt, 'update'], env);
    await run('apt-get', [...apt, 'install', '--no-install-recommends', ...packages], env);
  }
  names.forEach(requireBrowser);
}

/** Chromium will not start as root with its sandbox; everybody else keeps the sandbox. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
