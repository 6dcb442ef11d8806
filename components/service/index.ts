export { Serving } from './Serving';
export { type PromiseDetails, WaitingCalls } from './WaitingCalls';
export { type WaitingCall, waitingCalls } from './waiting-call';
