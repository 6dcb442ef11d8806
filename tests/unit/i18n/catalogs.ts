import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Each text of a language: `panel:greeting.title` → what it says. */
export function catalogOf(language: 'pl' | 'en'): Map<string, string> {
  const folder = join(root, 'lib/i18n', language);
  const texts = new Map<string, string>();
  const gather = (value: unknown, key: string) => {
    if (typeof value === 'string') texts.set(key, value);
    else {
      for (const [name, inner] of Object.entries(value as object)) {
        gather(inner, key.endsWith(':') ? key + name : `${key}.${name}`);
      }
    }
  };
  for (const file of readdirSync(folder)) {
    gather(JSON.parse(readFileSync(join(folder, file), 'utf8')), `${file.replace('.json', '')}:`);
  }
  return texts;
}

/** `common`, `panel` …: one file each. */
export function namespacesOf(language: 'pl' | 'en'): string[] {
  return readdirSync(join(root, 'lib/i18n', language))
    .map((file) => file.replace('.json', ''))
    .sort();
}

const docComment = /^\s*\/\*\*[\s\S]*?\*\//gm;

/** The sources that speak to a person, by path, without their doc comments. */
export function sources(): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of ['entrypoints', 'components', 'lib']) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (/\.tsx?$/.test(entry)) {
        const source = readFileSync(join(root, folder, entry), 'utf8');
        found.set(join(folder, entry), source.replace(docComment, ''));
      }
    }
  }
  return found;
}

const plural = /_(zero|one|two|few|many|other)$/;

/** The key that the code asks by: without the plural's suffix. */
export function askedBy(key: string): string {
  return key.replace(plural, '');
}

/** The plural suffix of a key, or null. */
export function pluralOf(key: string): string | null {
  return plural.exec(key)?.[1] ?? null;
}
