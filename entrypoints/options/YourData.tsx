import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Perform } from '@/components/notice';
import { type Language, translate as t } from '@/lib/i18n';
import { eraseEverything, saveClerk } from '@/lib/store';
import { tellProfile, tellSettings } from './tell-settings';
import type { Settings } from './use-settings';

const languages: [Language, string][] = [
  ['pl', 'Polski'],
  ['en', 'English'],
];

/** What is kept on this computer, the language, and the end of it all. */
export function YourData({ settings, perform }: { settings: Settings; perform: Perform }) {
  const { clerk, counts, profile, profiles } = settings;
  return (
    <>
      <section aria-labelledby="language-title">
        <h2 id="language-title">{t('options:data.language')}</h2>
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
      <section aria-labelledby="data-title">
        <h2 id="data-title">{t('options:data.title')}</h2>
        <p>{t('options:data.text')}</p>
        <ul className="facts">
          <li>{clerk.name === '' ? t('options:data.noClerk') : t('options:data.clerk')}</li>
          <li>{t('options:data.events', { count: counts.events })}</li>
          <li>{t('options:data.encounters', { count: counts.encounters })}</li>
          <li>{t('options:data.callbacks', { count: counts.callbacks })}</li>
          {profiles.length > 0 && <li>{t('profile:keptHere', { count: profiles.length })}</li>}
        </ul>
        <p className="soft">
          {t('options:data.retention', {
            callbacks: profile.callbacks.retention,
            encounters: profile.encounters.retention,
          })}
        </p>
        <DialogTrigger>
          <Button>{t('options:data.erase')}</Button>
          <ModalOverlay className="overlay" isDismissable>
            <Modal className="modal">
              <Dialog role="alertdialog">
                {({ close }) => (
                  <>
                    <Heading slot="title">{t('options:data.eraseTitle')}</Heading>
                    <p>{t('options:data.eraseText')}</p>
                    <div className="row">
                      <Button autoFocus onPress={close}>
                        {t('options:data.keep')}
                      </Button>
                      <Button
                        className="danger"
                        onPress={() => {
                          close();
                          perform(async () => {
                            await eraseEverything();
                            tellProfile();
                            return { text: t('options:data.erased') };
                          });
                        }}
                      >
                        {t('options:data.eraseSure')}
                      </Button>
                    </div>
                  </>
                )}
              </Dialog>
            </Modal>
          </ModalOverlay>
        </DialogTrigger>
      </section>
    </>
  );
}
