import { Label, Radio, RadioGroup } from 'react-aria-components';
import { translate as t } from '@/lib/i18n';
import { channels as allChannels, type Channel } from '@/lib/standard';

export interface ChannelSwitchProps {
  channel: Channel;
  channels: Channel[];
  onChange(channel: Channel): void;
}

/** How the clerk and the client meet; the arrow keys go through it. */
export function ChannelSwitch({ channel, channels, onChange }: ChannelSwitchProps) {
  return (
    <RadioGroup
      className="channels"
      orientation="horizontal"
      value={channel}
      onChange={(value) => {
        const chosen = allChannels.find((one) => one === value);
        if (chosen) onChange(chosen);
      }}
    >
      <Label className="visually-hidden">{t('panel:channel.name')}</Label>
      {channels.map((one) => (
        <Radio key={one} value={one} className="channel">
          {t(`common:channel.${one}`)}
        </Radio>
      ))}
    </RadioGroup>
  );
}
