import { type RefObject, useState } from 'react';
import { parseSkeleton, type Skeleton, type SkeletonFault, skeletonLimits } from '@/lib/skeleton';
import { useChosenFile } from '../chosen-file';
import { t } from './words';

export interface OpenPartProps {
  /** The name of the skeleton that was opened here and is on the bench; null for none. */
  openedHere: string | null;
  status: RefObject<HTMLParagraphElement | null>;
  onSkeleton(skeleton: Skeleton, name: string): void;
}

/** A saved skeleton is chosen or dropped. A bad file changes nothing on the bench. */
export function OpenPart({ openedHere, status, onSkeleton }: OpenPartProps) {
  const [fault, setFault] = useState<{ fault: SkeletonFault; name: string } | null>(null);
  const { field, place, isOver, choose } = useChosenFile(readFile, (read, { name }) => {
    setFault(read.ok ? null : { fault: read.fault, name });
    if (read.ok) onSkeleton(read.skeleton, name);
    else status.current?.focus();
  });
  return (
    <section {...place} className={isOver ? 'drop is-over' : 'drop'} aria-labelledby="skeleton-open">
      <h4 id="skeleton-open">{t('skeleton:open.title')}</h4>
      <p className="soft">{t('skeleton:open.text')}</p>
      <input {...field} accept=".json,application/json" aria-label={t('skeleton:open.file')} />
      <button type="button" onClick={choose}>
        {t('skeleton:open.choose')}
      </button>
      <p role="status" tabIndex={-1} ref={status}>
        {fault === null
          ? openedHere !== null && t('skeleton:open.opened', { name: openedHere })
          : faultText(fault.fault, fault.name)}
      </p>
    </section>
  );
}

/** Never rejects; what is too big is not read. */
async function readFile(file: File): Promise<ReturnType<typeof parseSkeleton>> {
  if (file.size > skeletonLimits.bytes)
    return { ok: false, fault: { path: '', is: 'too-big', what: `${skeletonLimits.bytes / 1024} kB` } };
  try {
    return parseSkeleton(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return { ok: false, fault: { path: '', is: 'unreadable' } };
  }
}

/** What is wrong, where, and what to do. */
function faultText({ is, path, what = '' }: SkeletonFault, name: string): string {
  const sentence = t(`skeleton:fault.${is}`, { what });
  return path === ''
    ? t('skeleton:fault.inFile', { name, sentence })
    : t('skeleton:fault.atPlace', { name, path, sentence });
}
