import type { AdapterPorts } from '../../../domain/descriptor';
import { endpoint } from '../../../domain/tools/endpoint';
import { httpError } from '../../../domain/httpError';
import { SecretText } from '../../../domain/secret';
import { isSuccess } from '../../../kits/adapter/answer';
import type { SampleNotifierSettings } from './settings';

/** Replace this by the link to the page that documents the call. @param id stable, so that a message that comes twice is shown once */
export async function send(
  text: string,
  id: string,
  { origin, token }: SampleNotifierSettings,
  ports: AdapterPorts,
): Promise<void> {
  const answer = await ports.http.send({
    method: 'POST',
    url: endpoint(origin, '/messages'),
    headers: { authorization: new SecretText(['Bearer ', await ports.secret(token)]) },
    json: { id, text },
  });
  if (!isSuccess(answer)) throw httpError(answer, { what: `Sample, message ${id}`, write: true });
}
