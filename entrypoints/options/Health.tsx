import '@/components/health/health.css';
import { useCallback, useEffect, useState } from 'react';
import { type Examined, HealthSection } from '@/components/health';
import { saveFile } from '@/components/save-file';
import { examine } from '@/lib/health';
import { findFacts } from './find-facts';

/** „Stan Oboka”, also where the store cannot be opened. */
export function Health() {
  const [examined, setExamined] = useState<Examined>({ kind: 'looking' });
  const look = useCallback(async () => {
    const at = new Date();
    setExamined({ kind: 'examined', checks: examine(await findFacts(at)), at });
  }, []);
  useEffect(() => void look(), [look]);
  return (
    <HealthSection
      examined={examined}
      onLook={() => {
        setExamined({ kind: 'looking' });
        void look();
      }}
      onCopy={(report) => navigator.clipboard.writeText(report)}
      onSave={async (report) => saveFile(report, 'obok-stan.txt', 'text/plain')}
    />
  );
}
