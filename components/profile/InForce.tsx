import { translate as t } from '@/lib/i18n';
import {
  mergeProfiles,
  originsOf,
  type Profile,
  type ProfileLayer,
  type ProfileValue,
  profileLists,
  profileValues,
} from '@/lib/profile';
import { hoursText, valueLabel, valueText } from './words';

/** What is in force, value by value and list by list, and from which profile it comes. */
export function InForce({ layers, language }: { layers: ProfileLayer[]; language: 'pl' | 'en' }) {
  const [base, ...taken] = layers;
  if (!base) return null;
  const profile = mergeProfiles(base.profile, ...taken);
  const { lists } = originsOf(layers);
  return (
    <details className="in-force">
      <summary>{t('profile:inForce')}</summary>
      <table>
        <ValueHead />
        <tbody>
          <ValueRows layers={layers} language={language} values={profileValues} />
          {profileLists.map((list) => {
            const origins = [...lists[list].values()];
            const parts = layers
              .map(({ layer }) => ({ layer, count: origins.filter((one) => one === layer).length }))
              .filter(({ count }) => count > 0)
              .map(({ layer, count }) => t('profile:partFrom', { from: t(`profile:from.${layer}`), count }));
            return (
              <tr key={list}>
                <th scope="row">{t(`profile:list.${list}`)}</th>
                <td>{profile[list].length}</td>
                <td>{parts.join(', ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function ValueHead() {
  return (
    <thead>
      <tr>
        <th scope="col">{t('profile:what')}</th>
        <th scope="col">{t('profile:is')}</th>
        <th scope="col">{t('profile:whence')}</th>
      </tr>
    </thead>
  );
}

interface ValuesProps {
  layers: ProfileLayer[];
  language: 'pl' | 'en';
  values: readonly ProfileValue[];
}

/** Some values that are in force, and from which profile each comes. */
export function ValuesInForce(props: ValuesProps) {
  return (
    <table className="values">
      <ValueHead />
      <tbody>
        <ValueRows {...props} />
      </tbody>
    </table>
  );
}

function ValueRows({ layers, language, values }: ValuesProps) {
  const [base, ...taken] = layers;
  if (!base) return null;
  const profile = mergeProfiles(base.profile, ...taken);
  const origins = originsOf(layers).values;
  return values.map((value) => {
    const layer = origins[value];
    return (
      <tr key={value}>
        <th scope="row">{valueLabel(value)}</th>
        <td>{valueIn(profile, value, language)}</td>
        <td>{layer === undefined ? '' : t(`profile:from.${layer}`)}</td>
      </tr>
    );
  });
}

function valueIn(profile: Profile, value: (typeof profileValues)[number], language: 'pl' | 'en'): string {
  switch (value) {
    case 'office':
    case 'referat':
    case 'introduction':
      return valueText(profile[value], language);
    case 'callbacks.hours':
      return hoursText(profile.callbacks.hours, language);
    case 'callbacks.promptly':
      return valueText(profile.callbacks.promptly, language);
    case 'callbacks.retention':
      return valueText(profile.callbacks.retention, language);
    case 'callbacks.escalation.before':
      return valueText(profile.callbacks.escalation.before, language);
    case 'callbacks.escalation.every':
      return valueText(profile.callbacks.escalation.every, language);
    case 'callbacks.escalation.substituteAfter':
      return valueText(profile.callbacks.escalation.substituteAfter, language);
    case 'callbacks.maskPhones':
      return valueText(profile.callbacks.maskPhones, language);
    case 'encounters.retention':
      return valueText(profile.encounters.retention, language);
    case 'encounters.caseSigns':
      return t(`profile:caseSigns.${profile.encounters.caseSigns}`);
    case 'budget.perDay':
      return valueText(profile.budget.perDay, language);
    case 'budget.perEncounter':
      return valueText(profile.budget.perEncounter, language);
    case 'budget.perMoment':
      return valueText(profile.budget.perMoment, language);
  }
}
