import '@/components/own-data/own-data.css';
import { lazy, useEffect } from 'react';
import type { Perform } from '@/components/notice';
import { EraseAll, type FoundData, PersonSection, SetAsideSection, t } from '@/components/own-data';
import { useSetAside } from '@/components/stored';
import type { Language } from '@/lib/i18n';
import { aboutPerson, personOf } from '@/lib/person';
import {
  countSetAside,
  dropSetAside,
  eraseEverything,
  erasePerson,
  findPerson,
  lookForSetAside,
  putBackPerson,
  saveClerk,
  watchSetAside,
  watchStore,
} from '@/lib/store';
import { Brought } from './Brought';
import { Kept } from './Kept';
import { keepRestored } from './last-restored';
import { Password } from './Password';
import { tellCallbacks, tellProfile, tellSettings } from './tell-settings';
import type { Settings } from './use-settings';

const Backup = lazy(() => import('./Backup').then((part) => ({ default: part.Backup })));

const languages: [Language, string][] = [
  ['pl', 'Polski'],
  ['en', 'English'],
];

/** How long what was erased of a person may be put back, in milliseconds. */
const undoFor = 120_000;

const now = () => new Date();

const setAside = { watch: watchStore, count: countSetAside, onMore: watchSetAside };

/** What is kept on this computer, the language, what is kept of one person, and the end of it all. */
export function YourData({ settings, perform }: { settings: Settings; perform: Perform }) {
  const { clerk, profile } = settings;
  const damaged = useSetAside(setAside);
  useEffect(() => {
    // A store that fails is told of above.
    lookForSetAside().catch(() => null);
  }, []);
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
      <Kept settings={settings} />
      <SetAsideSection
        count={damaged}
        onDrop={() =>
          perform(async () => {
            const count = await dropSetAside();
            tellCallbacks();
            return { text: t('data:setAside.dropped', { count }) };
          })
        }
      />
      <PersonSection
        language={clerk.language}
        maskPhones={profile.callbacks.maskPhones}
        now={now}
        onFind={async (typed) => {
          const person = personOf(typed);
          return person && findPerson(aboutPerson(person));
        }}
        onErase={(typed, chosen) => eraseOne(typed, chosen, perform)}
        onSaved={() => perform(async () => ({ text: t('data:person.saved') }))}
      />
      <Password perform={perform} />
      <Brought>
        <Backup settings={settings} perform={perform} />
      </Brought>
      <EraseAll
        onErase={() =>
          perform(async () => {
            await eraseEverything();
            // Undoing an older restoring after that would be a surprise.
            keepRestored(null);
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
    const erased = await erasePerson(chosen, aboutPerson(person), now());
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
