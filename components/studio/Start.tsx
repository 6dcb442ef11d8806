import { useEffect, useState } from 'react';
import { type ProfileError, type ProfileSource, parseProfile } from '@/lib/profile';
import { openSigned } from '@/lib/signing';
import type { StartingProfile } from '@/lib/starting-profiles';
import { useChosenFile } from '../chosen-file';
import type { ShownProfile } from '../profile';
import { whyNotText } from '../profile';
import type { KeptDraft } from './use-draft';
import { t } from './words';

export interface StartProps {
  kept: readonly ShownProfile[];
  language: 'pl' | 'en';
  loadStarts(): Promise<readonly StartingProfile[]>;
  onBegin(draft: KeptDraft): void;
}

type Starts = readonly StartingProfile[] | 'failed' | null;
interface BadFile {
  fileName: string;
  errors: ProfileError[];
}

/** What a draft can begin from: a ready profile, what is in force here, a file, or nothing. */
export function Start({ kept, language, loadStarts, onBegin }: StartProps) {
  const [starts, setStarts] = useState<Starts>(null);
  const [bad, setBad] = useState<BadFile | null>(null);
  const file = useChosenFile(
    (one) => openFile(one, language),
    (opened) => {
      if ('errors' in opened) setBad(opened);
      else onBegin(opened);
    },
  );
  useEffect(() => {
    let isOver = false;
    loadStarts().then(
      (loaded) => isOver || setStarts(loaded),
      () => isOver || setStarts('failed'),
    );
    return () => {
      isOver = true;
    };
  }, [loadStarts]);

  return (
    <div className="start">
      <h3>{t('studio:start.title')}</h3>
      <section aria-labelledby="studio-own">
        <h4 id="studio-own">{t('studio:start.own')}</h4>
        <div className="row">
          {kept.map(({ read, source, layer }) =>
            read ? (
              <button key={layer} type="button" onClick={() => onBegin(draftOf(source))}>
                {t('studio:start.inForce', { name: read.profile.name, seq: read.profile.seq })}
              </button>
            ) : null,
          )}
          <button type="button" onClick={file.choose}>
            {t('studio:start.file')}
          </button>
          <button
            type="button"
            onClick={() => onBegin({ profile: emptyProfile(t('studio:start.emptyName')), issued: null })}
          >
            {t('studio:start.empty')}
          </button>
          <input {...file.field} accept=".json,application/json" />
        </div>
        {bad && (
          <div role="alert">
            <p className="fault">{t('studio:start.badFile', { fileName: bad.fileName })}</p>
            <ul className="errors">
              {bad.errors.slice(0, 20).map(({ path, message }) => (
                <li key={path + message}>
                  {path !== '' && <code>{path}</code>} <span>{message}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </section>
      <section aria-labelledby="studio-ready">
        <h4 id="studio-ready">{t('studio:start.ready')}</h4>
        <p className="soft">{t('studio:start.readyText')}</p>
        {starts === null && <p className="soft">{t('studio:start.loading')}</p>}
        {starts === 'failed' && <p className="fault">{t('studio:start.failed')}</p>}
        {Array.isArray(starts) && (
          <ul className="list starts">
            {starts.map((start: StartingProfile) => (
              <li key={start.id}>
                <div>
                  <strong lang="pl">{start.name}</strong>
                  <p className="soft">
                    {t(`studio:start.about.${start.id}` as 'studio:start.about.finansowy')} ·{' '}
                    {t('studio:start.count', { count: start.reminders?.length ?? 0 })}
                  </p>
                </div>
                <button
                  type="button"
                  aria-label={t('studio:start.beginOf', { name: start.name })}
                  onClick={() => onBegin({ profile: structuredClone(start), issued: null })}
                >
                  {t('studio:start.begin')}
                </button>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function emptyProfile(name: string): ProfileSource {
  return {
    $schema: './profile.schema.json',
    format: 'obok-profile/1',
    id: 'moj-referat',
    seq: 0,
    name,
    referat: { name },
    reminders: [],
  };
}

/** A text that `parseProfile` takes, to be worked on: as it was written, without the defaults. */
function draftOf(source: string): KeptDraft {
  return { profile: JSON.parse(source.replace(/^\uFEFF/, '')) as ProfileSource, issued: source };
}

async function openFile(file: File, language: 'pl' | 'en'): Promise<KeptDraft | BadFile> {
  try {
    const bytes = new Uint8Array(await file.slice(0, 16 * 1024 * 1024).arrayBuffer());
    const opened = await openSigned(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    if (opened.kind === 'forged' || opened.kind === 'damaged')
      return { fileName: file.name, errors: [{ path: '', message: whyNotText({ reason: opened.kind }) }] };
    // What is no UTF-8 at all is told as such by the parser.
    const parsed = parseProfile(opened.kind === 'signed' ? opened.source : bytes, { language });
    if (!parsed.ok) return { fileName: file.name, errors: parsed.errors };
    return draftOf(opened.source);
  } catch {
    // A folder, or a file that has gone meanwhile.
    return { fileName: file.name, errors: [] };
  }
}
