import { RekeyError } from '../../src/domain/errors';
import type { Http, HttpRequest } from '../../src/domain/ports';

export interface TamperedHttp extends Http {
  /** The next write lands, and its answer is lost. */
  loseNextAnswer(): void;
  /** The next write does not land, and no answer comes. */
  loseNextRequest(): void;
  /** The next write stops until this is done, as a stalled process does. */
  beforeNextWrite(act: () => Promise<unknown>): void;
  readonly sent: readonly HttpRequest[];
}

const isWrite = ({ method, safe }: HttpRequest): boolean =>
  safe !== true && !['GET', 'HEAD', 'LIST'].includes(method);

/** The Http port of one process, over a fake or a real server, in which one write can go wrong. */
export function tamperedHttp(http: Http): TamperedHttp {
  const sent: HttpRequest[] = [];
  let lose: 'answer' | 'request' | undefined;
  let before: (() => Promise<unknown>) | undefined;
  return {
    sent,
    loseNextAnswer: () => void (lose = 'answer'),
    loseNextRequest: () => void (lose = 'request'),
    beforeNextWrite: (act) => void (before = act),
    async send(request) {
      if (!isWrite(request)) {
        sent.push(request);
        return http.send(request);
      }
      const [how, first] = [lose, before];
      [lose, before] = [undefined, undefined];
      await first?.();
      sent.push(request);
      if (how === undefined) return http.send(request);
      if (how === 'answer') await http.send(request);
      throw new RekeyError('RK9002', 'The answer was lost.');
    },
  };
}
