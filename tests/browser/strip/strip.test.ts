import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raiseStand, type Stand } from './stand';

describe.each(['chrome', 'firefox'] as const)('the strip in %s', (name) => {
  let stand: Stand;
  beforeAll(async () => {
    stand = await raiseStand(name);
  });
  afterAll(() => stand?.close());

  test('try', async () => {
    const page = await stand.open(
      '<!doctype html><html lang=pl><title>x</title><body><h1>Sprawa</h1><input id=a autofocus></body>',
    );
    console.log(await page.bring());
    console.log(JSON.stringify(await page.ask('axe')));
    await page.page.screenshot({ path: `/tmp/strip-${name}.png` });
    await page.click('Gotowe');
    await page.gone();
    console.log(await page.answers());
    expect(1).toBe(1);
  });
});
