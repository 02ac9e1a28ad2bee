import { z } from 'zod';
import { origin, reference } from '../../../kits/adapter/settings';

export const settings = z.strictObject({
  origin: origin.describe('Origin of the server, such as https://sample.example.com'),
  token: reference.describe('The token that may roll: store:path#field'),
});

export type SampleDeployerSettings = z.output<typeof settings>;
