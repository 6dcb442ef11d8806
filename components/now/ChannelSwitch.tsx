import { startTransition, useOptimistic } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { translate as t } from '@/lib/i18n';
import { channels as allChannels, type Channel } from '@/lib/standard';

export interface ChannelSwitchProps {
  channel: Channel;
  channels: Channel[];
  /** Settles when it is written, or when it could not be. */
  onChange(channel: Channel): Promise<void>;
}

/** How the clerk and the client meet; the arrow keys go through it. */
export function ChannelSwitch({ channel, channels, onChange }: ChannelSwitchProps) {
  // Answers the press at once, and goes back where the writing failed.
  const [shown, setShown] = useOptimistic(channel);
  return (
    <RadioGroup
      className="channels"
      orientation="horizontal"
      value={shown}
      onChange={(value) => {
        const chosen = allChannels.find((one) => one === value);
        if (chosen) {
          startTransition(async () => {
            setShown(chosen);
            await onChange(chosen);
          });
        }
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
