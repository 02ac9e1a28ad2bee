import type { Notifier } from '../../../domain/contracts/notifier';
import type { AdapterPorts } from '../../../domain/descriptor';
import { send } from './api';
import type { SampleNotifierSettings } from './settings';

export const sampleNotifier = (settings: SampleNotifierSettings, ports: AdapterPorts): Notifier => ({
  tell: ({ id, lines, url }) => send([...lines, url].join('\n'), id, settings, ports),
});
