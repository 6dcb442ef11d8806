import i18next, { type TFunction } from 'i18next';
import callbacksEn from './en/callbacks.json';
import commonEn from './en/common.json';
import conditionEn from './en/condition.json';
import endingEn from './en/ending.json';
import glossaryEn from './en/glossary.json';
import letterEn from './en/letter.json';
import noteEn from './en/note.json';
import optionsEn from './en/options.json';
import panelEn from './en/panel.json';
import passingEn from './en/passing.json';
import profileEn from './en/profile.json';
import serviceEn from './en/service.json';
import stripEn from './en/strip.json';
import type backupPl from './pl/backup.json';
import callbacksPl from './pl/callbacks.json';
import commonPl from './pl/common.json';
import conditionPl from './pl/condition.json';
import type dataPl from './pl/data.json';
import endingPl from './pl/ending.json';
import glossaryPl from './pl/glossary.json';
import type handOverPl from './pl/hand-over.json';
import type healthPl from './pl/health.json';
import type insightPl from './pl/insight.json';
import letterPl from './pl/letter.json';
import type lockPl from './pl/lock.json';
import notePl from './pl/note.json';
import optionsPl from './pl/options.json';
import panelPl from './pl/panel.json';
import passingPl from './pl/passing.json';
import profilePl from './pl/profile.json';
import servicePl from './pl/service.json';
import type skeletonPl from './pl/skeleton.json';
import stripPl from './pl/strip.json';
import type studioPl from './pl/studio.json';
import type systemsPl from './pl/systems.json';

/** Polish is the office's language and the default, whatever the browser's; English is the clerk's choice. */
export type Language = 'pl' | 'en';

const resources = {
  pl: {
    common: commonPl,
    condition: conditionPl,
    panel: panelPl,
    options: optionsPl,
    strip: stripPl,
    service: servicePl,
    ending: endingPl,
    note: notePl,
    passing: passingPl,
    callbacks: callbacksPl,
    profile: profilePl,
    glossary: glossaryPl,
    letter: letterPl,
  },
  en: {
    common: commonEn,
    condition: conditionEn,
    panel: panelEn,
    options: optionsEn,
    strip: stripEn,
    service: serviceEn,
    ending: endingEn,
    note: noteEn,
    passing: passingEn,
    callbacks: callbacksEn,
    profile: profileEn,
    glossary: glossaryEn,
    letter: letterEn,
  },
};

/** Texts of screens that are brought when first opened; each brings its own (`addTexts`). */
interface Later {
  backup: typeof backupPl;
  data: typeof dataPl;
  'hand-over': typeof handOverPl;
  health: typeof healthPl;
  insight: typeof insightPl;
  lock: typeof lockPl;
  skeleton: typeof skeletonPl;
  studio: typeof studioPl;
  systems: typeof systemsPl;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['pl'] & Later;
  }
}

// Resources are compiled in, so this is done when it returns.
void i18next.init({
  lng: 'pl',
  fallbackLng: false,
  defaultNS: 'common',
  resources,
  initAsync: false,
  interpolation: { escapeValue: false },
});

export type Translate = TFunction<
  [
    'common',
    'condition',
    'panel',
    'options',
    'strip',
    'service',
    'callbacks',
    'ending',
    'note',
    'passing',
    'profile',
    'glossary',
    'data',
    'backup',
    'letter',
    'hand-over',
    'health',
    'insight',
    'lock',
    'skeleton',
    'studio',
    'systems',
  ]
>;

/** Chooses the language of this extension context. */
export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
}

/** `translate('panel:greeting.title')`; plurals by `count`, names in `{{ }}`. */
export const translate: Translate = i18next.t;

/** Adds the texts of a screen that is brought when first opened. @returns `translate`, which knows them then */
export function addTexts<Space extends keyof Later>(
  space: Space,
  texts: Record<Language, Record<string, unknown>>,
): Translate {
  i18next.addResourceBundle('pl', space, texts.pl);
  i18next.addResourceBundle('en', space, texts.en);
  return translate;
}
