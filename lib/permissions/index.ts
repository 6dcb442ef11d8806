export { type AddressFault, addressOf } from './address';
export { type SiteGrant, siteGrants } from './site-grants';
