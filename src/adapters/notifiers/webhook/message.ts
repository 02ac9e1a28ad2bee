import type { Notice } from '../../../domain/contracts/notifier';
import type { Json } from '../../../domain/tools/json';

/** What is sent, and its content type. */
export interface Message {
  readonly type: string;
  readonly body: Json;
}

/** CloudEvents 1.0 in its JSON format: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
export function cloudEvent(notice: Notice, repository: string): Message {
  const { id, occasion, key, rotation, at, lines, url } = notice;
  return {
    type: 'application/cloudevents+json',
    body: {
      specversion: '1.0',
      id,
      source: `/rekey/${repository}`,
      type: `rekey.${occasion}`,
      subject: key,
      time: at,
      datacontenttype: 'application/json',
      data: { occasion, key, rotation, lines, url },
    },
  };
}

/**
 * The body of incoming webhooks of chat systems. The three characters that could make a mention or a link are escaped:
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function chatText({ lines, url }: Notice): Message {
  const text = [...lines, url].join('\n');
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return { type: 'application/json', body: { text: escaped } };
}
