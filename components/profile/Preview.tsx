import { type RefObject, useId } from 'react';
import { translate as t } from '@/lib/i18n';
import { compareProfiles, mergeProfiles, type Profile } from '@/lib/profile';
import { Changes } from './Changes';
import type { Candidate } from './candidate';
import { FoldedList } from './FoldedList';
import { layersOf, type ShownProfile, type TakenLayer, takenLayers } from './shown-profile';

/** More errors than these nobody mends at once. */
const firstErrors = 20;

export interface PreviewProps {
  candidate: Candidate;
  base: Profile;
  kept: readonly ShownProfile[];
  language: 'pl' | 'en';
  title: RefObject<HTMLHeadingElement | null>;
  onLayer(layer: TakenLayer): void;
  onTake(): void;
  onClose(): void;
}

/** What a chosen file would do, before anything is done. */
export function Preview({ candidate, title, onClose, ...more }: PreviewProps) {
  const { fileName } = candidate;
  if (candidate.kind === 'good') {
    return <GoodPreview candidate={candidate} title={title} onClose={onClose} {...more} />;
  }
  return (
    <div className="preview-file">
      <h3 tabIndex={-1} ref={title}>
        {t('profile:bad', { fileName })}
      </h3>
      {candidate.kind === 'unreadable' ? (
        <p>{t('profile:unreadable')}</p>
      ) : (
        <>
          <p>{t('profile:badText')}</p>
          <FoldedList
            items={candidate.errors}
            first={firstErrors}
            keyOf={({ path }, index) => `${index} ${path}`}
            className="errors"
          >
            {({ path, message }) => (
              <>
                {path === '' ? <strong>{t('profile:wholeFile')}</strong> : <code>{path}</code>}
                <span>{message}</span>
              </>
            )}
          </FoldedList>
        </>
      )}
      <button type="button" onClick={onClose}>
        {t('profile:close')}
      </button>
    </div>
  );
}

type GoodPreviewProps = Omit<PreviewProps, 'candidate'> & {
  candidate: Extract<Candidate, { kind: 'good' }>;
};

function GoodPreview({ candidate, base, kept, language, title, onLayer, onTake, onClose }: GoodPreviewProps) {
  const id = useId();
  const { read, layer, fileName } = candidate;
  const { profile } = read;
  const newer = kept.find(({ read }) => read?.profile.id === profile.id && read.profile.seq > profile.seq);
  const [before, after] = [layersOf(base, kept), layersOf(base, kept, candidate)].map(([, ...layers]) =>
    mergeProfiles(base, ...layers),
  ) as [Profile, Profile];
  return (
    <div className="preview-file">
      <h3 tabIndex={-1} ref={title}>
        {t('profile:preview', { name: profile.name })}
      </h3>
      <p className="soft">{t('profile:issueFrom', { seq: profile.seq, fileName })}</p>
      {newer ? (
        <p className="fault" role="alert">
          {t('profile:lower', { standing: newer.read?.profile.seq, seq: profile.seq })}
        </p>
      ) : (
        <>
          <fieldset className="switches">
            <legend>{t('profile:whose')}</legend>
            <div className="row">
              {takenLayers.map((one) => (
                <label key={one} className="check">
                  <input type="radio" name={id} checked={one === layer} onChange={() => onLayer(one)} />
                  <span>{t(`profile:whose_${one}`)}</span>
                </label>
              ))}
            </div>
            <p className="soft">
              {profile.referat === undefined ? t('profile:namesNoReferat') : t('profile:namesReferat')}
            </p>
          </fieldset>
          <h4>{t('profile:changes')}</h4>
          <Changes changes={compareProfiles(before, after)} language={language} />
        </>
      )}
      <div className="row decide">
        {!newer && (
          <button type="button" className="main" onClick={onTake}>
            {t('profile:take')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {newer ? t('profile:close') : t('profile:leave')}
        </button>
      </div>
    </div>
  );
}
