import { type FormEvent, useId, useRef, useState } from 'react';
import type { Perform } from '@/components/notice';
import { translate as t } from '@/lib/i18n';
import { type AddressFault, addressOf, addressRules, type SiteGrant } from '@/lib/permissions';
import { askFor, giveUp, type Sites } from './sites';

export interface SiteListProps {
  sites: Sites;
  perform: Perform;
}

/** Permits one address: typed, or that of an open tab. @param first what stands in the field to begin with */
export function PermitSite({ sites, perform, first = '' }: SiteListProps & { first?: string }) {
  const permit = (origin: string, pattern: string) => {
    const asked = askFor(pattern);
    perform(async () => {
      const isGiven = await asked.catch(() => false);
      return {
        text: isGiven ? t('options:sites.permitted', { origin }) : t('options:sites.refused', { origin }),
      };
    });
  };
  return (
    <>
      <AddressForm grants={sites.grants} first={first} onPermit={permit} />
      {sites.open.length > 0 && (
        <div className="row">
          <span className="soft">{t('options:sites.open')}</span>
          {sites.open.map(({ origin, pattern }) => (
            <button key={pattern} type="button" onClick={() => permit(origin, pattern)}>
              {origin}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

/** The addresses Obok may read: one added at a time, each taken back by one press. */
export function SiteList({ sites, perform }: SiteListProps) {
  return (
    <div className="sites">
      <PermitSite sites={sites} perform={perform} />
      <h3>{t('options:sites.granted')}</h3>
      {sites.grants.length === 0 ? (
        <p className="soft">{t('options:sites.none')}</p>
      ) : (
        <ul className="list">
          {sites.grants.map((grant) => (
            <Site key={grant.pattern} grant={grant} perform={perform} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Site({ grant, perform }: { grant: SiteGrant; perform: Perform }) {
  const { origin, pattern, isFixed } = grant;
  return (
    <li>
      <div>
        <strong>{origin}</strong>
        {origin.startsWith('http://') && <p className="soft">{t('options:sites.plain')}</p>}
      </div>
      {isFixed ? (
        <span className="soft">{t('options:sites.fixed')}</span>
      ) : (
        <button
          type="button"
          aria-label={t('options:sites.removeOf', { origin })}
          onClick={() =>
            perform(async () => ({
              text: (await giveUp(pattern))
                ? t('options:sites.removed', { origin })
                : t('options:sites.kept', { origin }),
            }))
          }
        >
          {t('options:sites.remove')}
        </button>
      )}
    </li>
  );
}

interface AddressFormProps {
  grants: SiteGrant[];
  first: string;
  onPermit(origin: string, pattern: string): void;
}

function AddressForm({ grants, first, onPermit }: AddressFormProps) {
  const [text, setText] = useState(first);
  const [fault, setFault] = useState<AddressFault | 'known' | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(text, addressRules);
    const found =
      typeof address === 'string'
        ? address
        : grants.some(({ pattern }) => pattern === address.pattern)
          ? 'known'
          : null;
    setFault(found);
    if (typeof address === 'string' || found !== null) {
      input.current?.focus();
      return;
    }
    setText('');
    onPermit(address.origin, address.pattern);
  };
  return (
    <form className="address" onSubmit={submit} noValidate>
      <label htmlFor={id}>{t('options:sites.address')}</label>
      <div className="row">
        <input
          id={id}
          ref={input}
          value={text}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          placeholder="ezd.gmina.pl"
          aria-invalid={fault !== null}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
        />
        <button type="submit" className="main">
          {t('options:sites.permit')}
        </button>
      </div>
      <div role="alert">
        {fault !== null && (
          <p className="fault" id={`${id}-fault`}>
            {t(`options:fault.${fault}`)}
          </p>
        )}
      </div>
    </form>
  );
}
