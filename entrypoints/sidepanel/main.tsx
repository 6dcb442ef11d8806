import '@/components/tokens.css';
import '@/components/now/now.css';
import '@/components/service/service.css';
import '@/components/ending/ending.css';
import '@/components/passing/passing.css';
import '@/components/callbacks/callbacks.css';
import '@/components/hand-over/hand-over.css';
import '@/components/glossary/glossary.css';
import '@/components/plain-language/plain-language.css';
import './panel.css';
import { createRoot } from 'react-dom/client';
import { LockGate } from '@/components/lock-gate';
import { holdUpdates, lockStore } from '@/lib/store';
import { Panel } from './Panel';

holdUpdates();
createRoot(document.getElementById('root') as HTMLElement).render(
  <LockGate store={lockStore}>
    <Panel />
  </LockGate>,
);
