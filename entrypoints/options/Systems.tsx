import type { Perform } from '@/components/notice';
import { Tick } from '@/components/tick';
import { translate as t } from '@/lib/i18n';
import type { System } from '@/lib/page';
import type { Switches } from '@/lib/reminders';
import { changeSwitches } from '@/lib/store';
import type { UnderliningChoices } from '@/lib/underlining';
import { SiteList } from './SiteList';
import type { Sites } from './sites';
import { TermsInPage } from './TermsInPage';
import { tellSettings } from './tell-settings';

export interface SystemsProps {
  sites: Sites;
  systems: System[];
  switches: Switches;
  underlining: UnderliningChoices;
  perform: Perform;
}

async function write(change: (switches: Switches) => Switches) {
  await changeSwitches(change);
  tellSettings();
  return { text: t('options:saved') };
}

const without = (list: string[], one: string) => list.filter((each) => each !== one);

/** Which addresses are read, where the strip may come up, and where hard words are underlined. */
export function Systems({ sites, systems, switches, underlining, perform }: SystemsProps) {
  return (
    <>
      <section aria-labelledby="sites-title">
        <h2 id="sites-title">{t('options:sites.title')}</h2>
        <p>{t('options:start.reads')}</p>
        <SiteList sites={sites} perform={perform} />
      </section>
      <section aria-labelledby="strip-title">
        <h2 id="strip-title">{t('options:strip.title')}</h2>
        <p>{t('options:strip.text')}</p>
        <Tick
          isOn={switches.quiet}
          onChange={(isOn) => perform(() => write((now) => ({ ...now, quiet: isOn })))}
        >
          {t('options:strip.quiet')}
        </Tick>
        <fieldset className="switches">
          <legend>{t('options:strip.systems')}</legend>
          {systems.map(({ id, name }) => (
            <Tick
              key={id}
              isOn={!switches.systems.includes(id)}
              onChange={(isOn) =>
                perform(() =>
                  write((now) => ({
                    ...now,
                    systems: isOn ? without(now.systems, id) : [...without(now.systems, id), id],
                  })),
                )
              }
            >
              {name}
            </Tick>
          ))}
        </fieldset>
        {switches.addresses.length > 0 && (
          <>
            <h3>{t('options:strip.addresses')}</h3>
            <ul className="list">
              {switches.addresses.map((address) => (
                <li key={address}>
                  <span>{address}</span>
                  <button
                    type="button"
                    aria-label={t('options:strip.switchOnOf', { address })}
                    onClick={() =>
                      perform(() => write((now) => ({ ...now, addresses: without(now.addresses, address) })))
                    }
                  >
                    {t('options:strip.switchOn')}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <TermsInPage systems={systems} underlining={underlining} perform={perform} />
    </>
  );
}
