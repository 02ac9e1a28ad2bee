import { z } from 'zod';
import { origin } from '../../../kits/adapter/settings';

export const settings = z.strictObject({
  origin: origin.describe('Origin of the server, such as https://sample.example.com'),
  role: z.string().min(1).describe('The role that binds this repository'),
});

export type SampleIdentitySettings = z.output<typeof settings>;
