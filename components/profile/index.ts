export { ValuesInForce } from './InForce';
export { ProfileSection, type ProfileSectionProps } from './ProfileSection';
export { layersOf, type ShownProfile } from './shown-profile';
export { whyNotText } from './why-not';
