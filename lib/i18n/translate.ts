import i18next, { type TFunction } from 'i18next';
import commonEn from './en/common.json';
import optionsEn from './en/options.json';
import panelEn from './en/panel.json';
import stripEn from './en/strip.json';
import commonPl from './pl/common.json';
import optionsPl from './pl/options.json';
import panelPl from './pl/panel.json';
import stripPl from './pl/strip.json';

/** Polish is the office's language and the default, whatever the browser's; English is the clerk's choice. */
export type Language = 'pl' | 'en';

const resources = {
  pl: { common: commonPl, panel: panelPl, options: optionsPl, strip: stripPl },
  en: { common: commonEn, panel: panelEn, options: optionsEn, strip: stripEn },
};

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['pl'];
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

export type Translate = TFunction<['common', 'panel', 'options', 'strip']>;

/** Chooses the language of this extension context. */
export function setLanguage(language: Language): void {
  void i18next.changeLanguage(language);
}

/** `translate('panel:greeting.title')`; plurals by `count`, names in `{{ }}`. */
export const translate: Translate = i18next.t;
