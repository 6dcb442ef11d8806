// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Perform } from '@/components/notice';
import { FirstRun } from '@/entrypoints/options/FirstRun';
import type { Settings } from '@/entrypoints/options/use-settings';
import { setLanguage } from '@/lib/i18n';
import { noPolicy } from '@/lib/policy';
import { baseProfile } from '@/lib/profile';
import { readClerk } from '@/lib/store';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let place: HTMLElement;
/** Another each time: what is kept already is not kept anew. */
let name = 'Referat';
/** Lets what the screen has begun to write come to its end, or fail. */
let release: (hasRoom: boolean) => void;
let isWritten: Promise<void>;
beforeEach(async () => {
  name += ' Finansowy';
  setLanguage('pl');
  location.hash = '#start';
  place = document.body.appendChild(document.createElement('div'));
  const held = new Promise<boolean>((resolve) => {
    release = resolve;
  });
  const perform: Perform = (work) => {
    isWritten = held.then(async (hasRoom) => {
      if (hasRoom) await work();
    });
    return isWritten;
  };
  const settings = { clerk: await readClerk(), policy: { policy: noPolicy }, isFirstRunDone: false };
  await act(async () =>
    createRoot(place).render(
      <FirstRun
        step={null}
        settings={settings as unknown as Settings}
        profile={baseProfile()}
        sites={{ grants: [], open: [] }}
        perform={perform}
      />,
    ),
  );
  await act(async () => {
    const referat = place.querySelectorAll('input')[2] as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(referat, name);
    referat.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => place.querySelector<HTMLButtonElement>('button[type=submit]')?.click());
});
afterEach(() => place.remove());

it('The next step comes once what was typed is kept: who closes the page at it loses nothing', async () => {
  expect(location.hash).toBe('#start');
  await act(async () => {
    release(true);
    await isWritten;
  });
  expect((await readClerk()).referat).toBe(name);
  expect(location.hash).toBe('#start/2');
});

it('Where it could not be kept, the step stays with what was typed', async () => {
  await act(async () => {
    release(false);
    await isWritten;
  });
  expect(location.hash).toBe('#start');
  expect(place.querySelectorAll('input')[2]?.value).toBe(name);
});
