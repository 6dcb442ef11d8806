import '@/components/backup/backup.css';
import '@/components/own-data/own-data.css';
import { useEffect, useState } from 'react';
import { BackupSection, RestoreSection } from '@/components/backup';
import type { Perform } from '@/components/notice';
import { EraseAll, type FoundData, KeptTable, PersonSection, t } from '@/components/own-data';
import { type Backup, type Edges, planRestore } from '@/lib/backup';
import type { Language } from '@/lib/i18n';
import { aboutPerson, personOf } from '@/lib/person';
import type { Profile } from '@/lib/profile';
import {
  eraseEverything,
  erasePerson,
  findPerson,
  historyDays,
  noteBackupTimes,
  putBackPerson,
  type Restored,
  readKept,
  restoreKept,
  saveClerk,
  takeCopiedProfiles,
  takeRestoredBack,
} from '@/lib/store';
import { tellCallbacks, tellProfile, tellSettings } from './tell-settings';
import type { Settings } from './use-settings';

const languages: [Language, string][] = [
  ['pl', 'Polski'],
  ['en', 'English'],
];

/** How long what was erased of a person may be put back, in milliseconds. */
const undoFor = 120_000;

/** The last restoring, for as long as this page is open; the part of the options may be left meanwhile. */
let lastRestored: Restored | null = null;

const now = () => new Date();

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
        now={now}
        onFind={async (typed) => {
          const person = personOf(typed);
          return person && findPerson(aboutPerson(person));
        }}
        onErase={(typed, chosen) => eraseOne(typed, chosen, perform)}
        onSaved={() => perform(async () => ({ text: t('data:person.saved') }))}
      />
      <BackupSection
        times={settings.backup}
        callbacks={counts.callbacks}
        now={now}
        onRead={readKept}
        onMade={(at) => noteBackupTimes({ madeAt: at.getTime() })}
        onPutOff={() =>
          perform(async () => {
            await noteBackupTimes({ putOffAt: now().getTime() });
            return null;
          })
        }
      />
      <Restore profile={profile} perform={perform} />
      <EraseAll
        onErase={() =>
          perform(async () => {
            await eraseEverything();
            // Undoing an older restoring after that would be a surprise.
            lastRestored = null;
            tellProfile();
            return { text: t('data:all.erased') };
          })
        }
      />
    </>
  );
}

function Restore({ profile, perform }: { profile: Profile; perform: Perform }) {
  const [restored, setRestored] = useState(lastRestored);
  const keep = (next: Restored | null) => {
    lastRestored = next;
    setRestored(next);
  };
  const planned = async (copy: Backup) => planRestore(copy.kept, await readKept(), edgesOf(profile, now()));
  const restore = async (copy: Backup): Promise<boolean> => {
    let isRestored = false;
    await perform(async () => {
      const edges = edgesOf(profile, now());
      const written = await restoreKept((standing) => planRestore(copy.kept, standing, edges));
      keep(written);
      isRestored = true;
      const { profiles } = await planned(copy);
      const areTaken = await takeCopiedProfiles(profiles, written, now());
      tellAll();
      return { text: areTaken ? t('data:restore.done') : t('data:restore.doneButProfiles') };
    });
    return isRestored;
  };
  const undo = () =>
    perform(async () => {
      if (!restored) return null;
      const stay = await takeRestoredBack(restored);
      keep(null);
      tellAll();
      return {
        text: stay === 0 ? t('data:restore.undone') : t('data:restore.undoneButSome', { number: stay }),
      };
    });
  return (
    <RestoreSection
      now={now}
      onPlan={planned}
      onRestore={restore}
      onUndo={restored ? () => void undo() : undefined}
    />
  );
}

/** What would be erased by its retention today is not brought back. */
function edgesOf({ callbacks, encounters }: Profile, at: Date): Edges {
  const daysAgo = (days: number) => at.getTime() - days * 86_400_000;
  return {
    callbacks: daysAgo(callbacks.retention),
    encounters: daysAgo(encounters.retention),
    history: daysAgo(historyDays),
  };
}

/** What the background, strips and readers go by has changed. */
function tellAll(): void {
  tellCallbacks();
  tellProfile();
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
