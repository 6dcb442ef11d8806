import { type RefObject, useId } from 'react';
import { translate as t } from '@/lib/i18n';
import { systemNames } from '@/lib/page';
import { compareProfiles, mergeProfiles, type Profile } from '@/lib/profile';
import { Changes } from './Changes';
import type { Candidate } from './candidate';
import { FoldedList } from './FoldedList';
import { daysLeft, layersOf, type ShownProfile, type TakenLayer, takenLayers } from './shown-profile';
import { useKeyNames } from './use-key-names';
import { type WhyNot, whyNotText } from './why-not';

/** More errors than these nobody mends at once. */
const firstErrors = 20;

export interface PreviewProps {
  candidate: Candidate;
  base: Profile;
  kept: readonly ShownProfile[];
  language: 'pl' | 'en';
  /** Where the administrator names any, only profiles that one of them has signed are taken. */
  keys: readonly string[];
  /** Layers that are the administrator's. */
  fixed: readonly TakenLayer[];
  now: Date;
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
      {candidate.kind !== 'bad' ? (
        <p>
          {candidate.kind === 'unreadable' ? t('profile:unreadable') : whyNotText({ reason: candidate.kind })}
        </p>
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

function GoodPreview(props: GoodPreviewProps) {
  const { candidate, base, kept, language, title, onLayer, onTake, onClose } = props;
  const id = useId();
  const { read, layer, fileName } = candidate;
  const { profile } = read;
  const newer = kept.find(({ read }) => read?.profile.id === profile.id && read.profile.seq > profile.seq);
  const barrier = barrierOf(props);
  const [before, after] = [layersOf(base, kept), layersOf(base, kept, candidate)].map(([, ...layers]) =>
    mergeProfiles(base, ...layers),
  ) as [Profile, Profile];
  return (
    <div className="preview-file">
      <h3 tabIndex={-1} ref={title}>
        {t('profile:preview', { name: profile.name })}
      </h3>
      <p className="soft">{t('profile:issueFrom', { seq: profile.seq, fileName })}</p>
      <SignedHow candidate={candidate} kept={kept} />
      {barrier && (
        <p className="fault" role="alert">
          {whyNotText(barrier)}
        </p>
      )}
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
          <Changes
            changes={compareProfiles(before, after)}
            language={language}
            systems={systemNames([...before.systems, ...after.systems])}
          />
        </>
      )}
      <div className="row decide">
        {!newer && !barrier && (
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

/** Why it cannot be taken, though it is a good profile. */
function barrierOf({ candidate, keys, fixed, now }: GoodPreviewProps): WhyNot | null {
  const { signature, read, layer } = candidate;
  if (fixed.includes(layer)) return { reason: 'policy' };
  if (keys.length > 0 && !(signature && keys.includes(signature.key))) return { reason: 'untrusted' };
  const left = daysLeft(read.profile, now);
  return left !== null && left < 0 ? { reason: 'expired', day: read.profile.validUntil ?? '' } : null;
}

/** Who vouches for the file; told aloud where it is another one than before. */
function SignedHow({ candidate, kept }: Pick<GoodPreviewProps, 'candidate' | 'kept'>) {
  const standing = kept.find(({ layer }) => layer === candidate.layer)?.signature ?? null;
  const { signature } = candidate;
  const [own, before] = useKeyNames([signature, standing].flatMap((one) => one?.key ?? []));
  const isOther = standing !== null && standing.key !== signature?.key;
  const said = signature ? own && t('profile:signedBy', { name: own }) : t('profile:unsigned');
  if (!isOther) return <p className="soft">{said}</p>;
  return (
    <p className="fault">
      {said} {t('profile:otherSigner', { name: signature ? before : own })}
    </p>
  );
}
