import type { Inputs } from '../config/inputs';
import type { Catalog } from '../domain/descriptor';
import { RekeyError } from '../domain/errors';
import { isRotationId } from '../domain/journal/rowId';
import { evidence } from '../evidence/build';
import { compare } from '../evidence/verify';
import { factsOf } from './report';
import { openSession } from './session';
import type { World } from './world';

/**
 * Recomputes the evidence of a rotation from the journal and names the first difference. `base` names a commit of the journal;
 * the ticket holds commit and digest, in another system with other writers.
 */
export async function verifyEvidence(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  const { evidence: path = '' } = inputs;
  const given = await world.files.read(path);
  if (given === undefined) {
    throw new RekeyError('RK1002', `evidence: there is no file ${path}.`, {
      next: 'Name the evidence.json of the ticket or artifact.',
    });
  }
  const session = await openSession(inputs.config, catalog, world, false);
  const rotation = inputs.rotation ?? rotationIn(given);
  const recomputed = evidence(await factsOf(rotation, session, inputs.base));
  const compared = compare(given, recomputed);
  const at =
    inputs.base === undefined
      ? `the journal as it is now (${session.view.commit})`
      : `the journal at ${inputs.base}`;
  if (!compared.same) {
    const { path, given: file, recomputed: journal } = compared;
    throw new RekeyError(
      'RK7009',
      `${rotation}: at ${path || '/'} the file says ${file}, and ${at} says ${journal}.`,
    );
  }
  world.log.info(`Equal to what ${at} says: ${compared.digest}`);
  world.log.info(
    'Compare commit and digest with those on the ticket: who can write the journal cannot write there.',
  );
  world.output.result({ same: true, digest: compared.digest });
  world.output.set('status', 'done');
  return 0;
}

function rotationIn(text: string): string {
  try {
    const { rotation } = Object(JSON.parse(text)) as { readonly rotation?: unknown };
    if (typeof rotation === 'string' && isRotationId(rotation)) return rotation;
  } catch {
    // Said below.
  }
  throw new RekeyError('RK7009', 'The file is not evidence: it names no rotation.');
}
