import '@/components/tokens.css';
import '@/components/note/note.css';
import '@/components/note/sheet.css';
import { createRoot } from 'react-dom/client';
import { LockGate } from '@/components/lock-gate';
import { addressOf } from '@/lib/client-note';
import { holdUpdates, lockStore } from '@/lib/store';
import { NotePage } from './NotePage';

holdUpdates();
createRoot(document.getElementById('root') as HTMLElement).render(
  <LockGate store={lockStore}>
    <NotePage address={addressOf(location.search)} />
  </LockGate>,
);
