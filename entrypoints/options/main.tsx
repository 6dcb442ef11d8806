import '@/components/tokens.css';
import './options.css';
import '@/components/profile/profile.css';
import { createRoot } from 'react-dom/client';
import { Options } from './Options';

createRoot(document.getElementById('root') as HTMLElement).render(<Options />);
