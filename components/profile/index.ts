export { ProfileSection, type ProfileSectionProps } from './ProfileSection';
export type { ShownProfile } from './shown-profile';
