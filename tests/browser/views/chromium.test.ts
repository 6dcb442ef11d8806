import { builds } from '../builds';
import { sitAtChromium } from '../seat/chromium';
import { everyView } from './every-view';

everyView(() => sitAtChromium({ extension: builds.chromiumWithHosts() }));
