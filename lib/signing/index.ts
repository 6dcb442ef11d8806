export { type LockedKey, makeKey, openKey, readLockedKey, type SigningKey } from './key';
export { keyName, openSigned, type Signature, sealSigned, signProfile } from './signed-file';
