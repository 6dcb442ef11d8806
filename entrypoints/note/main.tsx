import '@/components/tokens.css';
import '@/components/note/note.css';
import '@/components/note/sheet.css';
import { createRoot } from 'react-dom/client';
import { addressOf } from '@/lib/client-note';
import { NotePage } from './NotePage';

createRoot(document.getElementById('root') as HTMLElement).render(
  <NotePage address={addressOf(location.search)} />,
);
