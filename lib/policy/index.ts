export {
  type ClerkFacts,
  isProfileAddress,
  noPolicy,
  type Policy,
  type PolicyFault,
  readPolicy,
} from './policy';
