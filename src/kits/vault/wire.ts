import { z } from 'zod';
import type { HttpRequest, HttpResponse } from '../../domain/ports';
import { jsonOf } from '../adapter/answer';

/** https://developer.hashicorp.com/vault/api-docs#the-x-vault-request-header */
export const vaultHeaders = (namespace: string | undefined): NonNullable<HttpRequest['headers']> => ({
  'x-vault-request': 'true',
  ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
});

const errorBody = z.object({ errors: z.array(z.string()) });

/** The texts that Vault gives with an error; empty when the body is none of Vault's. */
export function errorTexts(answer: HttpResponse): readonly string[] {
  const body = errorBody.safeParse(jsonOf(answer));
  return body.success ? body.data.errors : [];
}
