import { mistakesUnder, setValue } from '@/lib/draft';
import type { SentenceField as Fact } from '@/lib/profile';
import { Field, TextInput, WordsInput } from './Field';
import type { PartProps } from './People';
import { SentenceField } from './SentenceField';
import { t } from './words';

const lines = ['name', 'id', 'office.name', 'office.phone', 'referat.name', 'referat.phone'] as const;
const names = {
  name: 'name',
  id: 'id',
  'office.name': 'officeName',
  'office.phone': 'officePhone',
  'referat.name': 'referatName',
  'referat.phone': 'referatPhone',
} as const;

/** Whose profile it is, and how its people introduce themselves. */
export function About({
  draft,
  edit,
  mistakes,
  facts,
}: PartProps & { facts: Partial<Record<Fact, string>> }) {
  const { office, referat } = draft;
  const values = {
    name: draft.name,
    id: draft.id,
    'office.name': office?.name,
    'office.phone': office?.phone,
    'referat.name': referat?.name,
    'referat.phone': referat?.phone,
  };
  const write = (path: string, value: unknown) => edit((now) => setValue(now, path, value), `about ${path}`);
  return (
    <div className="about">
      <p className="soft">
        {referat === undefined ? t('studio:about.wholeOffice') : t('studio:about.oneReferat')}
      </p>
      <div className="pairs">
        {lines.map((path) => (
          <TextInput
            key={path}
            label={t(`studio:about.${names[path]}`)}
            hint={path === 'id' ? t('studio:about.idHint') : undefined}
            value={values[path]}
            mistakes={mistakesUnder(mistakes, path)}
            // A name that must be there stays, empty, with what is wrong told beside it.
            onChange={(value) =>
              write(path, value === '' && path !== 'name' && path !== 'id' ? undefined : value)
            }
          />
        ))}
      </div>
      <WordsInput
        label={t('studio:about.cells')}
        hint={t('studio:about.cellsHint')}
        values={referat?.cells}
        mistakes={mistakesUnder(mistakes, 'referat.cells')}
        onChange={(cells) => write('referat.cells', cells.length > 0 ? cells : undefined)}
      />
      <Field
        label={t('studio:about.validUntil')}
        hint={t('studio:about.validUntilHint')}
        mistakes={mistakesUnder(mistakes, 'validUntil')}
      >
        {(control) => (
          <input
            {...control}
            className="day-field"
            type="date"
            value={draft.validUntil ?? ''}
            onChange={({ target }) => write('validUntil', target.value || undefined)}
          />
        )}
      </Field>
      <SentenceField
        label={t('studio:about.introduction')}
        hint={t('studio:about.introductionHint')}
        value={draft.introduction}
        facts={facts}
        mistakes={mistakesUnder(mistakes, 'introduction')}
        onChange={(introduction) => write('introduction', introduction)}
      />
    </div>
  );
}
