export {
  isProfileAddress,
  noPolicy,
  type Policy,
  type PolicyFault,
  readPolicy,
} from './policy';
