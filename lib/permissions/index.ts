export { type AddressFault, addressOf, addressRules, patternOf } from './address';
export { type SiteGrant, siteGrants } from './site-grants';
