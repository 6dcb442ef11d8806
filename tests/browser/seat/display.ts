import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A screen of its own for headed browsers: real keys, a real mouse and pictures of the whole window. */
export interface Display {
  readonly name: string;
  /** Presses keys as a keyboard does, e.g. `alt+shift+o`. */
  press(keys: string): void;
  /** Types a line, key by key. */
  type(text: string): void;
  click(x: number, y: number): void;
  /** Gives the keyboard to the window whose title contains `title`, as a click on its title bar does. */
  focusWindow(title: string): void;
  picture(path: string, crop?: { width: number; height: number; x: number; y: number }): void;
  close(): void;
}

/** Starts Xvfb on a free display. Needs xvfb, xdotool and ImageMagick (Debian). */
export async function startDisplay({ width, height }: { width: number; height: number }): Promise<Display> {
  const xvfb = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  const announced = xvfb.stdio[3];
  if (!announced) throw new Error('Xvfb did not start.');
  const number = await new Promise<string>((resolve, reject) => {
    createInterface({ input: announced as NodeJS.ReadableStream }).once('line', resolve);
    xvfb.once('error', reject);
  });
  const name = `:${number}`;
  const env = { ...process.env, DISPLAY: name };
  const run = (tool: string, args: string[]) => execFileSync(tool, args, { env, encoding: 'utf8' });
  return {
    name,
    press: (keys) => void run('xdotool', ['key', keys]),
    type: (text) => void run('xdotool', ['type', '--delay', '20', text]),
    click: (x, y) => void run('xdotool', ['mousemove', String(x), String(y), 'click', '1']),
    focusWindow: (title) => {
      const windows = run('xdotool', ['search', '--sync', '--onlyvisible', '--name', title])
        .trim()
        .split('\n');
      // A bubble that carries the same name may close meanwhile, and X refuses the focus for it.
      const took = windows.some((window) => {
        try {
          run('xdotool', ['windowfocus', '--sync', window]);
          return true;
        } catch {
          return false;
        }
      });
      if (!took) throw new Error(`No window named ${title} took the focus.`);
    },
    picture: (path, crop) => {
      const part = crop ? ['-crop', `${crop.width}x${crop.height}+${crop.x}+${crop.y}`, '+repage'] : [];
      run('import', ['-window', 'root', ...part, path]);
    },
    close: () => void xvfb.kill(),
  };
}
