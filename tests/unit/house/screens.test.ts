import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sections } from '@/entrypoints/options/place';
import { screens } from '../../browser/screens/list';

const names = Object.keys(screens);
const stories = globSync('tests/browser/**/*.test.ts').map((path) => readFileSync(path, 'utf8'));

it('Every screen on the list is looked at by a browser test', () => {
  expect(names.filter((name) => !stories.some((story) => story.includes(`'${name}'`)))).toEqual([]);
});

it('Every part of the options, every tab of the panel and every page of its own is on the list', () => {
  const ofOptions: Record<(typeof sections)[number], string> = {
    start: 'options-start-1',
    systemy: 'options-systems',
    profil: 'options-profile',
    studio: 'options-studio',
    oddzwonienia: 'options-reminding',
    wglad: 'options-insight',
    dane: 'options-data',
    stan: 'options-health',
    pomoc: 'options-help',
  };
  const tabs = [
    ...readFileSync('entrypoints/sidepanel/Panel.tsx', 'utf8').matchAll(/<TabPanel id="([^"]+)"/g),
  ];
  expect(tabs.map(([, id]) => id)).toEqual(['now', 'callbacks', 'ending', 'glossary']);
  const ofPanel = ['panel-case', 'panel-callbacks', 'panel-ending', 'panel-glossary'];
  expect(sections.map((section) => ofOptions[section])).toEqual(Object.values(ofOptions));
  expect(names).toEqual(expect.arrayContaining([...Object.values(ofOptions), ...ofPanel]));
  expect(globSync('entrypoints/*/index.html').sort()).toEqual(
    ['note', 'options', 'sidepanel'].map((page) => `entrypoints/${page}/index.html`),
  );
});
