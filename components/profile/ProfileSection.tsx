import { useEffect, useRef, useState } from 'react';
import { translate as t } from '@/lib/i18n';
import type { Profile } from '@/lib/profile';
import { type Signature, sealSigned } from '@/lib/signing';
import { useChosenFile } from '../chosen-file';
import { saveFile } from '../save-file';
import { AddressPart, type AddressPartProps } from './AddressPart';
import { AgedPart, type AgedPartProps } from './AgedPart';
import { type Candidate, readCandidate } from './candidate';
import { InForce } from './InForce';
import { PolicyPart, type ShownPolicy } from './PolicyPart';
import { Preview } from './Preview';
import {
  daysLeft,
  fileNameOf,
  layersOf,
  type ShownProfile,
  type TakenLayer,
  takenLayers,
} from './shown-profile';
import { useKeyNames } from './use-key-names';

export interface ProfileSectionProps {
  base: Profile;
  kept: readonly ShownProfile[];
  language: 'pl' | 'en';
  /**
   * Settles when the profile is taken, or when it could not be.
   *
   * @param file the exact text of the file
   * @returns whether it was taken
   */
  onTake(layer: TakenLayer, file: string, fileName: string): Promise<boolean>;
  onDrop(layer: TakenLayer): void;
  policy: ShownPolicy;
  onLookAtPolicy(): Promise<void>;
  address: AddressPartProps['state'];
  onAddress(address: string): void;
  onFetch(): void;
  onGiveUpAddress(): void;
  now: Date;
  aged: AgedPartProps;
}

/** „Profil”: what is in force and from where, and a way for the office's own file to come in. */
export function ProfileSection(props: ProfileSectionProps) {
  const { base, kept, language, policy, now, onTake, onDrop } = props;
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = candidate === null ? null : candidate.fileName;
  useEffect(() => {
    // What became of the file is read out; the button that was pressed may stand far above it.
    if (shown !== null) title.current?.focus();
  }, [shown]);

  const file = useChosenFile(
    (one) => readCandidate(one, language),
    (read) => {
      setCandidate(read);
      // The same file again is read again, and told again.
      title.current?.focus();
    },
  );
  const close = () => {
    file.leave();
    setCandidate(null);
    choose.current?.focus();
  };
  const take = async () => {
    if (candidate?.kind !== 'good') return;
    if (await onTake(candidate.layer, candidate.file, candidate.fileName)) close();
  };

  return (
    <section
      {...file.place}
      className={file.isOver ? 'profile is-over' : 'profile'}
      aria-labelledby="profile-title"
    >
      <h2 id="profile-title">{t('profile:title')}</h2>
      <p>{t('profile:text')}</p>
      <ul className="list">
        <li>
          <div>
            <strong>{t('profile:layer.base')}</strong>
            <p className="soft">{t('profile:shipped', { seq: base.seq })}</p>
          </div>
        </li>
        {takenLayers.map((layer) => {
          const one = kept.find((profile) => profile.layer === layer);
          return (
            <li key={layer}>
              <Layer layer={layer} profile={one} language={language} now={now} onDrop={() => onDrop(layer)} />
            </li>
          );
        })}
      </ul>
      <AgedPart {...props.aged} />
      <div className="choose">
        <button type="button" className="main" ref={choose} onClick={file.choose}>
          {t('profile:choose')}
        </button>
        <span className="soft">{t('profile:orDrop')}</span>
        <input {...file.field} accept=".json,application/json" />
      </div>
      {candidate !== null && (
        <Preview
          candidate={candidate}
          base={base}
          kept={kept}
          language={language}
          keys={policy.policy.signingKeys}
          fixed={takenLayers.filter((layer) => policy.policy[`${layer}Profile`] !== undefined)}
          now={now}
          title={title}
          onLayer={(layer) => candidate.kind === 'good' && setCandidate({ ...candidate, layer })}
          onTake={() => void take()}
          onClose={close}
        />
      )}
      <AddressPart
        state={props.address}
        language={language}
        onAddress={props.onAddress}
        onFetch={props.onFetch}
        onGiveUp={props.onGiveUpAddress}
      />
      <PolicyPart shown={policy} language={language} onLook={props.onLookAtPolicy} />
      <InForce layers={layersOf(base, kept)} language={language} />
    </section>
  );
}

interface LayerProps {
  layer: TakenLayer;
  profile: ShownProfile | undefined;
  language: 'pl' | 'en';
  now: Date;
  onDrop(): void;
}

function Layer({ layer, profile, language, now, onDrop }: LayerProps) {
  const name = t(`profile:layer.${layer}`);
  if (!profile) {
    return (
      <div>
        <strong>{name}</strong>
        <p className="soft">{t(`profile:missing.${layer}`)}</p>
      </div>
    );
  }
  const { read, takenAt, source, signature, from, isFixed } = profile;
  const fileName = fileNameOf(profile);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(takenAt);
  return (
    <>
      <div>
        <strong>{name}</strong>
        {read ? (
          <p>
            <span lang="pl">{read.profile.name}</span>, {t('profile:issue', { seq: read.profile.seq })}
          </p>
        ) : (
          <p className="fault">{t('profile:setAside')}</p>
        )}
        <p className="soft">
          {from.kind === 'file'
            ? t('profile:taken', { date, fileName })
            : from.kind === 'policy'
              ? t('profile:takenFromPolicy', { date })
              : t('profile:takenFromAddress', { date, address: from.address })}
        </p>
        {signature && <SignedBy signature={signature} />}
        {read && <Expiry left={daysLeft(read.profile, now)} />}
      </div>
      <div className="row">
        <button
          type="button"
          aria-label={t('profile:saveOf', { name })}
          onClick={() => saveFile(signature ? sealSigned(source, signature) : source, fileName)}
        >
          {t('profile:save')}
        </button>
        {!isFixed && (
          <button type="button" aria-label={t('profile:dropOf', { name })} onClick={onDrop}>
            {t('profile:drop')}
          </button>
        )}
      </div>
    </>
  );
}

function SignedBy({ signature }: { signature: Signature }) {
  const [name] = useKeyNames([signature.key]);
  return name === undefined ? null : <p className="soft">{t('profile:signedBy', { name })}</p>;
}

/** A month is long enough to ask for the next one. */
const soon = 31;

function Expiry({ left }: { left: number | null }) {
  if (left === null || left > soon) return null;
  return <p className="fault">{left < 0 ? t('profile:expired') : t('profile:expires', { count: left })}</p>;
}
