import type { Notifier } from '../../../domain/contracts/notifier';
import type { AdapterPorts } from '../../../domain/descriptor';
import { send } from './api';
import { chatText, cloudEvent } from './message';
import type { WebhookNotifierSettings } from './settings';

export const webhookNotifier = (settings: WebhookNotifierSettings, ports: AdapterPorts): Notifier => ({
  async tell(notice) {
    const message = settings.format === 'text' ? chatText(notice) : cloudEvent(notice, ports.run.repository);
    await send(message, notice.id, `notice ${notice.occasion} for ${notice.key}`, settings, ports);
  },
});
