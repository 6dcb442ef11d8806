import { builds } from '../builds';
import { sitAtFirefox } from '../seat/firefox';
import { everyView } from './every-view';

everyView(() => sitAtFirefox(builds.firefoxWithHosts()));
