import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { olderPolicy, strictPolicy } from '../../fixtures/demo-office/answer.ts';
import { demoData } from '../../fixtures/demo-office/data.ts';
import { startDemoOffice } from '../../fixtures/demo-office/server.ts';
import { demoViews } from '../../fixtures/demo-office/views.ts';

/** A cell (perhaps with sub-cell), a class of 3–4 digits, perhaps a subset, number, year, perhaps initials. */
const signShape =
  /^[A-ZŁŚŻ]{2,4}(?:[-.][A-Za-z]{2})?[. ]\d{3,4}(?:\.\d{1,2})?\.\d{1,3}\.202[56](?:\.[A-ZŁŚŻ]{2,3})?$/;

describe('the data of the demo office', () => {
  test('is the same each time it is made', () => {
    expect(demoData()).toEqual(demoData());
  });

  test('is different for another seed', () => {
    expect(demoData(1).cases).not.toEqual(demoData(2).cases);
  });

  test('holds two hundred cases, each with a sign of its own', () => {
    expect(new Set(demoData().cases.map(({ sign }) => sign)).size).toBe(200);
  });

  test('writes every sign as offices do, some with a subset, some with initials, some with a space', () => {
    const signs = demoData().cases.map(({ sign }) => sign);
    expect(signs.filter((sign) => !signShape.test(sign))).toEqual([]);
    expect(signs.some((sign) => /\.\d{3,4}\.\d+\.\d+\.20/.test(sign))).toBe(true);
    expect(signs.some((sign) => /\.[A-Z]{2,3}$/.test(sign))).toBe(true);
    expect(signs.some((sign) => sign.includes(' '))).toBe(true);
  });

  test('gives every case a referent of its own cell and a client that exists', () => {
    const { cases, clerks, clients } = demoData();
    for (const { cell, referent, clientId } of cases) {
      expect(clerks.find(({ name }) => name === referent)?.cell).toBe(cell);
      expect(clients.some(({ id }) => id === clientId)).toBe(true);
    }
  });

  test('gives no two clients the same name', () => {
    const { clients } = demoData();
    expect(new Set(clients.map(({ name }) => name)).size).toBe(clients.length);
  });

  test('uses only phone numbers from ranges that nobody has', () => {
    const { clients, clerks, calls } = demoData();
    for (const { phone } of [...clients, ...clerks, ...calls])
      expect(phone).toMatch(/^(?:\+48 600 000 \d{3}|24 000 0\d \d{2})$/);
  });

  test('dates nothing of a running case after the day of the office', () => {
    const { cases, office } = demoData();
    const sortable = (date: string) => date.split('.').reverse().join('-');
    for (const { documents } of cases)
      for (const { date } of documents) expect(sortable(date) <= sortable(office.today)).toBe(true);
  });
});

describe('the server of the demo office', () => {
  let office: Awaited<ReturnType<typeof startDemoOffice>>;
  beforeAll(async () => {
    office = await startDemoOffice({ port: 0 });
  });
  afterAll(() => office.close());
  const ask = (path: string) => fetch(new URL(path, office.origin.replace('localhost', '127.0.0.1')));

  test.each([...new Set(demoViews.map(({ path }) => path))])('answers %s under a policy', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toBe(path.startsWith('/spa/') ? strictPolicy : olderPolicy);
  });

  test.each([
    '/',
    '/spa/silent-renew',
    '/spa/signin-callback',
    '/spa/login',
    '/dokus/login',
    '/empty',
    '/faults/huge',
    '/faults/getters',
    '/faults/no-body',
    '/faults/xml',
    '/faults/frameset',
    '/faults/frame',
    '/faults/frames',
  ])('answers %s', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  test.each(['/spa', '/classic', '/finn', '/dokus'])('puts its own files behind %s/', async (root) => {
    const markup = await (await ask(`${root}/`)).text();
    const files = [...markup.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) expect((await ask(path)).status).toBe(200);
  });

  test('has a page of a hundred thousand elements', async () => {
    const markup = await (await ask('/faults/huge')).text();
    expect(markup.match(/<t[rd]>/g)?.length).toBe(100_000);
  });

  test('does not serve files that it was not told to serve', async () => {
    for (const path of [
      '/data.ts',
      '/spa/../data.ts',
      '/spa/%2e%2e/data.ts',
      '/dokus/index.html',
      '/classic/sprawa?id=9999',
    ])
      expect((await ask(path)).status).toBe(404);
  });

  test('stops when it is closed', async () => {
    const other = await startDemoOffice();
    await other.close();
    await expect(fetch(other.origin.replace('localhost', '127.0.0.1'))).rejects.toThrow();
  });
});
