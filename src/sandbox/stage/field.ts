/** One member of a body that is a JSON object. */
export function field(body: string, name: string): unknown {
  return (JSON.parse(body) as Readonly<Record<string, unknown>>)[name];
}
