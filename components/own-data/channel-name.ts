import { translate as t } from '@/lib/i18n';
import type { Channel } from '@/lib/standard';

export const channelName = (channel: Channel): string => t(`common:channel.${channel}`);
