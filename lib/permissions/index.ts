export { type AddressFault, addressOf, addressRules, patternOf } from './address';
export { isHostPermitted, type SiteGrant, siteGrants } from './site-grants';
