import { Module } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { readConfig } from '../config/read-config';
import { channelSettings } from '../config/settings';
import { MessageChannels, type MessageChannel, type PhoneChannel } from './message-channel';
import { SWITCHED_OFF, WebhookChannel } from './webhook-channel';

class ConfiguredChannels extends MessageChannels {
  private readonly channels: Readonly<Record<PhoneChannel, MessageChannel>>;

  constructor(clock: Clock) {
    super();
    const { smsUrl, smsSecret, smsKey, wechatUrl, wechatSecret, wechatKey, timeoutMs } = readConfig(channelSettings);
    const channel = (url: string | undefined, secret: string | undefined, key: 'honoured' | 'ignored') =>
      url === undefined
        ? SWITCHED_OFF
        : new WebhookChannel({ url, secret, honoursKey: key === 'honoured', timeoutMs }, () => clock.now());
    this.channels = {
      SMS: channel(smsUrl, smsSecret, smsKey),
      WECHAT: channel(wechatUrl, wechatSecret, wechatKey),
    };
  }

  override of(channel: PhoneChannel): MessageChannel {
    return this.channels[channel];
  }
}

/** Lets who imports it reach phones: the deliveries of the worker do, the API never. */
@Module({
  providers: [
    { provide: MessageChannels, inject: [Clock], useFactory: (clock: Clock) => new ConfiguredChannels(clock) },
  ],
  exports: [MessageChannels],
})
export class ChannelsModule {}
