import type { Perform } from '@/components/notice';
import type { Outcome } from '@/lib/callbacks';
import { translate as t } from '@/lib/i18n';
import { currentEncounter, endEncounter, startEncounter, turnBack } from '@/lib/store';
import { tell } from './tell';

/**
 * A client is rung: with the call its service begins, so that the moments and the ending of an outgoing call follow. The
 * service of another client that runs goes on.
 *
 * @returns the id of the service that began; null where none did
 */
export async function beginCall(perform: Perform): Promise<string | null> {
  let id: string | null = null;
  await perform(async () => {
    if (await currentEncounter()) return null;
    const begun = await startEncounter('phone-out', new Date());
    id = begun.id;
    tell('encounter');
    return {
      text: t('callbacks:told.callBegun'),
      undo: async () => {
        // The service never was.
        const isBack = await turnBack({ atDesk: begun, setAside: null, callback: null }, new Date());
        tell('encounter');
        return { text: t(isBack ? 'callbacks:told.callNotBegun' : 'callbacks:told.callStays') };
      },
    };
  });
  return id;
}

/**
 * The call is over. Where the client was reached, its service goes on to its ending; otherwise there was nobody to serve.
 *
 * @param id of the service that began with the call
 */
export async function endCall(id: string | null, outcome: Outcome): Promise<'reached' | 'over'> {
  if (id === null || (await currentEncounter())?.id !== id) return 'over';
  if (outcome.kind === 'reached') return 'reached';
  await endEncounter(new Date());
  tell('encounter');
  return 'over';
}
