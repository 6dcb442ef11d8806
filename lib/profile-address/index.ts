export {
  type AddressState,
  type Fetched,
  fetchProfile,
  freshAddress,
  nextFetchAt,
} from './profile-address';
