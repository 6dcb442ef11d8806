export { type Address, type AddressFault, addressOf } from './address';
export { originOfPattern, type SiteGrant, siteGrants } from './site-grants';
