import { useContext } from 'react';
import type { Leaf } from '@/lib/draft';
import { asksOfCandidates, candidatesOf, matchesOn, type Pointed, withAnswer } from '@/lib/pointing';
import { clauseText, type SystemNames } from '../condition';
import { type OpenTab, tabName } from './Bench';
import { type Offer, PointAt } from './PointAt';
import { PointingDesk } from './pointing-desk';
import { t } from './words';

/** What the lead points at becomes a condition. */
export function Pointing({ systems, onTake }: { systems: SystemNames; onTake(leaf: Leaf): void }) {
  const { readIn, now } = useContext(PointingDesk);

  /** The conditions that could be meant, and in which of all pages that are open each would match. */
  const find = async (pointed: Pointed, here: OpenTab, tabs: readonly OpenTab[]): Promise<Offer<Leaf>[]> => {
    const candidates = candidatesOf(pointed, here.context);
    const asks = asksOfCandidates(candidates);
    const pages = await Promise.all(
      tabs.map(async (tab) => ({
        tab,
        context: withAnswer(tab.context, await readIn(tab.tabId, asks).catch(() => null)),
      })),
    );
    return candidates.map((candidate) => {
      const matching = pages.filter(({ context }) => matchesOn(candidate, context, now()));
      return {
        key: JSON.stringify(candidate.leaf),
        value: candidate.leaf,
        text: clauseText({ kind: 'leaf', not: false, leaf: candidate.leaf }, systems),
        lasts: candidate.lasts,
        ground: t(`studio:point.ground.${candidate.ground}`),
        isHere: matching.some(({ tab }) => tab.tabId === here.tabId),
        elsewhere: matching
          .filter(({ tab }) => tab.tabId !== here.tabId)
          .map(({ tab }) => tabName(tab, systems)),
      };
    });
  };

  return (
    <PointAt
      systems={systems}
      words={{
        choose: t('studio:point.choose'),
        take: t('studio:point.take'),
        takeNamed: (clause) => t('studio:point.takeNamed', { clause }),
      }}
      find={find}
      onTake={onTake}
    />
  );
}
