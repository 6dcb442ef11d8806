import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const chromiumPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const firefoxPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

/** The path of an installed Chromium, Chrome or Edge; `OBOK_CHROMIUM` names another. */
export function findChromium(): string | null {
  return find(process.env.OBOK_CHROMIUM, chromiumPlaces);
}

/** The path of an installed Firefox; `OBOK_FIREFOX` names another. */
export function findFirefox(): string | null {
  return find(process.env.OBOK_FIREFOX, firefoxPlaces);
}

function find(named: string | undefined, places: Partial<Record<NodeJS.Platform, string[]>>): string | null {
  const candidates = named ? [named] : (places[process.platform] ?? []);
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** True when a window can be shown. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

interface Wanted {
  /** The Debian package and how to tell that it is there. */
  debian: string;
  isThere: () => boolean;
  /** One sentence for other systems. */
  otherwise: string;
}

const wanted = {
  chromium: {
    debian: 'chromium',
    isThere: () => findChromium() !== null,
    otherwise: 'Install Chromium, Chrome or Edge, or name one in OBOK_CHROMIUM.',
  },
  firefox: {
    debian: 'firefox-esr',
    isThere: () => findFirefox() !== null,
    otherwise: 'Install Firefox 140 or later, or name one in OBOK_FIREFOX.',
  },
  xvfb: {
    debian: 'xvfb',
    isThere: () => process.platform !== 'linux' || existsSync('/usr/bin/xvfb-run'),
    otherwise: 'Install Xvfb (xvfb-run).',
  },
  imagemagick: {
    debian: 'imagemagick',
    isThere: () => process.platform !== 'linux' || existsSync('/usr/bin/import'),
    otherwise: 'Install ImageMagick (import).',
  },
  xdotool: {
    debian: 'xdotool',
    isThere: () => process.platform !== 'linux' || existsSync('/usr/bin/xdotool'),
    otherwise: 'Install xdotool.',
  },
} satisfies Record<string, Wanted>;

export type Tool = keyof typeof wanted;

/**
 * Makes sure that tools are installed: on Debian and as root it installs what is missing and says so.
 * @returns one sentence for each that is still missing
 */
export function ensureInstalled(tools: Tool[]): string[] {
  const missing = tools.map((tool) => wanted[tool]).filter(({ isThere }) => !isThere());
  if (missing.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    const packages = missing.map(({ debian }) => debian);
    process.stdout.write(`Installing from Debian: ${packages.join(', ')} …\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fonts-dejavu-core'],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env,
      },
    );
  }
  return missing.filter(({ isThere }) => !isThere()).map(({ otherwise }) => otherwise);
}
