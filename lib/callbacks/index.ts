export {
  type Attempt,
  type Callback,
  type CallbackReason,
  type CallbackState,
  isPending,
} from './callback';
