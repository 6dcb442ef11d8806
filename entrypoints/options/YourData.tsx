import '@/components/own-data/own-data.css';
import { useEffect, useState } from 'react';
import type { Perform } from '@/components/notice';
import { EraseAll, type FoundData, KeptTable, PersonSection, t } from '@/components/own-data';
import type { Language } from '@/lib/i18n';
import { sendToBackground } from '@/lib/messaging';
import { aboutPerson, personOf } from '@/lib/person';
import { eraseEverything, erasePerson, findPerson, historyDays, putBackPerson, saveClerk } from '@/lib/store';
import { tellProfile, tellSettings } from './tell-settings';
import type { Settings } from './use-settings';

const languages: [Language, string][] = [
  ['pl', 'Polski'],
  ['en', 'English'],
];

/** How long what was erased of a person may be put back, in milliseconds. */
const undoFor = 120_000;

/** What is kept on this computer, the language, what is kept of one person, and the end of it all. */
export function YourData({ settings, perform }: { settings: Settings; perform: Perform }) {
  const { clerk, counts, profile, profiles } = settings;
  const { callbacks, encounters } = profile;
  return (
    <>
      <section aria-labelledby="language-title">
        <h2 id="language-title">{t('data:language')}</h2>
        <div className="row" role="radiogroup" aria-labelledby="language-title">
          {languages.map(([language, name]) => (
            <label key={language} className="check" lang={language}>
              <input
                type="radio"
                name="language"
                checked={clerk.language === language}
                onChange={() =>
                  perform(async () => {
                    await saveClerk({ language });
                    tellSettings();
                    return null;
                  })
                }
              />
              <span>{name}</span>
            </label>
          ))}
        </div>
      </section>
      <KeptTable
        hasClerk={clerk.name !== ''}
        counts={{ ...counts, profiles: profiles.length }}
        days={{ callbacks: callbacks.retention, encounters: encounters.retention, events: historyDays }}
        size={useSize(counts)}
        language={clerk.language}
      />
      <PersonSection
        language={clerk.language}
        maskPhones={callbacks.maskPhones}
        now={() => new Date()}
        onFind={async (typed) => {
          const person = personOf(typed);
          return person && findPerson(aboutPerson(person));
        }}
        onErase={(typed, chosen) => eraseOne(typed, chosen, perform)}
        onSaved={() => perform(async () => ({ text: t('data:person.saved') }))}
      />
      <EraseAll
        onErase={() =>
          perform(async () => {
            await eraseEverything();
            tellProfile();
            return { text: t('data:all.erased') };
          })
        }
      />
    </>
  );
}

async function eraseOne(typed: string, chosen: FoundData, perform: Perform): Promise<boolean> {
  const person = personOf(typed);
  let isErased = false;
  await perform(async () => {
    if (!person) return null;
    const erased = await erasePerson(chosen, aboutPerson(person));
    isErased = true;
    tellCallbacks();
    return {
      text: t('data:person.erased'),
      undoFor,
      undo: async () => {
        await putBackPerson(erased);
        tellCallbacks();
        return { text: t('data:person.putBack') };
      },
    };
  });
  return isErased;
}

/** The alarm, the number on the toolbar and a notification that stands are set anew. */
function tellCallbacks(): void {
  sendToBackground('panel→background: changed', { what: 'callbacks' }).catch(() => null);
}

/** What the store takes on the disk, in bytes; null where the browser does not tell. @param changed asks anew */
function useSize(changed: unknown): number | null {
  const [size, setSize] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another count is another size
  useEffect(() => {
    let isOver = false;
    navigator.storage.estimate().then(
      ({ usage }) => isOver || setSize(usage ?? null),
      () => null,
    );
    return () => {
      isOver = true;
    };
  }, [changed]);
  return size;
}
