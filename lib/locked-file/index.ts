export {
  type FileFault,
  isLongEnough,
  isSamePassword,
  lockedFileFault,
  lockFile,
  proposedPassword,
  shortestPassword,
  unlockFile,
} from './locked-file';
