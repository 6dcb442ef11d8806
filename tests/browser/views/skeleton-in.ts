import { JSDOM } from 'jsdom';
import { expect } from 'vitest';
import { readPage, shippedSystems } from '@/lib/page';
import { documentOf, knownNames, parseSkeleton, type SkeletonAnswer } from '@/lib/skeleton';
import { demoData } from '../../fixtures/demo-office/data.ts';
import type { Seat } from '../seat/seat';

const known = knownNames(shippedSystems, { labels: [], elements: [] });
const data = demoData();
/** All that is somebody's in the demo office: names, numbers, addresses, signs and titles of cases. */
const theirs = [
  ...data.clients.flatMap(({ name, address, phone }) => [name, ...name.split(' '), address, phone]),
  ...data.cases.flatMap(({ sign, title, referent }) => [sign, title, referent]),
  data.user.name,
].filter((one) => one.length > 3);

/** What is read of the page that shows `address` once it is a file without its values; nothing of anybody may be in it. */
export async function readFromSkeleton(seat: Seat, address: string) {
  const answer = await seat.inExtension<SkeletonAnswer>(
    `const [tab] = (await api.tabs.query({})).filter(({ url }) => url?.startsWith(arg.address));
     const target = { tabId: tab.id, frameIds: [0] };
     await api.scripting.executeScript({ target, files: ['/content-scripts/skeleton.js'] });
     const [{ result }] = await api.scripting.executeScript({
       target, args: [arg.known], func: (known) => globalThis.obokSkeleton(known) });
     return result;`,
    { address, known },
  );
  if (answer.is !== 'made') throw new Error(answer.is);
  expect(theirs.filter((one) => answer.source.includes(one))).toEqual([]);
  const parsed = parseSkeleton(new TextEncoder().encode(answer.source));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.fault));
  const { DOMParser } = new JSDOM('').window;
  const empty = new DOMParser().parseFromString('<!doctype html>', 'text/html');
  const { system, view, caseInHand } = readPage(
    documentOf(parsed.skeleton, empty),
    shippedSystems,
    null,
    parsed.skeleton.address,
  );
  return { system, view, hasCase: caseInHand !== null };
}
