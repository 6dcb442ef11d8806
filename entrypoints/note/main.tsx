import '@/components/tokens.css';
import '@/components/note/note.css';
import '@/components/note/sheet.css';
import { createRoot } from 'react-dom/client';
import { addressOf } from '@/lib/client-note';
import { holdUpdates } from '@/lib/store';
import { NotePage } from './NotePage';

holdUpdates();
createRoot(document.getElementById('root') as HTMLElement).render(
  <NotePage address={addressOf(location.search)} />,
);
