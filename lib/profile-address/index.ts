export {
  type AddressState,
  type Fetched,
  type FetchProblem,
  fetchProfile,
  freshAddress,
  nextFetchAt,
} from './profile-address';
