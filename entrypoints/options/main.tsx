import '@/components/tokens.css';
import './options.css';
import '@/components/profile/profile.css';
import { createRoot } from 'react-dom/client';
import { LockGate } from '@/components/lock-gate';
import { holdUpdates, lockStore } from '@/lib/store';
import { BroughtHealth } from './BroughtHealth';
import { Options } from './Options';

holdUpdates();
createRoot(document.getElementById('root') as HTMLElement).render(
  <LockGate store={lockStore} health={<BroughtHealth />}>
    <Options />
  </LockGate>,
);
